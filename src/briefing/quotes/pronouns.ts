import type { Sort } from '../lexicon/lexicon.ts'
import type { Mention } from '../names/mentions.ts'
import type { Named, Register } from '../names/people.ts'
import { mainSubject, type Scene } from './subject.ts'

/** So many sentences back a pronoun can reach. */
const reach = 8

/** Who was meant last, sentence by sentence; speakers found on the way are told to it. */
export type Memory = {
  /** Whom a pronoun means that stands in sentence `clause` before token `at`. */
  resolve(sort: Sort, clause: number, at: number): Named | undefined
  /** Somebody acts or speaks in a sentence. */
  note(clause: number, who: Named): void
}

export function createMemory(scenes: readonly Scene[], register: Register): Memory {
  const actors = new Map<number, Named>()
  return {
    note: (clause, who) => void (actors.has(clause) || actors.set(clause, who)),
    resolve(sort, clause, at) {
      const here = candidates(scenes[clause], register, at)
      const own = pick(here, sort)
      if (own) return own
      for (let back = clause - 1; back >= Math.max(0, clause - reach); back--) {
        const actor = actors.get(back)
        if (actor && fits(actor, sort)) return actor
        const found = pick(candidates(scenes[back], register, Number.POSITIVE_INFINITY), sort)
        if (found) return found
      }
      return undefined
    },
  }
}

/** The names of a sentence before a token, its subject first. */
function candidates(
  scene: Scene | undefined,
  register: Register,
  before: number,
): readonly Named[] {
  if (!scene) return []
  const subject = mainSubject(scene, Math.min(before, scene.tokens.length))
  const first = subject?.kind === 'named' ? [subject.mention] : []
  const rest = scene.mentions.filter((one) => one.to <= before)
  return [...first, ...rest].flatMap((mention: Mention) => register.get(mention) ?? [])
}

function pick(list: readonly Named[], sort: Sort): Named | undefined {
  return (
    list.find((one) => fits(one, sort) && (one.kind === 'person' || one.sort === sort)) ??
    list.find((one) => fits(one, sort))
  )
}

function fits(one: Named, sort: Sort): boolean {
  const isBody = one.kind === 'group' || one.kind === 'place'
  if (sort === 'thing' || sort === 'several') return isBody
  if (isBody) return false
  if (one.kind === 'name' && one.words.length < 2) return one.sort === sort
  return one.sort === undefined || sort === 'person' || one.sort === sort
}
