import { bundleElements } from '@/lib/publish/bundle'

export const dynamic = 'force-static'
export const dynamicParams = false

export function generateStaticParams() {
  return [{ file: bundleElements().name }]
}

export function GET() {
  return new Response(bundleElements().code, {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  })
}
