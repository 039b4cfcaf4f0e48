import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // The server renders components, which import from the root as Next lets them: see tsconfig.json.
  resolve: { alias: [{ find: /^@\//, replacement: fileURLToPath(new URL('./', import.meta.url)) }] },
  test: {
    include: ['{lib,elements,server,components}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    // Vitest leaves one core idle: of two, half.
    maxWorkers: availableParallelism(),
  },
})
