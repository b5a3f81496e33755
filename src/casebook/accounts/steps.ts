// Half-way through signing in, coming back, or opening an account: what was shown so far, under a token in a cookie that lasts
// minutes. Nothing of a case is seen with it.

import { z } from 'zod'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { PersonId } from '../../domain/ids.ts'
import { instantAfter } from '../../platform/clock/system-clock.ts'
import type { Cookie } from '../../platform/http/reply.ts'
import { hashOfToken, isSameHash, newSixDigits, newToken } from '../../platform/second-factor/codes.ts'
import type { House } from '../house.ts'
import { hostCookie } from '../signing-in/session.ts'
import type { Tx } from '../tx.ts'

type Asked = { readonly house: Pick<House, 'baseUrl'>; readonly cookies: Readonly<Record<string, string>> }
const stepCookieName = ({ house }: Pick<Asked, 'house'>): string => hostCookie(house, 'hub-step')

/** The token of whatever this browser is half-way through. */
export const stepTokenIn = (asked: Asked): string | undefined => asked.cookies[stepCookieName(asked)]
export const stepCookie = (asked: Asked, token: string, kind: StepKind): Cookie => ({ name: stepCookieName(asked), value: token, maxAge: minutesOf[kind] * 60 })
export const noStepCookie = (asked: Asked): Cookie => ({ name: stepCookieName(asked), value: '', maxAge: 0 })

const minute = 60_000

export type StepKind = 'second-factor' | 'recovery' | 'set-up'
const minutesOf: Record<StepKind, number> = { 'second-factor': 15, recovery: 30, 'set-up': 60 }

const answers = z.object({
  email: z.string(), userHandle: z.string(), next: z.string(), invitationId: z.string(),
  /** Others use this computer too: said before the password. */
  isShared: z.boolean(),
  /** Only this is made anew (`both`: a password with its second factor, beside passkeys); absent when the whole account is. */
  only: z.enum(['password', 'second-factor', 'both', 'email']),
  passwordHash: z.string(), factor: z.enum(['app', 'text', 'email']), appKeySealed: z.string(), phoneSealed: z.string(), newEmailSealed: z.string(),
}).partial()
export type Answers = { readonly [K in keyof z.infer<typeof answers>]?: z.infer<typeof answers>[K] }

export interface Step {
  readonly tokenHash: string
  readonly kind: StepKind
  readonly personId: PersonId
  readonly data: Answers
  readonly tries: number
  readonly endsAt: Instant
}

/** Begins one, and gives its token. */
export async function beginStep(tx: Tx, kind: StepKind, personId: PersonId | null, data: Answers = {}): Promise<string> {
  const token = newToken()
  await tx.db.insertInto('signInStep').values({
    tokenHash: hashOfToken(token), kind, personId, data: JSON.stringify(data), startedAt: tx.now, endsAt: instantAfter(tx.now, minutesOf[kind] * minute), codeHash: null, codeEndsAt: null,
  }).execute()
  return token
}

/** The step of this token, held for the transaction; undefined when there is none, it is over, or it is another kind. */
export async function findStep(tx: Tx, token: string | undefined, kind: StepKind): Promise<Step | undefined> {
  if (token === undefined || token === '') return undefined
  const row = await tx.db.selectFrom('signInStep').selectAll().where('tokenHash', '=', hashOfToken(token)).where('kind', '=', kind).where('endsAt', '>', tx.now).forUpdate().executeTakeFirst()
  return row === undefined || row.personId === null ? undefined : { tokenHash: row.tokenHash, kind, personId: row.personId, data: answers.parse(row.data) as Answers, tries: row.tries, endsAt: row.endsAt }
}

export async function answerStep(tx: Tx, step: Step, more: Answers): Promise<Step> {
  const data = { ...step.data, ...more }
  await tx.db.updateTable('signInStep').set({ data: JSON.stringify(data) }).where('tokenHash', '=', step.tokenHash).execute()
  return { ...step, data }
}

export async function countStepTry(tx: Tx, step: Step): Promise<void> {
  await tx.db.updateTable('signInStep').set({ tries: step.tries + 1 }).where('tokenHash', '=', step.tokenHash).execute()
}

export async function endStep(tx: Tx, step: Pick<Step, 'tokenHash'>): Promise<void> {
  await tx.db.deleteFrom('signInStep').where('tokenHash', '=', step.tokenHash).execute()
}

/** A code of six digits for this step: good for ten minutes, once; a new one ends the old. */
export async function newCodeFor(tx: Tx, step: Step): Promise<string> {
  const code = newSixDigits()
  await tx.db.updateTable('signInStep').set({ codeHash: hashOfToken(code, step.tokenHash), codeEndsAt: instantAfter(tx.now, 10 * minute) }).where('tokenHash', '=', step.tokenHash).execute()
  return code
}

/** True once for the right code. */
export async function takeCode(tx: Tx, step: Step, typed: string): Promise<boolean> {
  const row = await tx.db.selectFrom('signInStep').select(['codeHash', 'codeEndsAt']).where('tokenHash', '=', step.tokenHash).executeTakeFirst()
  if (row?.codeHash === null || row?.codeHash === undefined || row.codeEndsAt === null || row.codeEndsAt <= tx.now) return false
  if (!isSameHash(row.codeHash, hashOfToken(typed, step.tokenHash))) return false
  await tx.db.updateTable('signInStep').set({ codeHash: null, codeEndsAt: null }).where('tokenHash', '=', step.tokenHash).execute()
  return true
}

/** Every way back and half-way sign-in of a person is over: after something of the account was changed. */
export async function endStepsOf(tx: Tx, personId: PersonId): Promise<void> {
  await tx.db.deleteFrom('signInStep').where('personId', '=', personId).execute()
}

/** Steps that are over, and challenges that nobody can answer any more. */
export async function clearOldSteps(tx: Tx): Promise<void> {
  await tx.db.deleteFrom('signInStep').where('endsAt', '<', tx.now).execute()
  await tx.db.deleteFrom('usedChallenge').where('endsAt', '<', tx.now).execute()
}
