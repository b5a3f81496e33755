import { act } from '../../../casebook/act.ts'
import type { ChildDetails } from '../../../casebook/family/family-rows.ts'
import { findChildDetails, setChildDetails } from '../../../casebook/family/family-rows.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { ReturnItem } from '../../../domain/case-file/return-facts.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { childKeyOf } from '../open-items.ts'

const itemOf: Readonly<Record<keyof ChildDetails, ReturnItem>> = { sex: 'sex', ethnicityCode: 'ethnicity', upn: 'upn', uln: 'uln', upnUnknown: 'upn-unknown' }

/** Puts the child's own details right. What is the same stays, and is not told again. */
export const recordDetails = act<Partial<ChildDetails>, null, { readonly kind: 'same' }>('record-return-items', async (tx, caseFile, details) => {
  const known = await findChildDetails(tx, childKeyOf(caseFile))
  const changed = (Object.keys(details) as (keyof ChildDetails)[]).filter((key) => (details[key] ?? null) !== known[key])
  if (changed.length === 0) return refused({ kind: 'same' })
  await setChildDetails(tx, childKeyOf(caseFile), details)
  await recordFact(tx, caseFile, { type: 'return-items-recorded', items: changed.map((key) => itemOf[key]) })
  return ok(null)
})
