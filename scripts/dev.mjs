// npm run dev: the site for authors. It reloads when an article is saved, and says at once what is wrong with it.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { bin, install, root, run } from './setup.mjs'

install()
run(bin('tsx'), ['scripts/content.ts'])
const next = spawn(bin('next'), ['dev', '--port', process.env.PORT ?? '3000'], {
  cwd: root,
  stdio: 'inherit',
  env: { NEXT_TELEMETRY_DISABLED: '1', ...process.env },
})
next.on('exit', (code) => process.exit(code ?? 0))

let waiting
let checking = false
let again = false
function check() {
  // Editors write a file in several goes; one check at a time, and one more if something changed meanwhile.
  if (checking) {
    again = true
    return
  }
  checking = true
  const child = spawn(bin('tsx'), ['scripts/content.ts'], { cwd: root, stdio: 'inherit' })
  child.on('exit', () => {
    checking = false
    if (again) {
      again = false
      check()
    }
  })
}
// Not node:fs: its recursive watch loses a file that an editor saves by replacing it.
const { watch } = await import('chokidar')
watch(join(root, process.env.CONTENT_DIR ?? 'content'), { ignoreInitial: true }).on('all', () => {
  clearTimeout(waiting)
  waiting = setTimeout(check, 100)
})
