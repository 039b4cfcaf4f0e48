// npm run build: checks the content, then writes the published site to out/.
import { bin, install, run } from './setup.mjs'

install()
const passed = run(bin('tsx'), ['scripts/content.ts']) && run(bin('next'), ['build'])
process.exit(passed ? 0 : 1)
