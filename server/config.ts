/** What the server is told by its environment. */
export interface ServerConfig {
  /** The port to listen on; 0 for any that is free. */
  port: number
  /** The address to listen on. */
  host: string
  /** The folder with the published site. */
  folder: string
}

/**
 * Reads the configuration from the environment: `PORT` (3000), `HOST` (all addresses), `SITE_FOLDER` (`out`).
 *
 * @throws an Error that names the variable, what it holds and what it should hold
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ServerConfig {
  const port = env.PORT?.trim() ? Number(env.PORT) : 3000
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(
      `PORT is ${JSON.stringify(env.PORT)}; it must be a whole number from 0 to 65535, such as 3000.`,
    )
  return { port, host: env.HOST?.trim() || '0.0.0.0', folder: env.SITE_FOLDER?.trim() || 'out' }
}
