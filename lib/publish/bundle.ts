import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { site } from '../../site.config'

/** A script as it is published. */
export interface Bundle {
  name: string
  code: string
}

/** The scripts of the site: the one that every page has, and what it fetches when a reader turns to comments. */
export interface Bundles {
  elements: Bundle
  comments: Bundle
}

let bundled: Bundles | undefined

/** Bundles a file of `elements/`. The name changes with the text, so that it can be cached for ever. */
function bundle(entry: string, name: string, define: Readonly<Record<string, string>> = {}): Bundle {
  const { outputFiles } = buildSync({
    entryPoints: [join(process.cwd(), 'elements', entry)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    define,
    external: ['/assets/*'],
    write: false,
  })
  const code = outputFiles[0]?.text ?? ''
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 10)
  return { name: `${name}.${hash}.js`, code }
}

/** Every custom element in one small module, and the script of the comments. Anew in each process in development. */
export function bundleElements(): Bundles {
  if (bundled && process.env.NODE_ENV === 'production') return bundled
  const comments = bundle('comment-script.ts', 'comments')
  const define = { COMMENTS_SCRIPT: JSON.stringify(`/assets/${comments.name}`) }
  const entry = typeof site.comments === 'object' ? 'with-giscus.ts' : 'index.ts'
  bundled = { comments, elements: bundle(entry, 'elements', define) }
  return bundled
}
