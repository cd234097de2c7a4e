import type { Program } from './program.ts'

/** Every program, loaded only when it is called, so that none pays for another. */
export const programs: Readonly<Record<string, () => Promise<Program>>> = {
  run: async () => (await import('./run.ts')).run,
  demo: async () => (await import('./demo.ts')).demo,
  brief: async () => (await import('./brief.ts')).brief,
  summarize: async () => (await import('./summarize.ts')).summarize,
  feeds: async () => (await import('./feeds.ts')).feeds,
  doctor: async () => (await import('./doctor.ts')).doctor,
  pipe: async () => (await import('./pipe.ts')).pipe,
}
