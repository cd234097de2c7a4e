import type { Allowed } from './allowed.ts'
import { checkDates } from './check-dates.ts'
import { checkNames } from './check-names.ts'
import { checkNegation } from './check-negation.ts'
import { checkNumbers } from './check-numbers.ts'
import { checkPerson } from './check-person.ts'
import { checkQuotations } from './check-quotations.ts'
import { checkUnits } from './check-units.ts'
import type { Ground } from './ground.ts'
import type { Issue } from './issue.ts'

/** What a statement says and the ground does not, fact by fact. */
export function checkStatement(
  statement: string,
  ground: Ground,
  allowed: Allowed,
): readonly Issue[] {
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
