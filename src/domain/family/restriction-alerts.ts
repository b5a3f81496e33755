// What everybody who works on a case must not miss of court orders and restrictions, in a line each. It names who may not do what,
// never the words of the order.

import type { Effect, Restriction } from './restriction.ts'
import { isOrder } from './restriction.ts'

const saying: Record<Effect, (name: string, child: string) => string> = {
  'may-not-see-record': (name, child) => `${name} may not see ${child}’s record`,
  'may-not-know-address': (name, child) => `${name} may not be told where ${child} lives`,
  'may-not-be-contacted': (name) => `do not contact ${name}`,
  'may-not-contact-child': (name, child) => `${name} may not contact ${child}`,
  'supervised-contact': (name, child) => `${name} may see ${child} only with somebody present`,
  'responsibility-limited': (name) => `${name} may not decide about education`,
}

/** One line for each thing that is not allowed to each person: "Court order: Daniel may not be told where Beth lives". */
export function restrictionAlerts(inForce: readonly Restriction[], nameOf: (personId: string) => string, child: string): string[] {
  const lines = inForce.flatMap(({ kind, personId, effects }) => {
    const from = isOrder(kind) ? 'Court order' : 'Restriction'
    if (personId === undefined) return [kind === 'care-or-placement' ? 'Care or placement order' : from]
    return effects.length === 0 ? [`${from}: ${nameOf(personId)}`] : effects.map((effect) => `${from}: ${saying[effect](nameOf(personId), child)}`)
  })
  return [...new Set(lines)]
}
