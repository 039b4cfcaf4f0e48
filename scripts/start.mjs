// npm start: installs what is missing, builds what is stale, serves the site.
import { bin, install, isStale, run } from './setup.mjs'

install()
if (isStale()) {
  console.log('Building the site …')
  if (!run('npm', ['run', '--silent', 'build'])) process.exit(1)
}
process.exit(run(bin('tsx'), ['server/main.ts']) ? 0 : 1)
