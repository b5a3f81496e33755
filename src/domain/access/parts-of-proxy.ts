// Who acts for a family member, and what that gives: what the family member consented to, as far as they have it themselves, on the
// days for which they consented. Compared with the day when it is asked, so that nobody outlives their consent by a night.

import type { HelpPart } from '../case-file/facts.ts'
import type { Instant, PlainDate } from '../calendar/plain-date.ts'
import { addMonths } from '../calendar/plain-date.ts'
import type { Part } from './parts.ts'

export const proxyKinds = ['friend', 'relative', 'advocate', 'interpreter', 'solicitor', 'agency'] as const
export type ProxyKind = (typeof proxyKinds)[number]

export const proxyKindWords: Record<ProxyKind, string> = {
  friend: 'friend', relative: 'relative', advocate: 'adviser or advocate (such as SENDIASS)', interpreter: 'interpreter', solicitor: 'solicitor', agency: 'agency of the foster carer',
}

export interface Proxy {
  readonly personId: string
  readonly forPersonId: string
  readonly scopes: readonly HelpPart[]
  readonly from: PlainDate
  /** The last day. There always is one. */
  readonly to: PlainDate
  readonly endedAt?: Instant | undefined
}

/** Consent is asked for again after a year at the latest. */
export const longestProxyMonths = 12
export const latestEnd = (from: PlainDate): PlainDate => addMonths(from, longestProxyMonths)

export const isLive = ({ from, to, endedAt }: Pick<Proxy, 'from' | 'to' | 'endedAt'>, on: PlainDate): boolean =>
  endedAt === undefined && from <= on && on <= to

/**
 * What of each scope the family member must have themselves before somebody can have it for them. Reading the plan brings where the case
 * is, which a parent of a young person does not have: who acts for such a parent does not read the plan here.
 */
const neededFor: Record<HelpPart, readonly Part[]> = {
  plan: ['parent', 'young-person'], letters: ['parent', 'young-person', 'parent-plan', 'past-parent'],
  messages: ['parent', 'young-person', 'parent-messages'], views: ['parent', 'young-person', 'parent-views'],
}
const partOfScope: Record<HelpPart, Part> = { plan: 'proxy-plan', letters: 'proxy-letters', messages: 'proxy-messages', views: 'proxy-views' }

/** The scopes that are really open: consented to, and the family member's own on that day. */
export const openScopes = (proxy: Proxy, principalsParts: readonly Part[], on: PlainDate): readonly HelpPart[] =>
  (isLive(proxy, on) ? proxy.scopes.filter((scope) => neededFor[scope].some((part) => principalsParts.includes(part))) : [])

/** The parts of somebody who acts for a family member who holds `principalsParts`. */
export function partsOfProxy(proxy: Proxy, principalsParts: readonly Part[], on: PlainDate): readonly Part[] {
  const scopes = openScopes(proxy, principalsParts, on)
  return scopes.length === 0 ? [] : [...new Set<Part>(['proxy', ...scopes.map((scope) => partOfScope[scope])])]
}
