// Finds a Chromium for the tests: the system's, else Playwright's own, else Debian's package.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { run } from './setup.mjs'

const SYSTEM = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const onPath = (name) => {
  const { status, stdout } = spawnSync('which', [name], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

const system = () => SYSTEM.map(onPath).find(Boolean)

async function playwrights() {
  const { chromium } = await import('@playwright/test')
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined
}

/** The path of a Chromium, installed now if there is none; undefined if none can be had. */
export async function findBrowser() {
  const found = process.env.CHROMIUM || system() || (await playwrights())
  if (found) return found
  console.log('No Chromium found; installing Debian’s package …')
  const root = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = (...args) => {
    const [command, ...rest] = [...root, 'apt-get', ...args]
    return run(command, rest, { DEBIAN_FRONTEND: 'noninteractive' })
  }
  if (onPath('apt-get')) {
    apt('update', '-qq')
    apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation')
    if (system()) return system()
  }
  console.log('Trying Playwright’s own download …')
  run('npx', ['playwright', 'install', 'chromium'])
  return playwrights()
}
