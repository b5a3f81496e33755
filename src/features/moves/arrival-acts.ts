// What the new council does with what arrived before a child is taken in: a file is brought, opened, or sent back.

import { actOutsideCase } from '../../casebook/act.ts'
import { mustHoldInArea } from '../../casebook/access/office.ts'
import { listAreas, openArea } from '../../casebook/open-area.ts'
import { enqueue } from '../../casebook/queue.ts'
import type { Occasion } from '../../casebook/tx.ts'
import { inTransaction } from '../../casebook/tx.ts'
import type { House } from '../../casebook/house.ts'
import { isSameCouncil } from '../../domain/moves/same-council.ts'
import type { Outcome } from '../../domain/outcome.ts'
import { ok, refused } from '../../domain/outcome.ts'
import { cleanFileName } from '../../platform/files/clean-file-name.ts'
import { changeArrival, getArrival, insertArrival } from './arrival-store.ts'
import { answerJob, headOf } from './carry.ts'
import { getLocked, insertLocked, listLocked, markOpened, putAway } from './locked-store.ts'
import type { OpenedPackage, PackageRefusal } from './package/read-package.ts'
import { readPackage } from './package/read-package.ts'

export type BringRefusal = { readonly kind: 'broken'; readonly because: PackageRefusal } | { readonly kind: 'virus' } | { readonly kind: 'not-scanned' } | { readonly kind: 'here-already' } | { readonly kind: 'own-record' }
  | { readonly kind: 'for-another'; readonly to: string } | { readonly kind: 'put-away' }

/** How long an officer waits for the virus scanner. */
const patience = 20_000

/** A file of a package, read and looked through for viruses, whole and file by file. Nothing is kept yet. */
export async function lookInto(house: House, bytes: Uint8Array): Promise<Outcome<OpenedPackage, BringRefusal>> {
  const opened = readPackage(bytes)
  if (!opened.ok) return refused({ kind: 'broken', because: opened.refusal })
  for (const each of [bytes, ...opened.value.files.values(), ...opened.value.readable.values()]) {
    const { verdict } = await house.scanner.scan(each, { withinMs: patience })
    if (verdict === 'infected') return refused({ kind: 'virus' })
    if (verdict !== 'clean') return refused({ kind: 'not-scanned' })
  }
  return opened
}

/** A file that another council gave on another way is put among the arrivals. */
export const bringArrival = actOutsideCase('bring-arrival', async (tx, { area: code, bytes, opened, lockedId }: { area: string; bytes: Uint8Array; opened: OpenedPackage; lockedId?: string }): Promise<Outcome<string, BringRefusal>> => {
  const area = await openArea(tx, code)
  const { personId } = mustHoldInArea(tx, 'receive-moves', area.id)
  if (opened.manifest.from.council === area.councilName) return refused({ kind: 'own-record' })
  const { council: to } = opened.manifest.to
  if (!isSameCouncil(to, area.councilName) && (await listAreas(tx)).some(({ councilName }) => isSameCouncil(to, councilName))) return refused({ kind: 'for-another', to })
  const { sha256, size } = await tx.house.files.keep(bytes)
  const id = await insertArrival(tx, { ...headOf(opened), localAreaId: area.id, packageSha256: sha256, packageSize: size, publicKey: opened.signature.publicKey, broughtBy: personId })
  if (id === undefined) return refused({ kind: 'here-already' })
  if (lockedId !== undefined) {
    const locked = await getLocked(tx, area.id, lockedId, { lock: true })
    if (locked.isPutAway || locked.arrivalId !== undefined) return refused({ kind: locked.isPutAway ? 'put-away' : 'here-already' })
    await markOpened(tx, area.id, lockedId, id)
  }
  return ok(id)
})

/** A locked file is kept as it came, until somebody opens it with its passphrase. What is in it is looked through then. */
export const keepLocked = actOutsideCase('keep-locked-package', async (tx, { area: code, fileName, bytes }: { area: string; fileName: string; bytes: Uint8Array }): Promise<Outcome<string, BringRefusal>> => {
  const area = await openArea(tx, code)
  const { personId } = mustHoldInArea(tx, 'receive-moves', area.id)
  const { sha256, size } = await tx.house.files.keep(bytes)
  const before = (await listLocked(tx, area.id)).find((one) => one.sha256 === sha256)
  return ok(before?.id ?? await insertLocked(tx, area.id, { fileName: cleanFileName(fileName, 'age'), sha256, size, broughtBy: personId }))
})

/** Nobody can open it, or it is not for this council. */
export const putLockedAway = actOutsideCase('put-away-locked-package', async (tx, { area: code, lockedId }: { area: string; lockedId: string }): Promise<Outcome<null, never>> => {
  const area = await openArea(tx, code)
  const { personId } = mustHoldInArea(tx, 'receive-moves', area.id)
  const locked = await getLocked(tx, area.id, lockedId, { lock: true })
  if (!locked.isPutAway && locked.arrivalId === undefined) await putAway(tx, area.id, lockedId, personId)
  return ok(null)
})

/** Opening is noted once, and the old council is told: nothing waits unseen. */
export async function noteOpened(occasion: Occasion, code: string, arrivalId: string): Promise<void> {
  await inTransaction(occasion, async (tx) => {
    const area = await openArea(tx, code)
    const { personId } = mustHoldInArea(tx, 'receive-moves', area.id)
    const arrival = await getArrival(tx, area.id, arrivalId, { lock: true })
    if (arrival.state !== 'waiting') return
    await changeArrival(tx, arrival, { openedAt: tx.now, openedBy: personId })
    await enqueue(tx, answerJob, { localAreaId: area.id, arrivalId })
  })
}

export const returnArrival = actOutsideCase('return-arrival', async (tx, { area: code, arrivalId, because }: { area: string; arrivalId: string; because: string }): Promise<Outcome<null, { readonly kind: 'over-already' }>> => {
  const area = await openArea(tx, code)
  const { personId } = mustHoldInArea(tx, 'receive-moves', area.id)
  const arrival = await getArrival(tx, area.id, arrivalId, { lock: true })
  if (arrival.state !== 'waiting' && arrival.state !== 'opened') return refused({ kind: 'over-already' })
  await changeArrival(tx, arrival, { returnedAt: tx.now, returnedBy: personId, returnedBecause: because })
  await enqueue(tx, answerJob, { localAreaId: area.id, arrivalId })
  return ok(null)
})
