import type { ReactNode } from 'react'
import type { Fix } from '@/lib/content/documents'
import { messages as t } from '@/lib/messages'

/** One fact of a `<dl className="facts">`: what it is called, and what it is. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** What a fix does at worst, and what the reader must have for it. */
export function FixDemands({ fix }: { fix: Fix }) {
  return (
    <>
      <Fact name={t.fix.risk}>{t.risk[fix.risk]}</Fact>
      <Fact name={t.fix.needs}>
        {fix.needs.length ? t.list(fix.needs.map((need) => t.needs[need])) : t.needs.none}
      </Fact>
    </>
  )
}
