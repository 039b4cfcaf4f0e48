import { graph } from '@/lib/content/source'
import { listThreads } from '@/lib/threads'

export const dynamic = 'force-static'

export function GET() {
  return Response.json(listThreads(graph))
}
