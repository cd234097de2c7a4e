import type { Program } from './program.ts'

/** Every program, loaded only when it is called, so that none pays for another. */
export const programs: Readonly<Record<string, () => Promise<Program>>> = {
  run: async () => (await import('./run.ts')).run,
  brief: async () => (await import('./brief.ts')).brief,
  summarize: async () => (await import('./summarize.ts')).summarize,
  demo: async () => (await import('./demo.ts')).demo,
  doctor: async () => (await import('./doctor.ts')).doctor,
  pipe: async () => (await import('./pipe.ts')).pipe,
}
