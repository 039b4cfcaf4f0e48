import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CodePage } from '@/components/codes/CodePage'
import { allCodes } from '@/lib/content/codes'
import { graph } from '@/lib/content/source'
import { messages as t } from '@/lib/messages'

interface Props {
  params: Promise<{ code: string }>
}

export const dynamicParams = false

export function generateStaticParams() {
  return allCodes(graph).map(({ code }) => ({ code: code.code.toLowerCase() }))
}

async function find({ params }: Props) {
  const { code } = await params
  return allCodes(graph).find((known) => known.code.code.toLowerCase() === code) ?? notFound()
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { code } = await find(props)
  return { title: t.codes.metaTitle(code.code), description: code.meaning }
}

export default async function Page(props: Props) {
  const { product, code } = await find(props)
  return <CodePage graph={graph} product={product} code={code} />
}
