import type { Program } from './program.ts'

/** Every program, loaded only when it is called, so that none pays for another. */
export const programs: Readonly<Record<string, () => Promise<Program>>> = {
  pipe: async () => (await import('./pipe.ts')).pipe,
}
