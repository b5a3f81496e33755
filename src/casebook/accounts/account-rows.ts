// The rows of local accounts: how each person signs in. Nothing else writes them. Whoever is asked about an address that has no
// account does the same statements as for one that has.

import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { PersonId, SessionId } from '../../domain/ids.ts'
import type { SecondFactor } from '../../domain/sign-in/proofs.ts'
import { secondFactors } from '../../domain/sign-in/proofs.ts'
import type { KnownPasskey } from '../../platform/passkeys/passkeys.ts'
import { hashOfRecoveryCode, hashOfToken, newToken } from '../../platform/second-factor/codes.ts'
import { endBindings } from '../signing-in/outside-identity.ts'
import { endSessionsOf } from '../signing-in/session.ts'
import type { Tx } from '../tx.ts'

export interface Account {
  readonly personId: PersonId
  readonly name: string
  readonly email: string
  readonly userHandle: string
  readonly passwordHash: string | null
  readonly secondFactor: SecondFactor | undefined
  readonly appKeySealed: string | null
  readonly appLastStep: number | undefined
  readonly phoneSealed: string | null
  readonly wrongCodes: number
  readonly lastSignedInAt: Instant | undefined
  /** Closed accounts are found, so that they cost the same; nobody signs in with one. */
  readonly isClosed: boolean
}

/** Small letters: nobody remembers how they wrote their address. */
export const signInName = (email: string): string => email.trim().toLowerCase()

const found = (tx: Tx) => tx.db.selectFrom('account as a').innerJoin('person as n', 'n.id', 'a.personId').selectAll('a').select('n.fullName')

type Row = Awaited<ReturnType<ReturnType<typeof found>['executeTakeFirstOrThrow']>>

const accountOf = (row: Row): Account => ({
  personId: row.personId, name: row.fullName, email: row.email, userHandle: row.userHandle, passwordHash: row.passwordHash,
  secondFactor: secondFactors.find((factor) => factor === row.secondFactor), appKeySealed: row.appKeySealed, appLastStep: row.appLastStep ?? undefined,
  phoneSealed: row.phoneSealed, wrongCodes: row.wrongCodes, lastSignedInAt: row.lastSignedInAt ?? undefined, isClosed: row.closedAt !== null,
})

export async function findAccountByEmail(tx: Tx, email: string): Promise<Account | undefined> {
  const row = await found(tx).where('a.email', '=', signInName(email)).executeTakeFirst()
  return row === undefined ? undefined : accountOf(row)
}

/** `hold` keeps the row for this transaction: two codes at once are counted one after the other. */
export async function findAccount(tx: Tx, personId: PersonId, { hold = false } = {}): Promise<Account | undefined> {
  const query = found(tx).where('a.personId', '=', personId)
  const row = await (hold ? query.forUpdate('a') : query).executeTakeFirst()
  return row === undefined ? undefined : accountOf(row)
}

/** Whoever works for a body sees many children: they have no codes by text or e-mail. */
export async function isStaff(tx: Tx, personId: PersonId): Promise<boolean> {
  const row = await tx.db.selectFrom('membership').select('id').where('personId', '=', personId).where('fromOn', '<=', tx.today)
    .where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', tx.today)])).limit(1).executeTakeFirst()
  return row !== undefined
}

export interface PasswordWay {
  readonly passwordHash: string
  readonly factor: FactorWay
}

export type FactorWay =
  | { readonly kind: 'app'; readonly keySealed: string; readonly lastStep: number }
  | { readonly kind: 'text'; readonly phoneSealed: string }
  | { readonly kind: 'email' }

const factorColumns = (factor: FactorWay) => ({
  secondFactor: factor.kind,
  appKeySealed: factor.kind === 'app' ? factor.keySealed : null, appLastStep: factor.kind === 'app' ? factor.lastStep : null,
  phoneSealed: factor.kind === 'text' ? factor.phoneSealed : null, wrongCodes: 0,
})

/**
 * Opens the account, or opens it anew when the council invited again because everything was lost: then all that was there before is
 * gone, and so is every session. From now on the person can sign in, and letters reach them in the hub.
 */
export async function openAccount(tx: Tx, { personId, email, userHandle }: { personId: PersonId; email: string; userHandle: string }, way: PasswordWay | undefined): Promise<void> {
  await tx.db.deleteFrom('passkey').where('personId', '=', personId).execute()
  await tx.db.deleteFrom('knownDevice').where('personId', '=', personId).execute()
  await endSessionsOf(tx.db, personId, tx.now, { because: 'account' })
  const columns = {
    email: signInName(email), userHandle, passwordHash: way?.passwordHash ?? null, openedAt: tx.now, closedAt: null,
    ...(way === undefined ? { secondFactor: null, appKeySealed: null, appLastStep: null, phoneSealed: null, wrongCodes: 0 } : factorColumns(way.factor)),
  }
  await tx.db.insertInto('account').values({ personId, ...columns }).onConflict((conflict) => conflict.column('personId').doUpdateSet(columns)).execute()
  await tx.db.updateTable('person').set({ canSignIn: true }).where('id', '=', personId).execute()
}

