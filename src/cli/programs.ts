import type { Program } from './program.ts'

/** Every program, loaded only when it is called, so that none pays for another. */
export const programs: Readonly<Record<string, () => Promise<Program>>> = {
  run: async () => (await import('./run.ts')).run,
  demo: async () => (await import('./demo.ts')).demo,
  brief: async () => (await import('./brief.ts')).brief,
  summarize: async () => (await import('./summarize.ts')).summarize,
  doctor: async () => (await import('./doctor.ts')).doctor,
  migrate: async () => (await import('./migrate.ts')).migrateProgram,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restoreProgram,
  move: async () => (await import('./move.ts')).moveProgram,
  reseal: async () => (await import('./reseal.ts')).resealProgram,
  pipe: async () => (await import('./pipe.ts')).pipe,
  briefing: async () => (await commands()).commandProgram('briefing'),
  ask: async () => (await commands()).commandProgram('ask'),
  follow: async () => (await commands()).commandProgram('follow'),
  mute: async () => (await commands()).commandProgram('mute'),
  sources: async () => (await commands()).commandProgram('sources'),
  quotes: async () => (await commands()).commandProgram('quotes'),
  story: async () => (await commands()).commandProgram('story'),
  feeds: async () => (await commands()).commandProgram('feeds'),
  digest: async () => (await commands()).commandProgram('digest'),
  filters: async () => (await commands()).commandProgram('filters'),
  status: async () => (await commands()).commandProgram('status'),
  budget: async () => (await commands()).commandProgram('budget'),
  permissions: async () => (await commands()).commandProgram('permissions'),
  audit: async () => (await commands()).commandProgram('audit'),
  data: async () => (await commands()).commandProgram('data'),
  press: async () => (await commands()).commandProgram('press'),
  config: async () => (await import('./config.ts')).config,
}

const commands = () => import('./command-program.ts')
