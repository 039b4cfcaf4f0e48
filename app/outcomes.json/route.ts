export const dynamic = 'force-static'

/** A static host counts nothing. Our server answers this address itself, and says that it does. */
export function GET() {
  return Response.json({ open: false })
}