/** Somebody has this address for signing in already. */
export async function isEmailTaken(tx: Tx, email: string, except: PersonId): Promise<boolean> {
  const row = await tx.db.selectFrom('account').select('personId').where('email', '=', signInName(email)).where('personId', '!=', except).executeTakeFirst()
  return row !== undefined
}

/** Nobody signs in with it any more, here or with an account elsewhere, and letters go on paper again. */
export async function closeAccount(tx: Tx, personId: PersonId): Promise<void> {
  await tx.db.updateTable('account').set({ closedAt: tx.now }).where('personId', '=', personId).where('closedAt', 'is', null).execute()
  await tx.db.updateTable('person').set({ canSignIn: false }).where('id', '=', personId).execute()
  await endBindings(tx.db, personId, tx.now)
  await endSessionsOf(tx.db, personId, tx.now, { because: 'account' })
}

export async function setPassword(tx: Tx, personId: PersonId, passwordHash: string): Promise<void> {
  await tx.db.updateTable('account').set({ passwordHash, wrongCodes: 0 }).where('personId', '=', personId).execute()
}

export async function setPasswordWay(tx: Tx, personId: PersonId, { passwordHash, factor }: PasswordWay): Promise<void> {
  await tx.db.updateTable('account').set({ passwordHash, ...factorColumns(factor) }).where('personId', '=', personId).execute()
}

export async function setFactor(tx: Tx, personId: PersonId, factor: FactorWay): Promise<void> {
  await tx.db.updateTable('account').set(factorColumns(factor)).where('personId', '=', personId).execute()
}

/** The address of an account moves; how the council writes to the person moves along where it was the same. */
export async function setSignInEmail(tx: Tx, personId: PersonId, { from, to }: { from: string; to: string }): Promise<void> {
  await tx.db.updateTable('account').set({ email: signInName(to) }).where('personId', '=', personId).execute()
  await tx.db.updateTable('person').set({ email: to }).where('id', '=', personId).where((eb) => eb(eb.fn<string>('lower', ['email']), '=', signInName(from))).execute()
}

/** One more wrong code after a right password; with `voids` the password is no longer one. */
export async function countWrongCode(tx: Tx, personId: PersonId, wrongCodes: number, { voids }: { voids: boolean }): Promise<void> {
  await tx.db.updateTable('account').set({ wrongCodes, ...(voids ? { passwordHash: null } : {}) }).where('personId', '=', personId).execute()
}

/** Remembers that a code of this step was taken: it is not taken again. */
export async function rememberStep(tx: Tx, personId: PersonId, appLastStep: number): Promise<void> {
  await tx.db.updateTable('account').set({ appLastStep }).where('personId', '=', personId).execute()
}

/**
 * Each sign-in with a code forgives one wrong code and no more: or whoever knows a password could guess a few codes each day,
 * between one sign-in of its owner and the next.
 */
export async function noteSignedIn(tx: Tx, personId: PersonId, { forgives = false } = {}): Promise<void> {
  await tx.db.updateTable('account').set(({ eb, fn, val, ref }) => ({ lastSignedInAt: tx.now, wrongCodes: forgives ? fn<number>('greatest', [val(0), eb('wrongCodes', '-', 1)]) : ref('wrongCodes') })).where('personId', '=', personId).execute()
}

/** New codes instead of all that were there. Kept as hashes; shown by the caller, once. */
export async function keepRecoveryCodes(tx: Tx, personId: PersonId, codes: readonly string[]): Promise<void> {
  await tx.db.deleteFrom('recoveryCode').where('personId', '=', personId).execute()
  const hashes = await Promise.all(codes.map((code) => hashOfRecoveryCode(code, personId)))
  await tx.db.insertInto('recoveryCode').values(hashes.map((codeHash) => ({ personId, codeHash, usedAt: null }))).execute()
}

/** True once for each right code. */
export async function useRecoveryCode(tx: Tx, personId: PersonId, typed: string): Promise<boolean> {
  const codeHash = await hashOfRecoveryCode(typed, personId)
  const used = await tx.db.updateTable('recoveryCode').set({ usedAt: tx.now })
    .where('personId', '=', personId).where('codeHash', '=', codeHash).where('usedAt', 'is', null).executeTakeFirst()
  return used.numUpdatedRows === 1n
}

