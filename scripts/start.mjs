// npm start: installs what is missing, builds what is stale, serves the site.
import { install, isStale, root, run } from './setup.mjs'

install()
if (isStale()) {
  console.log('Building the site …')
  if (!run('npm', ['run', '--silent', 'build'])) process.exit(1)
}
// In this process, not in one of its own: a signal to stop must reach the server, which then finishes what it accepted.
process.chdir(root)
const { register } = await import('tsx/esm/api')
register()
await import('../server/main.ts')

// npm runs this through a shell, and whoever stops npm stops that shell alone, which passes nothing on.
if (process.env.npm_lifecycle_event === 'start') {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 250)
  watch.unref()
}
