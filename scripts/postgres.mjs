// A PostgreSQL for tests: the one that TEST_DATABASE_URL names, else a private one from the system's programs
// in a folder of its own, else the same from Debian's package. It is stopped and removed afterwards.
//
//   node scripts/postgres.mjs npx vitest run server     runs a command with TEST_DATABASE_URL set
import { spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './setup.mjs'

const isRoot = process.getuid?.() === 0
const USER = 'fixpath'

const say = (command, args) => {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

/** The folder with initdb and postgres: on the path, or where Debian puts them (the newest). */
function findPrograms() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
    ...versions.map((version) => join(debian, version, 'bin')),
  ]
  const initdb = folders.map((folder) => join(folder, 'initdb')).find((path) => existsSync(path))
  const folder = initdb && dirname(realpathSync(initdb))
  return folder && existsSync(join(folder, 'postgres')) ? folder : undefined
}

function installPrograms() {
  if (!say('which', ['apt-get'])) return
  const sudo = isRoot ? [] : ['sudo', '-n']
  if (!isRoot && say('sudo', ['-n', 'true']) === undefined) return
  console.error('No PostgreSQL found; installing Debian’s package …')
  // The package would start a database of its own for the whole machine; the tests need only the programs.
  const settings = '/etc/postgresql-common/createcluster.conf'
  if (isRoot && !existsSync(settings)) {
    mkdirSync(dirname(settings), { recursive: true })
    writeFileSync(settings, 'create_main_cluster = false\n')
  }
  const apt = (...args) => {
    const [command, ...rest] = [...sudo, 'apt-get', '-qq', '-o', 'Dpkg::Options::=--force-confold', ...args]
    // What it prints must not be taken for the address of the database.
    spawnSync(command, rest, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
  apt('update')
  apt('install', '-y', '--no-install-recommends', 'postgresql')
}

/** PostgreSQL refuses to run as root. */
function findUser() {
  if (!isRoot) return {}
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = [say('id', ['-u', name]), say('id', ['-g', name])]
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  return undefined
}

const ended = (child) => new Promise((resolve) => child.once('exit', resolve))

/** Makes and starts one; `{ url, programs, stop }`, or `{ reason }` why there is none. */
async function start() {
  if (!findPrograms()) installPrograms()
  const programs = findPrograms()
  if (!programs)
    return {
      reason:
        'PostgreSQL is not installed (on Debian: apt-get install postgresql), and TEST_DATABASE_URL is not set.',
    }
  const user = findUser()
  if (!user) return { reason: 'PostgreSQL does not run as root, and there is no user postgres or nobody.' }
  const folder = mkdtempSync(join(tmpdir(), 'fixpath-pg-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid)
  const options = { ...user, cwd: folder, encoding: 'utf8' }
  const data = join(folder, 'data')
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', USER, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    options,
  )
  if (made.status !== 0) {
    remove()
    return { reason: `initdb failed: ${made.error?.message ?? made.stderr.trim()}` }
  }
  // No port, so that nothing else on the machine is in the way of it or can reach it: a socket in its folder.
  const settings = { listen_addresses: '', unix_socket_directories: folder, max_connections: 300 }
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const exit = ended(server)
  const stop = async () => {
    // Once ends gently, when everybody has left; SIGINT does not wait for them.
    server.kill('SIGINT')
    await exit
    remove()
  }
  let words = ''
  const ready = await new Promise((resolve) => {
    server.stderr.on('data', (data) => {
      words += data
      if (words.includes('ready to accept connections')) resolve(true)
    })
    exit.then(() => resolve(false))
  })
  if (!ready) {
    remove()
    return { reason: `postgres did not start: ${words.trim()}` }
  }
  // Whatever it says later is read, or it would stop at a full pipe.
  server.stderr.removeAllListeners('data').resume()
  return { url: `postgres://${USER}@localhost/postgres?host=${encodeURIComponent(folder)}`, programs, stop }
}

/** In a process of its own: stops when its input ends, as it does however the process that asked for it ends. */
async function keep() {
  const { stop, ...found } = await start()
  process.stdout.write(`${JSON.stringify(found)}\n`)
  await new Promise((resolve) => process.stdin.once('end', resolve).once('error', resolve).resume())
  await stop?.()
}

/** A PostgreSQL for tests: `{ env, stop }`, or `{ reason, env: {}, stop }` if there is none. */
export async function startPostgres() {
  if (process.env.TEST_DATABASE_URL) return { env: {}, stop: async () => {} }
  const keeper = spawn(process.execPath, [fileURLToPath(import.meta.url), '--keep'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Not in this terminal's group: Ctrl+C ends this process, whose end is what stops the database.
    detached: true,
  })
  const exit = ended(keeper)
  let line = ''
  for await (const data of keeper.stdout) {
    line += data
    if (line.includes('\n')) break
  }
  const stop = async () => {
    keeper.stdin.end()
    await exit
  }
  const { url, programs, reason } = line.trim() ? JSON.parse(line) : { reason: 'It could not be started.' }
  if (!url) return { reason, env: {}, stop }
  return { env: { TEST_DATABASE_URL: url, PATH: `${programs}${delimiter}${process.env.PATH}` }, stop }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [command, ...args] = process.argv.slice(2)
  if (command === '--keep') await keep()
  else if (!command) {
    console.error('Name a command to run with a PostgreSQL: node scripts/postgres.mjs npx vitest run server')
    process.exitCode = 2
  } else {
    const { env, reason, stop } = await startPostgres()
    if (reason) console.error(`No PostgreSQL: ${reason}`)
    const passed = !reason && run(command, args, env)
    await stop()
    process.exitCode = passed ? 0 : 1
  }
}
