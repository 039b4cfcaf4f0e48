// Next loads this file as plain JavaScript; what it does is written in TypeScript beside it.
import { register } from 'tsx/esm/api'

register()
const { publish } = await import('./publish.ts')

/** @type {import('next').NextAdapter} */
export default {
  name: 'fixpath-lean-pages',
  async onBuildComplete({ projectDir }) {
    await publish(`${projectDir}/out`)
  },
}
