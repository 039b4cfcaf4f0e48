import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

/** @type {import('next').NextConfig} */
export default {
  output: 'export',
  trailingSlash: true,
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: ['esbuild'],
  // Next leaves one core idle; rendering the states of a questionnaire is what a build spends its time on.
  experimental: { cpus: availableParallelism() },
  // `npm run check` runs the compiler itself; the build need not do it again.
  typescript: { ignoreBuildErrors: true },
  adapterPath: fileURLToPath(new URL('lib/publish/adapter.mjs', import.meta.url)),
}