export async function countRecoveryCodes(tx: Tx, personId: PersonId): Promise<number> {
  const { left } = await tx.db.selectFrom('recoveryCode').select((eb) => eb.fn.countAll<number>().as('left')).where('personId', '=', personId).where('usedAt', 'is', null).executeTakeFirstOrThrow()
  return Number(left)
}

export interface OwnPasskey extends KnownPasskey {
  readonly name: string
  readonly personId: PersonId
  readonly isSynced: boolean
  readonly createdAt: Instant
  readonly lastUsedAt: Instant | undefined
}

const passkeys = (tx: Tx) => tx.db.selectFrom('passkey').selectAll()
type PasskeyRow = Awaited<ReturnType<ReturnType<typeof passkeys>['executeTakeFirstOrThrow']>>
const passkeyOf = (row: PasskeyRow): OwnPasskey => ({
  id: row.id, personId: row.personId, publicKey: new Uint8Array(Buffer.from(row.publicKey, 'base64url')), counter: row.counter, transports: row.transports,
  name: row.name, isSynced: row.isSynced, createdAt: row.createdAt, lastUsedAt: row.lastUsedAt ?? undefined,
})

export async function listPasskeys(tx: Tx, personId: PersonId): Promise<OwnPasskey[]> {
  return (await passkeys(tx).where('personId', '=', personId).orderBy('createdAt').execute()).map(passkeyOf)
}

/** Held, so that two answers with one counter are looked at one after the other. */
export async function findPasskey(tx: Tx, id: string): Promise<OwnPasskey | undefined> {
  const row = await passkeys(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? undefined : passkeyOf(row)
}

/** False when the browser's passkey is somebody's already. */
export async function insertPasskey(tx: Tx, personId: PersonId, made: { passkey: KnownPasskey; isSynced: boolean; name: string }): Promise<boolean> {
  const { id, publicKey, counter, transports } = made.passkey
  const added = await tx.db.insertInto('passkey').values({
    id, personId, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports: [...transports], name: made.name, isSynced: made.isSynced, createdAt: tx.now, lastUsedAt: null,
  }).onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

export async function noteUsed(tx: Tx, id: string, counter: number): Promise<void> {
  await tx.db.updateTable('passkey').set({ counter, lastUsedAt: tx.now }).where('id', '=', id).execute()
}

export async function removePasskey(tx: Tx, personId: PersonId, id: string): Promise<OwnPasskey | undefined> {
  const row = await tx.db.deleteFrom('passkey').where('personId', '=', personId).where('id', '=', id).returningAll().executeTakeFirst()
  return row === undefined ? undefined : passkeyOf(row)
}

/** A browser in which this person has signed in now: gives the token for its cookie. */
export async function keepDevice(tx: Tx, personId: PersonId): Promise<string> {
  const token = newToken()
  await tx.db.insertInto('knownDevice').values({ tokenHash: hashOfToken(token), personId, firstUsedAt: tx.now, lastUsedAt: tx.now }).execute()
  return token
}

/** It was used again: browsers that nobody used for a year are forgotten. */
export async function noteDeviceUsed(tx: Tx, token: string): Promise<void> {
  await tx.db.updateTable('knownDevice').set({ lastUsedAt: tx.now }).where('tokenHash', '=', hashOfToken(token)).execute()
}

export async function clearOldDevices(tx: Tx, before: Instant): Promise<void> {
  await tx.db.deleteFrom('knownDevice').where('lastUsedAt', '<', before).execute()
}

/** Whether this browser is one of theirs. Asked with somebody's id or nobody's, at the same cost. */
export async function isKnownDevice(tx: Tx, personId: PersonId | undefined, token: string): Promise<boolean> {
  const row = await tx.db.selectFrom('knownDevice').select('personId').where('tokenHash', '=', hashOfToken(token)).executeTakeFirst()
  return row !== undefined && row.personId === personId
}

/** The name on record of somebody who may have no account yet. */
export async function nameOf(tx: Tx, personId: PersonId): Promise<string> {
  return (await tx.db.selectFrom('person').select('fullName').where('id', '=', personId).executeTakeFirstOrThrow()).fullName
}

/** Ends every session but the one named, and makes every browser a stranger again: after something of the account was changed. */
export async function endAllBut(tx: Tx, personId: PersonId, except: SessionId | undefined): Promise<void> {
  await endSessionsOf(tx.db, personId, tx.now, { because: 'password', except })
  await tx.db.deleteFrom('knownDevice').where('personId', '=', personId).execute()
}
