// Every rule of the return by its number.

import { returnYears, type ReturnYear } from '../return-years.ts'
import { activePlanRules } from './active-plan-rules.ts'
import { assessmentRules } from './assessment-rules.ts'
import { headerRules } from './header-rules.ts'
import { namedPlanRules } from './named-plan-rules.ts'
import { personRules as ofPersons } from './person-rules.ts'
import { requestRules } from './request-rules.ts'
import { totalsRules, twiceRules } from './return-rules.ts'
import { reviewRules } from './review-rules.ts'
import { holdsIn, type PersonRule, type RuleText } from './rule.ts'
import { structureRules } from './structure-rules.ts'

/** The rules about one person. */
export const personRules: readonly PersonRule[] = [...ofPersons, ...requestRules, ...assessmentRules, ...namedPlanRules, ...activePlanRules, ...reviewRules]

/** Rules that say nothing without a register of settings. */
export const registerRules: readonly string[] = ['R-N07', 'R-N07q', 'R-N11']

export const allRules: readonly RuleText[] = [...Object.values(structureRules), ...headerRules, ...personRules, ...twiceRules, ...totalsRules]

export const ruleById: ReadonlyMap<string, RuleText> = new Map(allRules.map((rule) => [rule.id, rule]))

const byYear = new Map(returnYears.map((year) => [year, personRules.filter((rule) => holdsIn(rule, year))]))

/** Those that hold in that year. */
export const personRulesOf = (year: ReturnYear): readonly PersonRule[] => byYear.get(year) ?? []
