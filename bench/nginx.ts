import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const found = () => ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'].find(existsSync)

/** Installs Debian's package, where that can be done. */
function install(): void {
  if (process.getuid?.() !== 0 || spawnSync('which', ['apt-get']).status !== 0) return
  console.log('nginx is not here; installing Debian’s package …')
  // The package would start a server of its own; the benchmark needs only the program.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  for (const args of [
    ['-qq', 'update'],
    ['-qq', 'install', '-y', '--no-install-recommends', 'nginx-light'],
  ])
    spawnSync('apt-get', args, { env, stdio: 'ignore' })
}

/** One process, as our server is; what is compressed is served as it lies there. */
const settings = (folder: string, port: number) => `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
worker_rlimit_nofile 8192;
events { worker_connections 4096; }
http {
  types { text/html html; text/javascript js; text/css css; application/json json; image/svg+xml svg; }
  access_log ${folder}/access.log;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000;
  open_file_cache max=1000 inactive=60s;
  gzip_static on;
  server { listen 127.0.0.1:${port}; root ${resolve('out')}; }
}
`

/** Starts nginx on the published files; undefined, with a word about it, where there is none. */
export async function startNginx(
  parent: string,
): Promise<{ origin: string; child: ChildProcess; stop(): void } | undefined> {
  if (!found()) install()
  const program = found()
  if (!program) {
    console.log(
      'SKIPPED: nginx is not installed (on Debian: apt-get install nginx-light). Nothing to compare with.',
    )
    return undefined
  }
  const folder = join(parent, 'nginx')
  mkdirSync(folder, { mode: 0o755 })
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const file = join(folder, 'nginx.conf')
  // Root's files may be closed to others; the benchmark's are nobody's secret.
  const user = process.getuid?.() === 0 ? 'user root;\n' : ''
  writeFileSync(file, user + settings(folder, port))
  const child = spawn(program, ['-c', file], { stdio: 'inherit' })
  const origin = `http://127.0.0.1:${port}`
  for (;;) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}: see above.`)
    if (await fetch(origin).catch(() => undefined))
      return { origin, child, stop: () => void child.kill('SIGQUIT') }
    await new Promise((done) => setTimeout(done, 50))
  }
}
