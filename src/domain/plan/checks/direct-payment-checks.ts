// Section J: a direct payment says what it is for, how much, to whom, and that they agreed.

import { neighboursOf } from '../thread.ts'
import { blocksFinal, inLine, isSaid, linesOfKind, type PlanCheck } from './plan-check.ts'

export const directPaymentChecks: readonly PlanCheck[] = [
  {
    id: 'J.says',
    asks: 'Does each direct payment say how much, how often, to whom and agreed when?',
    citation: 'SEND (Personal Budgets) Regulations 2014, reg 8; SEND Code of Practice 9.103',
    severity: blocksFinal,
    release: 'never',
    find: (plan) =>
      linesOfKind(plan, 'direct-payment').flatMap((line) => {
        const { amountPence, per, recipient, consentOn } = line.fields
        const missing = [
          ...(amountPence === undefined || amountPence <= 0 ? ['how much'] : []),
          ...(per === undefined ? ['how often'] : []),
          ...(isSaid(recipient) ? [] : ['to whom']),
          ...(consentOn === undefined ? ['when they agreed in writing'] : []),
        ]
        return missing.length === 0 ? [] : [inLine(line, `This direct payment does not say ${missing.join(', ')}.`)]
      }),
  },
  {
    id: 'J.for',
    asks: 'Does each direct payment name the needs and outcomes that it is for?',
    citation: 'SEND Regulations 2014, reg 12(1)(j)',
    severity: blocksFinal,
    release: 'never',
    find: (plan) => {
      const neighbours = neighboursOf(plan.content)
      return linesOfKind(plan, 'direct-payment').flatMap((line) => {
        const kinds = new Set(neighbours.get(line.id)?.map((other) => other.kind))
        return kinds.has('need') && kinds.has('outcome') ? [] : [inLine(line, 'Link this direct payment to the needs that it meets and the outcomes that it serves.')]
      })
    },
  },
]
