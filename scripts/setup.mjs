// What every command does first. Plain JavaScript with nothing but Node: it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Runs a command in the project's folder and passes on what it prints. Returns whether it succeeded. */
export function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { NEXT_TELEMETRY_DISABLED: '1', ...process.env, ...env },
    shell: process.platform === 'win32',
  })
  if (error) console.error(`${command} could not be started: ${error.message}`)
  return status === 0
}

/** A command that a package of this project brings. */
export const bin = (name) => join(root, 'node_modules', '.bin', name)

const newer = (a, b) => !existsSync(b) || statSync(a).mtimeMs > statSync(b).mtimeMs

/** Installs what `package-lock.json` names, unless it is installed already. */
export function install() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 9)) {
    console.error(`This is Node ${process.versions.node}; Fixpath needs Node 20.9 or later.`)
    process.exit(1)
  }
  if (!newer(join(root, 'package-lock.json'), join(root, 'node_modules', '.package-lock.json'))) return
  console.log('Installing packages …')
  // Not `npm ci`: it refuses a lock file that was written where some of the packages for other systems
  // (each an optional binary) could not be had. The versions are those of the lock file all the same.
  if (!run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'])) {
    console.error('The packages could not be installed; npm says why above.')
    process.exit(1)
  }
}

const SOURCES = [
  'content',
  'app',
  'components',
  'elements',
  'lib',
  'public',
  'contentlayer.config.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'site.config.ts',
  'package-lock.json',
]

function newestBelow(path) {
  if (!existsSync(path)) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  // The folder's own time too: it changes when a file is removed.
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestBelow(join(path, name))))
}

/** Is the published site older than what it is made from? */
export function isStale() {
  const page = join(root, 'out', '_headers')
  return !existsSync(page) || SOURCES.some((path) => newestBelow(join(root, path)) > statSync(page).mtimeMs)
}
