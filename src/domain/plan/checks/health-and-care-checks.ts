// PC-04 and section H1: the health body has agreed to what it must arrange; the 1970 Act's provision ends at 18.

import { ageOn } from '../../calendar/plain-date.ts'
import { blocksFinal, inLine, inSection, isSaid, linesOfKind, type PlanCheck } from './plan-check.ts'

export const healthAndCareChecks: readonly PlanCheck[] = [
  {
    id: 'PC-04',
    asks: 'Has the health body agreed to section G?',
    citation: 'SEND Regulations 2014, reg 12(2)',
    severity: blocksFinal,
    release: 'never',
    find: (plan) => {
      const agreed = plan.icbAgreement !== undefined && isSaid(plan.icbAgreement.by)
      return agreed || linesOfKind(plan, 'provision', ['G']).length === 0
        ? []
        : [inSection('G', 'Section G has health provision, and the integrated care board’s agreement to it is not recorded.')]
    },
  },
  {
    id: 'PC-04.after',
    asks: 'Was section G agreed as it stands, and not for a later day?',
    citation: 'SEND Regulations 2014, reg 12(2)',
    severity: blocksFinal,
    release: 'never',
    find: ({ icbAgreement, today }) =>
      icbAgreement !== undefined && icbAgreement.on > today
        ? [inSection('G', 'The integrated care board’s agreement has a date that is still to come.')]
        : [],
  },
  {
    id: 'H1.age',
    asks: 'Is section H1 empty from the eighteenth birthday?',
    citation: 'Chronically Sick and Disabled Persons Act 1970 s.2; CFA 2014 s.37(2)(e); Care Act 2014',
    severity: blocksFinal,
    release: 'never',
    find: (plan) => {
      const { dateOfBirth } = plan.child
      if (dateOfBirth === undefined || ageOn(dateOfBirth, plan.today) < 18) return []
      return linesOfKind(plan, 'provision', ['H1']).map((line) =>
        inLine(line, 'The young person is 18. Provision under the 1970 Act has ended: move what goes on under the Care Act to section H2.'))
    },
  },
]
