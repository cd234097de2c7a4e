import { defineConfig } from 'vitest/config'
import usual from '../../vitest.config.ts'

/** The usual runner with its usual set-up, and one test that fails: its exit code must say so. */
// biome-ignore lint/style/noDefaultExport: Vitest reads its configuration from the default export.
export default defineConfig({
  test: { ...usual.test, include: ['test/seeded-failure/*.fact.ts'] },
})
