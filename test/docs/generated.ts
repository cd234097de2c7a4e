import { fileJsonSchema } from '../../src/config/file-json-schema.ts'
import { environmentExample } from '../../src/config/variables.ts'
import { commandsPage } from './commands-page.ts'
import { configurationPage } from './configuration-page.ts'
import { grafanaDashboard } from './grafana-dashboard.ts'
import { licencesPage } from './licences-page.ts'
import { trustPage } from './trust-page.ts'

/** Files that are printed from the code: their paths, and what they must hold. */
export const generated: Readonly<Record<string, () => string>> = {
  '.env.example': environmentExample,
  'config/dateline.schema.json': fileJsonSchema,
  'docs/commands.md': commandsPage,
  'docs/configuration.md': configurationPage,
  'docs/grafana-dashboard.json': grafanaDashboard,
  'docs/licences.md': licencesPage,
  'docs/why-you-can-trust-a-quote.md': trustPage,
}
