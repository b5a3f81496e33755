// Who acts for a family member: named by them or with their consent, ended by any of them, at once.

import { act } from '../../../casebook/act.ts'
import { insertPerson } from '../../../casebook/family/family-rows.ts'
import { listProxies, standingsOf } from '../../../casebook/access/family-standing.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import { joinCase, leaveCase } from '../../../casebook/parties.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { ProxyKind } from '../../../domain/access/parts-of-proxy.ts'
import { isLive } from '../../../domain/access/parts-of-proxy.ts'
import { councilTeam } from '../../../domain/access/parts.ts'
import type { HelpPart } from '../../../domain/case-file/facts.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { PersonId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { findByEmail, listFamilyParties } from '../family-store.ts'
import { endProxyRow, insertProxy, listProxyRows, worksForCouncil } from '../proxy-store.ts'

export interface ProxyInput {
  readonly forPersonId: PersonId
  readonly name: string
  readonly email: string
  readonly kind: ProxyKind
  readonly organisation?: string
  readonly scopes: readonly HelpPart[]
  readonly consent: string
  readonly to: PlainDate
}

export type ProxyRefusal = { readonly kind: 'not-on-case' | 'email-of-somebody-else' | 'is-family' | 'is-council' | 'kept-out' | 'named-already' }

export const isCouncil = ({ parts }: Pick<CaseFile, 'parts'>): boolean => parts.some((part) => councilTeam.includes(part))
const viewerId = (tx: Tx): PersonId | undefined => (tx.viewer.kind === 'person' ? tx.viewer.personId : undefined)

/**
 * Names somebody who acts for a family member. A family member names for themselves alone; an officer writes down what a family
 * member consented to. Another member of the same family cannot be named: each parent's rights are their own.
 */
export const nameProxy = act('name-proxy', async (tx, caseFile, input: ProxyInput): Promise<Outcome<string, ProxyRefusal>> => {
  if (!isCouncil(caseFile) && input.forPersonId !== viewerId(tx)) throw new NotAllowed('name-proxy')
  const family = await listFamilyParties(tx, caseFile)
  const principal = family.find(({ personId }) => personId === input.forPersonId)
  if (principal === undefined) return refused({ kind: 'not-on-case' })
  const holder = await findByEmail(tx, input.email)
  if (holder !== undefined && holder.fullName.trim().toLowerCase() !== input.name.trim().toLowerCase()) return refused({ kind: 'email-of-somebody-else' })
  if (holder !== undefined) {
    if (family.some(({ personId }) => personId === holder.id) || holder.id === caseFile.child.personId) return refused({ kind: 'is-family' })
    const standing = (await standingsOf(tx, { localAreaId: caseFile.localAreaId, childId: caseFile.child.id }))(holder.id)
    if (standing.mayNotBeTold) return refused({ kind: 'kept-out' })
    if (await worksForCouncil(tx, caseFile, holder.id)) return refused({ kind: 'is-council' })
    // One person acts for one family member: what two parents say stays apart.
    const acting = (await listProxies(tx, { localAreaId: caseFile.localAreaId, caseId: caseFile.id })).filter((one) => one.personId === holder.id && one.endedAt === undefined && one.to >= tx.today)
    if (acting.length > 0) return refused({ kind: 'named-already' })
  }
  const personId = holder?.id ?? await insertPerson(tx, { fullName: input.name, email: input.email }, { canSignIn: true })
  const { forPersonId, kind, scopes, consent, to, organisation } = input
  const proxyId = await insertProxy(tx, caseFile, { personId, forPersonId, kind, scopes, consent, from: tx.today, to, ...(organisation === undefined ? {} : { organisation }) })
  await joinCase(tx, caseFile, { personId, part: 'proxy', basis: `acts for ${principal.name}, by consent`, name: input.name })
  await recordFact(tx, caseFile, { type: 'proxy-named', proxyId, name: input.name, for: principal.name, forPersonId, to })
  return ok(proxyId)
})

/** Ends it at once: by the family member, by whoever acts for them, or by an officer who was told. */
export const endProxy = act('end-proxy', async (tx, caseFile, { proxyId }: { proxyId: string }): Promise<Outcome<string, { readonly kind: 'ended-already' }>> => {
  const rows = await listProxyRows(tx, caseFile, { ownOnly: !isCouncil(caseFile) })
  const proxy = rows.find(({ id }) => id === proxyId)
  if (proxy === undefined) throw new NotFound('proxy')
  if (proxy.endedAt !== undefined) return refused({ kind: 'ended-already' })
  await endProxyRow(tx, caseFile, proxyId)
  const others = rows.filter((one) => one.id !== proxyId && one.personId === proxy.personId && isLive(one, tx.today))
  if (others.length === 0) await leaveCase(tx, caseFile, { personId: proxy.personId, part: 'proxy', name: proxy.name })
  await recordFact(tx, caseFile, { type: 'proxy-ended', proxyId, name: proxy.name, for: proxy.forName, forPersonId: proxy.forPersonId })
  return ok(proxyId)
})
