import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import type { CheckedUpload } from '../../../casebook/papers/documents.ts'
import { keepDocument } from '../../../casebook/papers/documents.ts'
import { currencyRuleOf } from '../../../casebook/plan/currency-rule.ts'
import { listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import { isOfFamily } from '../../../domain/access/parts.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { changeAnswerBy } from '../../../domain/review/change-said.ts'
import { insertChange } from '../change-store.ts'
import type { ChangeForm } from './form.ts'
import { isOfTeam } from '../../../casebook/sending/hold.ts'

/** Anybody with a working part says what has changed; the council's limit for deciding runs from that day. What came with it the council alone reads. */
export const sayChange = act('say-change', async (tx, caseFile, { form, file }: { form: ChangeForm; file?: CheckedUpload }): Promise<Outcome<string, { kind: 'not-on-this-case' }>> => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('say-change')
  const { onBehalfOf, channel, what, words, sinceOn, asksForReview } = form
  if (onBehalfOf !== undefined && !(await listFamilyAddressees(tx, caseFile)).some(({ personId }) => personId === onBehalfOf)) return refused({ kind: 'not-on-this-case' })
  const part = isOfFamily(caseFile.parts) || onBehalfOf !== undefined ? 'family' : isOfTeam(caseFile.parts) ? 'council' : 'professional'
  const document = file === undefined ? undefined : await keepDocument(tx, { localAreaId: caseFile.localAreaId, caseId: caseFile.id }, file, { kind: 'evidence', audience: [] })
  const { answerDays } = await currencyRuleOf(tx, caseFile.localAreaId)
  const id = tx.newId<string>()
  await insertChange(tx, caseFile, {
    id, what, words, asksForReview, part, saidBy: tx.viewer.personId, channel, answerBy: changeAnswerBy(tx.today, answerDays),
    ...(sinceOn === undefined ? {} : { sinceOn }), ...(onBehalfOf === undefined ? {} : { onBehalfOf }), ...(document === undefined ? {} : { documentId: document.id }),
  })
  if (document !== undefined) await recordFact(tx, caseFile, { type: 'evidence-added', documentId: document.id, title: document.title })
  await recordFact(tx, caseFile, { type: 'change-said', changeId: id, by: part, asksForReview })
  return ok(id)
})
