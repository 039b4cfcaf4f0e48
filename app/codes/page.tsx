import type { Metadata } from 'next'
import { CodesPage } from '@/components/codes/CodesPage'
import { codesIndex } from '@/lib/content/codes'
import { graph } from '@/lib/content/source'
import { messages as t } from '@/lib/messages'

export const metadata: Metadata = { title: t.codes.title, description: t.codes.lead }

export default function Page() {
  return <CodesPage codes={codesIndex(graph)} disclaimer={graph.products[0]?.disclaimer} />
}
