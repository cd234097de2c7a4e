import type { Allowed } from './allowed.ts'
import { checkDates } from './check-dates.ts'
import { checkNames } from './check-names.ts'
import { checkNegation } from './check-negation.ts'
import { checkNumbers } from './check-numbers.ts'
import { checkPerson } from './check-person.ts'
import { checkQuotations } from './check-quotations.ts'
import { checkUnits } from './check-units.ts'
import { checkForeignNames } from './foreign-names.ts'
import type { Ground } from './ground.ts'
import type { Issue } from './issue.ts'
import { isSameLanguage, usableTag } from './same-language.ts'

/** What a statement says and the ground does not, fact by fact; in another language only what can be compared. */
export function checkStatement(
  statement: string,
  ground: Ground,
  allowed: Allowed,
  language = ground.language,
): readonly Issue[] {
  if (!isSameLanguage(language, ground.language)) {
    return checkForeign(statement, ground, allowed, usableTag(language))
  }
  return [
    ...checkNames(statement, ground, allowed),
    ...checkNumbers(statement, ground, allowed),
    ...checkUnits(statement, ground),
    ...checkDates(statement, ground, allowed),
    ...checkQuotations(statement, ground),
    ...checkNegation(statement, ground),
    ...checkPerson(statement, ground),
  ]
}

function checkForeign(
  statement: string,
  ground: Ground,
  allowed: Allowed,
  language: string,
): readonly Issue[] {
  return [
    ...checkForeignNames(statement, ground, allowed, language),
    ...checkNumbers(statement, ground, allowed, language),
    ...checkQuotations(statement, ground),
  ]
}
