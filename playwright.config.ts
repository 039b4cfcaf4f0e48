import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

/** Another port when this one is taken: `E2E_PORT=4200 npx playwright test`. */
const port = Number(process.env.E2E_PORT ?? 4173)
const baseURL = `http://localhost:${port}`

/** Chromium runs as root on build machines, and must not call home. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export default defineConfig({
  testDir: 'e2e',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  use: {
    baseURL,
    launchOptions: { args, ...(process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM } : {}) },
  },
  // What a reader does must work with and without JavaScript: the same body runs in both.
  projects: [
    { name: 'with-javascript', testIgnore: '**/*.nojs.spec.ts' },
    {
      name: 'without-javascript',
      testMatch: ['**/*.both.spec.ts', '**/*.nojs.spec.ts'],
      use: { javaScriptEnabled: false },
    },
  ],
  webServer: {
    command: 'tsx server/main.ts',
    url: baseURL,
    env: {
      PORT: String(port),
      DATA_FOLDER: join(tmpdir(), `fixpath-e2e-${port}-${process.pid}`),
      SECRET: 'a secret that only the tests know of',
      MODERATORS: 'ana:test-token-of-ana-000000',
      LOG: 'off',
      // Each test is a visitor of its own: see e2e/support/comments.ts.
      TRUSTED_PROXIES: '1',
    },
    reuseExistingServer: false,
  },
})
