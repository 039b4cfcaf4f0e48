import type { ReactNode } from 'react'
import type { SketchName } from '@/lib/content/check/components'

/** A drawn window: a frame with a title, and what stands in it. */
function Frame({ title, height, children }: { title: string; height: number; children: ReactNode }) {
  return (
    <svg
      className="sketch"
      viewBox={`0 0 320 ${height}`}
      role="img"
      aria-label={title}
      fontSize="12"
      fill="currentColor"
    >
      <rect x="1" y="1" width="318" height={height - 2} rx="6" fill="none" stroke="currentColor" />
      <path d="M1 26h318M296 9l8 8m0-8-8 8" stroke="currentColor" fill="none" />
      <text x="12" y="18" fontWeight="600">
        {title}
      </text>
      {children}
    </svg>
  )
}

/** The thing to press or read, in the signal colour. */
function Marked({ x, y, width, children }: { x: number; y: number; width: number; children: string }) {
  return (
    <g className="mark" fill="currentColor">
      <rect x={x} y={y} width={width} height="24" rx="4" fill="none" stroke="currentColor" strokeWidth="2" />
      <text x={x + width / 2} y={y + 16} textAnchor="middle" fontWeight="600">
        {children}
      </text>
    </g>
  )
}

const Line = ({ y, children, x = 14 }: { y: number; children: string; x?: number }) => (
  <text x={x} y={y}>
    {children}
  </text>
)

const sketches = {
  'error-window': (
    <Frame title="The sign-in window with the error" height={150}>
      <Line y={50}>Something went wrong.</Line>
      <Line y={72}>Error code: CAA20002</Line>
      <Line y={90}>Correlation ID: 1a2b3c4d-…</Line>
      <Marked x={10} y={100} width={300}>
        Server message: AADSTS…
      </Marked>
      <Line y={142}>Time of the error, further links</Line>
    </Frame>
  ),
  'quit-teams': (
    <Frame title="The Teams icon near the clock, right-clicked" height={128}>
      <rect x="150" y="34" width="110" height="58" rx="4" fill="none" stroke="currentColor" />
      <Line x={162} y={54}>
        Open
      </Line>
      <Marked x={156} y={62} width={98}>
        Quit
      </Marked>
      <path d="M1 100h318" stroke="currentColor" />
      <rect x="196" y="105" width="16" height="16" rx="3" className="mark" />
      <Line x={252} y={118}>
        10:24
      </Line>
    </Frame>
  ),
  'reset-app': (
    <Frame title="Microsoft Teams, Advanced options" height={130}>
      <Line y={48}>Repair keeps the data of the app.</Line>
      <rect x="12" y="56" width="84" height="22" rx="4" fill="none" stroke="currentColor" />
      <Line x={34} y={71}>
        Repair
      </Line>
      <Line y={96}>Reset deletes the data of the app.</Line>
      <Marked x={12} y={102} width={84}>
        Reset
      </Marked>
    </Frame>
  ),
  'access-work-or-school': (
    <Frame title="Access work or school" height={136}>
      <rect x="12" y="38" width="296" height="86" rx="4" fill="none" stroke="currentColor" />
      <Line x={24} y={60}>
        Work or school account
      </Line>
      <Line x={24} y={78}>
        you@your-organisation
      </Line>
      <Marked x={204} y={92} width={96}>
        Disconnect
      </Marked>
      <Line x={24} y={108}>
        Read this line first
      </Line>
    </Frame>
  ),
  'credential-manager': (
    <Frame title="Credential Manager" height={142}>
      <Line y={48}>Web Credentials</Line>
      <text x="150" y="48" className="mark" fontWeight="600" fill="currentColor">
        Windows Credentials
      </text>
      <path d="M150 54h122" className="mark" stroke="currentColor" strokeWidth="2" />
      <Line y={80}>MicrosoftOffice16_Data:…</Line>
      <path d="m292 72 6 6 6-6" fill="none" stroke="currentColor" strokeWidth="2" />
      <Line x={24} y={102}>
        Internet or network address
      </Line>
      <Marked x={24} y={110} width={80}>
        Remove
      </Marked>
    </Frame>
  ),
  'date-and-time': (
    <Frame title="Date and time" height={130}>
      <Line y={50}>Set time automatically</Line>
      <Line y={76}>Set time zone automatically</Line>
      {[40, 66].map((y) => (
        <g key={y} className="mark" fill="currentColor">
          <rect x="268" y={y} width="36" height="16" rx="8" />
          <circle cx="296" cy={y + 8} r="5" fill="var(--paper)" />
        </g>
      ))}
      <Marked x={12} y={92} width={92}>
        Sync now
      </Marked>
    </Frame>
  ),
  'internet-options': (
    <Frame title="Internet Properties" height={140}>
      <Line y={48}>General</Line>
      <Line x={90} y={48}>
        Security
      </Line>
      <Marked x={222} y={32} width={86}>
        Advanced
      </Marked>
      <Line y={78}>Security</Line>
      {['Use TLS 1.2', 'Use TLS 1.3'].map((label, index) => (
        <g key={label} className="mark" fill="currentColor">
          <path
            d={`M24 ${88 + index * 22}h12v12H24zm2 6 4 4 6-9`}
            fill="none"
            stroke="currentColor"
            strokeWidth="1.6"
          />
          <text x="46" y={99 + index * 22} fontWeight="600">
            {label}
          </text>
        </g>
      ))}
    </Frame>
  ),
  'use-another-account': (
    <Frame title="Pick an account" height={140}>
      <circle cx="28" cy="54" r="11" fill="none" stroke="currentColor" />
      <Line x={50} y={58}>
        private@example.com
      </Line>
      <circle cx="28" cy="84" r="11" fill="none" stroke="currentColor" />
      <Line x={50} y={88}>
        guest@another-company
      </Line>
      <Marked x={12} y={104} width={190}>
        Use another account
      </Marked>
    </Frame>
  ),
} satisfies Record<SketchName, ReactNode>

/** One of our small drawings of a window or menu. We draw them: no screenshots of other people's products. */
export function Sketch({ name }: { name: SketchName }) {
  return sketches[name]
}
