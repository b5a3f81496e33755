// Section A: whose views they are and how they were gathered, the child's own among them.

import { alwaysWarns, blocksFinal, inLine, inSection, isSaid, linesOfKind, type PlanCheck } from './plan-check.ts'

export const viewsChecks: readonly PlanCheck[] = [
  {
    id: 'A.gathered',
    asks: 'Is it recorded how the views were gathered?',
    citation: 'CFA 2014 s.19; SEND Regulations 2014, reg 7(b) and reg 12(1)(a)',
    severity: blocksFinal,
    release: 'named-manager',
    find: (plan) => {
      const views = linesOfKind(plan, 'view')
      return views.length > 0 && !views.some((line) => isSaid(line.fields.howGathered))
        ? [inSection('A', 'Nothing says how the views were gathered: talking, pictures, choices, watching, or in writing.')]
        : []
    },
  },
  {
    id: 'A.whose',
    asks: 'Does each view say whose it is?',
    citation: 'SEND Regulations 2014, reg 12(1)(a)',
    severity: alwaysWarns,
    release: 'never',
    find: (plan) =>
      linesOfKind(plan, 'view').filter((line) => line.fields.whose === undefined).map((line) =>
        inLine(line, 'This view does not say whose it is.')),
  },
  {
    id: 'A.child',
    asks: 'Is the child’s or young person’s own voice there?',
    citation: 'CFA 2014 s.19; SEND Regulations 2014, reg 12(1)(a)',
    severity: alwaysWarns,
    release: 'never',
    find: (plan) => {
      const views = linesOfKind(plan, 'view')
      return views.length > 0 && !views.some((line) => line.fields.whose === 'child')
        ? [inSection('A', 'No view is the child’s or young person’s own. A child who does not use speech has views too.', 'child')]
        : []
    },
  },
]
