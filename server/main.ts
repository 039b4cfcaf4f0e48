import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readConfig } from './config'
import { serveSite } from './site'

try {
  const config = readConfig(process.env)
  const server = createServer(serveSite(config.folder))
  server.on('error', (error: NodeJS.ErrnoException) => {
    const hint =
      error.code === 'EADDRINUSE'
        ? ` Another program listens there; choose another port: PORT=3001 npm start`
        : ''
    console.error(`The server cannot listen on port ${config.port}: ${error.message}.${hint}`)
    process.exit(1)
  })
  server.listen(config.port, config.host, () => {
    console.log(`Fixpath is ready: http://localhost:${(server.address() as AddressInfo).port}`)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      server.close(() => process.exit(0))
      server.closeIdleConnections()
    })
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}
