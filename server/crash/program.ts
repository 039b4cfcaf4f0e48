import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The whole server as one file, because it is started so often; below node_modules, so that it finds packages. */
export async function buildServer(): Promise<{ program: string; remove(): void }> {
  const cache = join(root, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'server-'))
  const program = join(folder, 'server.mjs')
  await build({
    entryPoints: [join(root, 'server/main.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    external: ['libsql', 'pg-native', 'cloudflare:sockets', 'esbuild'],
    // Packages in CommonJS ask for what Node.js has.
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    define: { 'process.env.NODE_ENV': '"production"' },

    logLevel: 'error',
  })
  return { program, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A server in a process of its own. */
export interface ServerProcess {
  origin: string
  child: ChildProcess
  /** Sends a signal; the exit code, or the signal that ended it. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | string | null>
}

/** Starts a server on any free port, and waits until it listens. */
export async function startServerProcess(
  program: string,
  env: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [program], {
    env: { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', LOG: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exit = new Promise<number | string | null>((done) => {
    child.once('exit', (code, signal) => done(signal ?? code))
  })
  let said = ''
  const origin = await new Promise<string>((done, fail) => {
    const hear = (data: unknown) => {
      said += data
      const port = /http:\/\/localhost:(\d+)/.exec(said)?.[1]
      if (port) done(`http://127.0.0.1:${port}`)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    exit.then((how) => fail(new Error(`The server ended with ${how} before it listened: ${said}`)))
  })
  return {
    origin,
    child,
    end: (signal) => {
      child.kill(signal)
      return exit
    },
  }
}
