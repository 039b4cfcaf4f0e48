import { listPictures, readPicture } from '@/lib/content/media'

export const dynamic = 'force-static'
export const dynamicParams = false

export const generateStaticParams = () => [...listPictures(), ['none']].map((path) => ({ path }))

export async function GET(_: Request, { params }: { params: Promise<{ path: string[] }> }) {
  const { path } = await params
  // An export needs at least one address; a site without pictures has this empty one.
  if (path[0] === 'none') return new Response('')
  const { bytes, type } = readPicture(path)
  return new Response(bytes, { headers: { 'content-type': type } })
}
