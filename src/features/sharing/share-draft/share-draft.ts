import { act } from '../../../casebook/act.ts'
import { checkBeforeSending } from '../../../casebook/sending/check-before-sending.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import type { NoticeIncomplete } from '../../../casebook/sending/notices.ts'
import { sendCaseNotice } from '../../../casebook/sending/notices.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { runPlanCheck } from '../../../casebook/plan/plan-checking.ts'
import { freezeVersion, planIdOf, readPlanContent } from '../../../casebook/plan/plan-content.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { wordsOfContent } from '../../../domain/plan/kept-from.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import { dateWords } from '../../../ui/words.ts'
import type { Hold } from '../../../casebook/plan/draft-holds.ts'
import { draftHolds, draftMark } from '../../../casebook/plan/draft-holds.ts'
import { factChannel, servicePlan, windowFor } from '../../../casebook/sending/service-plan.ts'

export interface ShareInput {
  /** The mark of the draft that was read before sending. */
  readonly mark: string
  /** Whoever sends knows that somebody of the family cannot be reached from here. */
  readonly knowsUnreached: boolean
}

export type ShareRefusal =
  | NoticeIncomplete
  | { readonly kind: 'held'; readonly holds: readonly Hold[] }
  | { readonly kind: 'nobody-reached' }
  | { readonly kind: 'some-unreached' }
  /** Somebody changed the draft after it was read on the page. */
  | { readonly kind: 'draft-changed' }

/** Freezes the draft and serves it on each of the family (CFA 2014 s.38(1); SEND Regulations 2014 reg 13(1)). */
export const shareDraft = act('share-draft', async (tx, caseFile, { mark, knowsUnreached }: ShareInput): Promise<Outcome<{ windowLastDay: PlainDate }, ShareRefusal>> => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('share-draft')
  const planId = await planIdOf(tx, caseFile)
  if (await draftMark(tx, caseFile, planId) !== mark) return refused({ kind: 'draft-changed' })
  const { verdict } = await runPlanCheck(tx, caseFile, 'draft')
  const holds = await draftHolds(tx, caseFile, planId, await readPlanContent(tx, caseFile, planId), verdict)
  if (holds.length > 0) return refused({ kind: 'held', holds })
  const family = await listFamilyAddressees(tx, caseFile, 'draft')
  const { services, unreached, binding } = servicePlan(family, tx.today)
  if (binding === undefined) return refused({ kind: 'nobody-reached' })
  if (unreached.length > 0 && !knowsUnreached) return refused({ kind: 'some-unreached' })
  const { id: versionId, version } = await freezeVersion(tx, caseFile, planId, tx.viewer.personId, { kind: 'draft', label: `Draft sent on ${dateWords(tx.today)}` })
  await checkBeforeSending(tx, caseFile, { what: 'draft', text: wordsOfContent(version.content) })
  for (const service of services) {
    const sent = await sendCaseNotice(tx, caseFile, {
      kind: 'draft-plan', to: [service.to], extra: { window: windowFor(service, binding), draftNamesNoSetting: true },
      dueOn: binding.lastDay, linkTo: paths.sharedDraft(caseFile.key),
    })
    if (!sent.ok) return sent
  }
  // The fifteen days are the young person's: a copy for a parent moves none of them.
  const copies = await sendCaseNotice(tx, caseFile, {
    kind: 'draft-plan', to: family.filter(({ copyOf }) => copyOf !== undefined), extra: { window: binding, draftNamesNoSetting: true }, dueOn: binding.lastDay,
  })
  if (!copies.ok) return copies
  const last = services.find(({ window }) => window.lastDay === binding.lastDay) ?? services[0]
  if (last === undefined) return refused({ kind: 'nobody-reached' })
  await recordFact(tx, caseFile, {
    type: 'draft-served', versionId, channel: factChannel[last.channel], windowLastDay: binding.lastDay,
  }, { happenedOn: last.servedOn })
  return ok({ windowLastDay: binding.lastDay })
})
