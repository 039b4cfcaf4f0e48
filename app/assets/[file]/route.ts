import { bundleElements } from '@/lib/publish/bundle'

interface Props {
  params: Promise<{ file: string }>
}

export const dynamic = 'force-static'
export const dynamicParams = false

export function generateStaticParams() {
  return Object.values(bundleElements()).map(({ name }) => ({ file: name }))
}

export async function GET(_: Request, { params }: Props) {
  const { file } = await params
  const found = Object.values(bundleElements()).find(({ name }) => name === file)
  return new Response(found?.code ?? null, {
    status: found ? 200 : 404,
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  })
}
