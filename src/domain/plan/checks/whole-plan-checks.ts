// PC-00 and PC-01: the sections are all there, and the plan says whose it is, whose work and of which day (reg 12).

import { sections, sectionTitles, type Section } from '../sections.ts'
import {
  alwaysBlocks, blocksFinal, alwaysWarns, hasItems, inLine, inPlan, inSection, isSaid, linesOfKind, onlyFinal, saysAnything,
  type PlanCheck,
} from './plan-check.ts'

/** Sections that may say that nothing was identified; the others must have words. */
const mayBeNone: readonly Section[] = ['G', 'H1', 'H2', 'J']
/** C and D just below; I among the checks of placement, since a draft must leave it blank. */
const judgedApart: readonly Section[] = ['C', 'D', 'I']
const named = (section: Section): string => `Section ${section} (${sectionTitles[section].toLowerCase()})`

/** Asked before all others: of a plan in which nothing is written, nothing else is worth saying. */
export const emptyPlanCheck: PlanCheck = {
  id: 'PC-00.empty',
  asks: 'Is anything written in the plan?',
  citation: 'SEND Regulations 2014, reg 12(1)',
  severity: alwaysBlocks,
  release: 'never',
  find: (plan) => (sections.some((section) => saysAnything(plan, section)) ? [] : [inPlan('The plan is empty: nothing is written in it yet.', 'empty')]),
}

export const wholePlanChecks: readonly PlanCheck[] = [
  emptyPlanCheck,
  {
    id: 'PC-00',
    asks: 'Does every section say something?',
    citation: 'SEND Regulations 2014, reg 12(1)',
    severity: blocksFinal,
    release: 'never',
    find: (plan) =>
      sections
        .filter((section) =>
          section === 'K'
            ? !plan.advice.some((advice) => advice.isReceived) && (plan.listedBefore ?? 0) === 0
            : !judgedApart.includes(section) && !saysAnything(plan, section)
        )
        .map((section) => inSection(section, mayBeNone.includes(section)
          ? `${named(section)} is blank. Write what there is, or say that none was identified, who says so and when.`
          : `${named(section)} is blank.`)),
  },
  {
    // Held apart from PC-00 because a manager may release these two, so that a check never makes a plan late by itself.
    id: 'PC-00.CD',
    asks: 'Do the health needs and the social care needs say something?',
    citation: 'SEND Regulations 2014, reg 12(1)(c) and (d)',
    severity: blocksFinal,
    release: 'named-manager',
    find: (plan) =>
      (['C', 'D'] as const).filter((section) => !saysAnything(plan, section)).map((section) =>
        inSection(section, `${named(section)} is blank. Write the needs, or say that none was identified, who says so and when.`)),
  },
  {
    id: 'PC-00.source',
    asks: 'Does each “none identified” say who found so, and when?',
    citation: 'SEND Regulations 2014, reg 12(1)',
    severity: blocksFinal,
    release: 'never',
    find: (plan) =>
      linesOfKind(plan, 'none-identified')
        .filter(({ fields }) => !isSaid(fields.source) || fields.on === undefined)
        .map((line) =>
          inLine(line, `${named(line.section)} says that none was identified, but not who says so and on which day.`)),
  },
  {
    id: 'PC-00.both',
    asks: 'Does no section say both “none identified” and something else?',
    citation: 'SEND Regulations 2014, reg 12(1)',
    severity: alwaysWarns,
    release: 'never',
    find: (plan) =>
      linesOfKind(plan, 'none-identified')
        .filter((line) => hasItems(plan, line.section))
        .map((line) =>
          inLine(
            line,
            `${named(line.section)} says that none was identified and also has lines. Take out the one that is not true.`,
          )
        ),
  },
  {
    id: 'PC-01',
    asks: 'Does the plan say whose it is, which council’s, and since when?',
    citation: 'SEND Regulations 2014, reg 12; SEND Code of Practice 9.61 to 9.69',
    severity: onlyFinal,
    release: 'never',
    find: ({ child, areaName, dates }) => [
      ...(child.names.some(isSaid) ? [] : [inPlan('The child’s name is missing.', 'name')]),
      ...(child.dateOfBirth ? [] : [inPlan('The child’s date of birth is missing.', 'date of birth')]),
      ...(isSaid(areaName) ? [] : [inPlan('The name of the local authority is missing.', 'authority')]),
      ...(dates.firstMadeOn ? [] : [inPlan('The date on which the plan was first made is missing.', 'first made')]),
      ...(dates.thisVersionOn ? [] : [inPlan('The date of this version is missing.', 'this version')]),
    ],
  },
]
