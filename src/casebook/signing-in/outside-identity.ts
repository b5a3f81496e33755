// Whom an account elsewhere stands for. It is bound to a person by an invitation, by an administrator, or by an address that the
// provider stands by together with the second fact of an invitation; never by itself, and it never makes a person.

import { createHash, randomInt } from 'node:crypto'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { PersonId } from '../../domain/ids.ts'
import { instantAfter } from '../../platform/clock/system-clock.ts'
import type { Database } from '../../platform/db/schema.ts'
import type { Cookie } from '../../platform/http/reply.ts'
import { SealBroken } from '../../platform/seal/seal.ts'
import type { House } from '../house.ts'
import { hostCookie } from './session.ts'

/** Who somebody is at a provider. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
}

export type BoundHow = 'invitation' | 'administrator' | 'invited-email'

/** The person bound to an identity, and whether they may sign in at all. */
export async function findBound(database: Kysely<Database>, { issuer, subject }: Identity): Promise<{ readonly personId: PersonId; readonly canSignIn: boolean } | undefined> {
  return database.selectFrom('outsideIdentity as o').innerJoin('person as p', 'p.id', 'o.personId').select(['o.personId', 'p.canSignIn'])
    .where('o.issuer', '=', issuer).where('o.subject', '=', subject).where('o.endedAt', 'is', null).executeTakeFirst()
}

/**
 * Binds an identity to a person, who may sign in from then on. False when it is bound to somebody already: one account elsewhere
 * is one person. One whose binding was ended may be bound again.
 */
export async function bindIdentity(database: Kysely<Database>, { issuer, subject, provider }: Identity & { provider: string }, person: { personId: PersonId; how: BoundHow; by?: PersonId; now: Instant }): Promise<boolean> {
  const held = { personId: person.personId, provider, boundAt: person.now, boundHow: person.how, boundBy: person.by ?? null, lastUsedAt: null, endedAt: null }
  const bound = await database.insertInto('outsideIdentity').values({ issuer, subject, ...held })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doUpdateSet(held).where('outsideIdentity.endedAt', 'is not', null)).executeTakeFirst()
  const isBound = Number(bound.numInsertedOrUpdatedRows) > 0
  if (isBound) await database.updateTable('person').set({ canSignIn: true }).where('id', '=', person.personId).execute()
  return isBound
}

/** Nobody comes in by any account elsewhere of theirs until it is bound again. */
export async function endBindings(database: Kysely<Database>, personId: PersonId, now: Instant): Promise<void> {
  await database.updateTable('outsideIdentity').set({ endedAt: now }).where('personId', '=', personId).where('endedAt', 'is', null).execute()
}

export async function noteUsed(database: Kysely<Database>, { issuer, subject }: Identity, now: Instant): Promise<void> {
  await database.updateTable('outsideIdentity').set({ lastUsedAt: now }).where('issuer', '=', issuer).where('subject', '=', subject).execute()
}

// Somebody whom nobody here is bound to reads a code to their administrator.

const waitsFor = 3 * 24 * 60 * 60 * 1000
const codeLetters = 'BCDFGHJKLMNPQRSTVWXZ23456789'
const codeLength = 10
const codeHash = (code: string): string => createHash('sha256').update(plainCode(code)).digest('hex')
const plainCode = (code: string): string => code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')

/** Keeps who they are at the provider for three days, and gives the code: "BCDFG-HJK23", 48 bits, read out by people. */
export async function askToBeBound(house: House, identity: Identity & { provider: string; toldName: string }): Promise<string> {
  const now = house.clock.now()
  const letters = Array.from({ length: codeLength }, () => codeLetters.charAt(randomInt(codeLetters.length))).join('')
  const { issuer, subject, provider, toldName } = identity
  await house.database.deleteFrom('waitingIdentity').where((eb) => eb.or([eb('endsAt', '<', now), eb.and([eb('issuer', '=', issuer), eb('subject', '=', subject)])])).execute()
  await house.database.insertInto('waitingIdentity').values({ codeHash: codeHash(letters), issuer, subject, provider, toldName, askedAt: now, endsAt: instantAfter(now, waitsFor) }).execute()
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}

export async function findWaiting(database: Kysely<Database>, code: string, now: Instant): Promise<(Identity & { readonly provider: string; readonly toldName: string; readonly askedAt: Instant }) | undefined> {
  return database.selectFrom('waitingIdentity').select(['issuer', 'subject', 'provider', 'toldName', 'askedAt'])
    .where('codeHash', '=', codeHash(code)).where('endsAt', '>', now).executeTakeFirst()
}

export async function forgetWaiting(database: Kysely<Database>, code: string): Promise<void> {
  await database.deleteFrom('waitingIdentity').where('codeHash', '=', codeHash(code)).execute()
}

// Somebody who has shown an invitation and its second fact goes to a provider: the browser carries for whom it comes back.

const ticket = z.object({ personId: z.string(), how: z.enum(['invitation', 'invited-email']), invitationId: z.string().optional(), until: z.string() })
const ticketMinutes = 15
const ticketName = (house: Pick<House, 'baseUrl'>): string => hostCookie(house, 'hub-invited')
const sealedFor = { purpose: 'sign-in', of: 'invited', about: 'ticket' } as const

/** Set this cookie and lead to `paths.signInAt({ provider })`: whoever comes back is bound to the person and signed in; the invitation is used up with it. */
export function invitedToBind(house: House, personId: PersonId, how: 'invitation' | 'invited-email', invitationId?: string): Cookie {
  const value = house.sealer.seal(JSON.stringify({ personId, how, invitationId, until: instantAfter(house.clock.now(), ticketMinutes * 60_000) }), sealedFor)
  return { name: ticketName(house), value, maxAge: ticketMinutes * 60 }
}

export const noInvitedCookie = (house: Pick<House, 'baseUrl'>): Cookie => ({ name: ticketName(house), value: '', maxAge: 0 })

/** For whom this browser was invited, when it still is. */
export function invitedIn(house: House, cookies: Readonly<Record<string, string>>): { readonly personId: PersonId; readonly how: 'invitation' | 'invited-email'; readonly invitationId?: string } | undefined {
  const sealed = cookies[ticketName(house)]
  if (sealed === undefined) return undefined
  try {
    const { personId, how, invitationId, until } = ticket.parse(JSON.parse(house.sealer.open(sealed, sealedFor)))
    return until > house.clock.now() ? { personId: personId as PersonId, how, ...(invitationId === undefined ? {} : { invitationId }) } : undefined
  } catch (error) {
    if (error instanceof SealBroken) return undefined
    throw error
  }
}
