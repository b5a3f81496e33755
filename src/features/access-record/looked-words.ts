// What somebody looked at, in a few words, from the pattern of the route; and why they were there, from their part in the case.

import type { Sitting } from '../../casebook/audit/looked.ts'
import { emergencyReasons, isEmergencyReason } from '../../domain/access/emergency.ts'
import type { Part } from '../../domain/access/parts.ts'
import { partWords } from '../../domain/access/parts.ts'

/** By what follows the case in the address; the first that fits. */
const sides: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'where things are'],
  [/^\/(timeline|dates)/, 'what has happened and when'],
  [/^\/(people|assign|who-looked)/, 'who is on the case and who looked'],
  [/^\/protected-address/, 'an address that is kept secret'],
  [/^\/(family|address|communication)/, 'the family and how to reach them'],
  [/^\/(rights|helping)/, 'who decides and who helps'],
  [/^\/return/, 'what the national return says'],
  [/^\/messages/, 'messages'],
  [/^\/(evidence|documents)/, 'papers that were sent in'],
  [/^\/seals/, 'papers that are sealed'],
  [/^\/(letters|outgoing|sent|stopped)/, 'letters, and what is sent'],
  [/^\/copies/, 'copies with words removed'],
  [/^\/(delays|excuses)/, 'what is late, and why'],
  [/^\/(request|duplicates|withdraw|tell|panel|decide)/, 'the request and the decisions'],
  [/^\/(advice|views|keep-out)/, 'advice and views'],
  [/^\/plan\/currency/, 'how old the plan is'],
  [/^\/changes/, 'what was said to have changed'],
  [/^\/(plan|draft)/, 'the draft plan'],
  [/^\/consult/, 'asking schools about a place'],
  [/^\/(final|deliveries)/, 'the final plan'],
  [/^\/(reviews|convenor|early-review)/, 'reviews of the plan'],
  [/^\/(education|transfers)/, 'where the child is educated, and where next'],
  [/^\/amendment/, 'changes to the plan'],
  [/^\/move/, 'a move to another council'],
  [/^\/(ceasing|reassessment)/, 'whether the plan goes on'],
  [/^\/disagreements/, 'disagreements and appeals'],
]

/** "GET /:area/cases/:caseId/final" is "the final plan". */
export function sideOf(route: string): string | undefined {
  const after = /^(?:GET|POST|opening) \/:area\/cases\/:(?:caseId|id)(.*)$/.exec(route)?.[1]
  return after === undefined ? undefined : sides.find(([pattern]) => pattern.test(after))?.[1]
}

/** What a family's list says instead: whom an address or a paper is kept from reads it too, and must not learn that there is one. */
const toFamily: Readonly<Record<string, string>> = { 'an address that is kept secret': 'the family and how to reach them', 'papers that are sealed': 'papers that were sent in' }

/** As a family's own list says it: each once, and nothing by which somebody learns what is kept from them. */
export const sidesForFamily = (routes: readonly string[]): string[] => [...new Set(sidesOf(routes).map((words) => toFamily[words] ?? words))]

/** Each once, in the order of the list above. */
export function sidesOf(routes: readonly string[]): string[] {
  const found = new Set(routes.map(sideOf))
  const known = sides.map(([, words]) => words).filter((words) => found.has(words))
  return known.length === 0 ? ['the case'] : known
}

const whyWords: Partial<Record<Part, string>> = {
  'case-officer': 'works in the team that looks after the case', 'plan-writer': 'writes plans for the council', 'decision-maker': 'decides for the council',
  school: 'works at the school or college', adviser: 'was asked for advice', 'health-lead': 'makes sure that the NHS does its part',
  'social-care-lead': 'makes sure that social care does its part', 'consulted-setting': 'works where we asked about a place', recipient: 'gives help that is in the plan',
  'break-glass': 'opened it in an emergency',
}

const isPart = (text: string): text is Part => text in partWords

/** Why somebody looked, as a family reads it: their part, or the reason that they gave. */
export function whyOf({ parts, personId, emergency }: Sitting, officerId: string | undefined): string {
  if (emergency !== undefined) return `opened it in an emergency: ${isEmergencyReason(emergency.reasonCode) ? emergencyReasons[emergency.reasonCode].forFamily : 'the reason is on record'}`
  if (officerId === personId) return 'is the case officer'
  const [why] = parts.filter(isPart).flatMap((part) => whyWords[part] ?? [])
  return why ?? 'works with the council'
}
