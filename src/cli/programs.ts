import type { Program } from './program.ts'

/** Every program, loaded only when it is called, so that none pays for another. */
export const programs: Readonly<Record<string, () => Promise<Program>>> = {
  doctor: async () => (await import('./doctor.ts')).doctor,
  pipe: async () => (await import('./pipe.ts')).pipe,
}
