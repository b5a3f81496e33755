import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import type { AddressWords, OpeningReason } from '../../../casebook/family/sealed-addresses.ts'
import { noteReading, openingReasons, showSealedAddress, shownForSeconds } from '../../../casebook/family/sealed-addresses.ts'
import { read } from '../../../casebook/tx.ts'
import { mayLook } from '../../../domain/access/policy.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { listReadings } from '../address-store.ts'
import { listHomes } from '../family-store.ts'
import type { HomeRow } from '../family-store.ts'
import { fieldReader } from '../read-fields.ts'
import { openingReasonWords } from '../words.ts'
import type { ReadingRow } from '../address-store.ts'
import { askView, shownView } from './view.tsx'

export interface AskInput { readonly addressId: string; readonly reason: OpeningReason; readonly words: string }

/** Asks for a protected address: who, when and why are kept before anything is shown. Answers with the reading's id, never with words. */
export const askForAddress = act('open-sealed-address', async (tx, caseFile, input: AskInput): Promise<Outcome<string, { readonly kind: 'not-on-record' }>> => {
  const home = (await listHomes(tx, caseFile)).find(({ id, isConfidential }) => isConfidential && id === input.addressId)
  if (home === undefined) return refused({ kind: 'not-on-record' })
  const readingId = await noteReading(tx, caseFile, input)
  await recordFact(tx, caseFile, { type: 'sealed-address-asked', readingId, reason: input.reason })
  return ok(readingId)
})

interface Found { readonly caseFile: CaseFile; readonly homes: readonly HomeRow[]; readonly readings: readonly ReadingRow[] }

const find = (ask: Ask): Promise<Found> => read(ask, async (tx) => {
  const caseFile = await openCaseFile(tx, caseKeyOf(ask))
  mustBeAbleToLook(caseFile, 'sealed-address')
  return { caseFile, homes: (await listHomes(tx, caseFile)).filter(({ isConfidential }) => isConfidential), readings: await listReadings(tx, caseFile) }
})

export async function show(ask: Ask): Promise<Reply> {
  return page(view(ask, await find(ask), [], {}))
}

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const again = (errors: FormErrors): Reply => wrongForm(view(ask, found, errors, ask.form.values()))
  const reader = fieldReader(ask.form)
  const [only, ...others] = found.homes
  const addressId = others.length === 0 ? only?.id : reader.oneOf('address', found.homes.map(({ id }) => id), 'Select which address')
  const reason = reader.oneOf('reason', openingReasons, 'Select why you need to see it')
  const words = reader.text('words', 'Reason', 500)
  if (reason === 'other' && words === '') reader.wrong('words', 'Enter why you need to see it')
  if (reader.errors.length > 0 || addressId === undefined || reason === undefined) return again(reader.errors.length > 0 ? reader.errors : [{ field: 'reason', message: 'No protected address is on record' }])
  const asked = await askForAddress(ask, caseKeyOf(ask), { addressId, reason, words })
  return asked.ok ? redirect(paths.shownAddress({ ...found.caseFile.key, readingId: asked.value })) : again([{ field: 'reason', message: 'This address is no longer on record' }])
}

/** Shows it once. The page leaves by itself after a minute; asked for again, it says that a new reason is needed. */
export async function shown(ask: Ask): Promise<Reply> {
  const { caseFile, address } = await read(ask, async (tx): Promise<{ caseFile: CaseFile; address: AddressWords | undefined }> => {
    const opened = await openCaseFile(tx, caseKeyOf(ask))
    return { caseFile: opened, address: await showSealedAddress(tx, opened, param(ask, 'readingId')) }
  })
  return page(shownView({ frame: ask.frame, caseFile, address, seconds: shownForSeconds }))
}

const view = ({ frame }: Ask, found: Found, errors: FormErrors, values: FormValues) =>
  askView({ frame, ...found, errors, values, backTo: mayLook('family-details', found.caseFile.parts) ? paths.caseFamily(found.caseFile.key) : paths.caseOverview(found.caseFile.key), reasons: openingReasons.map((value) => ({ value, text: openingReasonWords[value] })) })
