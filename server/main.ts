import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from './app'
import { readConfig } from './config'
import { createContext } from './context'
import { describeStart } from './describe-start'
import { startHousekeeping } from './housekeeping'
import { listen, stopGracefully } from './listen'
import { createLog } from './log'
import { openSite } from './site'
import { openStore } from './store/open'

/** How long a stop waits for requests under way. */
const STOP_MS = 10_000

async function start(): Promise<void> {
  const config = readConfig(process.env)
  const site = openSite(config.siteFolder)
  const log = createLog(config.log)
  const store = await openStore({ databaseUrl: config.databaseUrl, dataFolder: config.dataFolder })
  let server: Server
  let stopHousekeeping: () => Promise<void>
  try {
    const context = await createContext({ config, store, site, log })
    server = await listen(createApp(context), config)
    stopHousekeeping = startHousekeeping(context)
  } catch (error) {
    await store.close()
    throw error
  }
  const { port } = server.address() as AddressInfo
  console.log(describeStart(config, port))
  log.write('start', { port, store: config.databaseUrl ? 'postgresql' : 'sqlite' })

  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, async () => {
      // A second signal does not wait.
      if (stopping) process.exit(1)
      stopping = true
      const clean = await stopGracefully(server, STOP_MS)
      await stopHousekeeping()
      await store.close()
      log.write('stop', { signal, clean })
      log.flush()
      process.exit(clean ? 0 : 1)
    })
}

start().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
