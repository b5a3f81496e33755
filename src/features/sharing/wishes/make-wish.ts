import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { OnBehalf } from '../on-behalf.tsx'
import { speaksForFamily } from '../on-behalf.tsx'
import { getSettings, insertWish } from '../wish-store.ts'
import type { WishForm } from './make-form.ts'

export type WishRefusal = { readonly kind: 'not-on-this-case' } | { readonly kind: 'no-such-setting' }

/** The family asks for a setting (CFA 2014 s.38(2)(b)(ii)), a meeting (reg 13(1)(a)(ii)), or a form that they can use. */
export const makeWish = act('make-wish', async (
  tx, caseFile, { form, behalf }: { form: WishForm; behalf: OnBehalf },
): Promise<Outcome<string, WishRefusal>> => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('make-wish')
  if (speaksForFamily(caseFile) && !(await listFamilyAddressees(tx, caseFile)).some(({ personId }) => personId === behalf.onBehalfOf)) {
    return refused({ kind: 'not-on-this-case' })
  }
  const [setting] = form.organisationId === undefined ? [] : await getSettings(tx, [form.organisationId])
  if (form.organisationId !== undefined && setting === undefined) return refused({ kind: 'no-such-setting' })
  const id = tx.newId<string>()
  const words = setting?.name ?? form.words
  await insertWish(tx, caseFile, {
    id, kind: form.kind, words, byPersonId: tx.viewer.personId, channel: behalf.channel,
    ...(form.organisationId === undefined ? {} : { organisationId: form.organisationId }),
    ...(form.because === undefined ? {} : { because: form.because }),
    ...(behalf.onBehalfOf === undefined ? {} : { onBehalfOf: behalf.onBehalfOf }),
  })
  switch (form.kind) {
    case 'setting': await recordFact(tx, caseFile, { type: 'setting-asked-for', wishId: id, name: words }); break
    case 'meeting': await recordFact(tx, caseFile, { type: 'meeting-asked-for', wishId: id }); break
    case 'format': await recordFact(tx, caseFile, { type: 'format-asked-for', wishId: id, format: words }); break
  }
  return ok(id)
})
