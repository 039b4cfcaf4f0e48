import { Scroll } from '@/components/shell/Scroll'
import { messages as t } from '@/lib/messages'
import { BOX, type Box } from '@/lib/questionnaire/drawing'

/** As much of a label as fits in a box. */
const shorten = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

function Branch({ from, to }: { from: Box; to: Box }) {
  const x = from.x + BOX.width
  const y1 = from.y + BOX.height / 2 + 4
  const y2 = to.y + BOX.height / 2 + 4
  const middle = (x + to.x) / 2
  return (
    <path
      d={`M${x} ${y1}C${middle} ${y1} ${middle} ${y2} ${to.x} ${y2}`}
      strokeWidth={Math.max(1, Math.round(to.reach * 14))}
    />
  )
}

/** The first levels of the tree as a drawing; `whole` names the text that says the same. */
export function TreePicture({
  boxes,
  width,
  height,
}: {
  boxes: readonly Box[]
  width: number
  height: number
}) {
  return (
    <Scroll label={t.decides.picture}>
      <svg
        width={width}
        height={height + 8}
        viewBox={`0 0 ${width} ${height + 8}`}
        role="img"
        aria-label={t.decides.picture}
        fontSize="13"
        fill="currentColor"
      >
        <g fill="none" stroke="var(--edge)">
          {boxes.map((box) => {
            const from = box.parent === undefined ? undefined : boxes[box.parent]
            return from && <Branch key={`${box.x} ${box.y}`} from={from} to={box} />
          })}
        </g>
        {boxes.map((box) => (
          <g key={`${box.x} ${box.y}`}>
            <rect
              x={box.x + 1}
              y={box.y + 4}
              width={BOX.width}
              height={BOX.height}
              rx="5"
              fill="var(--paper)"
              stroke={box.kind === 'ask' ? 'var(--ink)' : 'var(--edge)'}
              strokeWidth={box.kind === 'ask' ? 2 : 1}
            />
            {box.answer && (
              <text x={box.x + 12} y={box.y + 22} fill="var(--quiet)" fontSize="12">
                {shorten(`${box.answer} (${t.percent(box.reach)})`, 37)}
              </text>
            )}
            <text x={box.x + 12} y={box.y + (box.answer ? 40 : 32)} fontWeight="600">
              {shorten(box.label, 32)}
            </text>
          </g>
        ))}
      </svg>
    </Scroll>
  )
}
