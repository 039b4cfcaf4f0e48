import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

let bundled: { name: string; code: string } | undefined

/**
 * The one script of the site: every custom element in one small module. Its name changes with its text,
 * so that it can be cached for ever. Bundled anew in each process in development.
 */
export function bundleElements(): { name: string; code: string } {
  if (bundled && process.env.NODE_ENV === 'production') return bundled
  const { outputFiles } = buildSync({
    entryPoints: [join(process.cwd(), 'elements', 'index.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  const code = outputFiles[0]?.text ?? ''
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 10)
  bundled = { name: `elements.${hash}.js`, code }
  return bundled
}
