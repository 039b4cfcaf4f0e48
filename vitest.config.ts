import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['{lib,elements,server,components}/**/*.test.{ts,tsx}'], testTimeout: 60_000 },
})
