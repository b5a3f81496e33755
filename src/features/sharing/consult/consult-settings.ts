import { act } from '../../../casebook/act.ts'
import { checkBeforeSending } from '../../../casebook/sending/check-before-sending.ts'
import { wordsOfDocuments } from '../../../casebook/papers/document-words.ts'
import { closeConsultation, openConsultation } from '../../../casebook/consultations.ts'
import type { Addressee } from '../../../casebook/sending/letters.ts'
import { addresseeOf } from '../../../casebook/sending/letters.ts'
import type { NoticeExtra, NoticeIncomplete } from '../../../casebook/sending/notices.ts'
import { sendCaseNotice } from '../../../casebook/sending/notices.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { ConsultationId, OrganisationId, PlanVersionId } from '../../../domain/ids.ts'
import { isId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { IssuedVersion } from '../../../domain/plan/freeze.ts'
import { consultationReplyDueOn } from '../../../domain/timeline/consultation-reply-due-on.ts'
import { servedOn } from '../../../domain/timeline/served-on.ts'
import { paths } from '../../../paths.ts'
import type { Consultation, Paper, Report } from '../consultation-store.ts'
import { listConsultations, listPapers, listReportsForSettings } from '../consultation-store.ts'
import { channelFor } from '../../../casebook/sending/service-plan.ts'
import { listTermsToKeepOut } from '../share-store.ts'
import type { Setting } from '../wish-store.ts'
import { getSettings, listWishes } from '../wish-store.ts'
import type { ConsultForm } from './form.ts'
import type { KeptOutFound } from './kept-out.ts'
import { keptOutIn, textsShown } from './kept-out.ts'
import { readPlanToConsultOn } from './plan-to-consult-on.ts'

export type ConsultRefusal =
  | NoticeIncomplete
  | { readonly kind: 'no-draft-sent' }
  | { readonly kind: 'no-such-setting' }
  /** A report or document was taken away, or kept from settings, after the page was opened. */
  | { readonly kind: 'no-such-paper' }
  | { readonly kind: 'still-open'; readonly names: readonly string[] }
  | { readonly kind: 'unreached'; readonly names: readonly string[] }
  | { readonly kind: 'kept-out-unseen'; readonly found: readonly KeptOutFound[] }

/** One setting that would be asked: how it is reached, when it has the papers, and when its answer is due. */
export interface Asked {
  readonly setting: Setting
  readonly to: Addressee
  readonly byPost: boolean
  readonly familyAsked: boolean
  /** Its consultations about an earlier plan or draft: they close when this one opens, so that it answers about one plan. */
  readonly earlier: readonly ConsultationId[]
  readonly receivedOn: PlainDate
  readonly dueOn: PlainDate
}

/** All that would be sent, for the preview and for the act alike. */
export interface Prepared {
  readonly versionId: PlanVersionId
  readonly version: IssuedVersion
  readonly asked: readonly Asked[]
  readonly reports: readonly Report[]
  readonly papers: readonly Paper[]
  readonly keptOut: readonly KeptOutFound[]
}

export const extraFor = ({ receivedOn, familyAsked }: Asked): NoticeExtra => ({ consultation: { receivedOn, familyAsked } })

/** Whether the setting is being asked about this very version: about a newer one, or about the changes to a plan in force, it may be asked again. */
export const isAskedOf = (consultations: readonly Consultation[], organisationId: OrganisationId, versionId: PlanVersionId | undefined): boolean =>
  consultations.some((one) => one.closedAt === undefined && one.organisationId === organisationId && one.versionId === versionId)

export async function prepareConsultation(tx: Tx, caseFile: CaseFile, form: ConsultForm): Promise<Outcome<Prepared, ConsultRefusal>> {
  const served = await readPlanToConsultOn(tx, caseFile)
  if (served === undefined) return refused({ kind: 'no-draft-sent' })
  const settings = await getSettings(tx, form.settings.filter(isId).map((id) => id as OrganisationId))
  if (settings.length !== form.settings.length) return refused({ kind: 'no-such-setting' })
  const open = (await listConsultations(tx, caseFile)).filter(({ closedAt }) => closedAt === undefined)
  const stillOpen = settings.filter(({ id }) => isAskedOf(open, id, served.versionId))
  if (stillOpen.length > 0) return refused({ kind: 'still-open', names: stillOpen.map(({ name }) => name) })
  const reports = (await listReportsForSettings(tx, caseFile)).filter(({ id }) => form.reports.includes(id))
  const papers = (await listPapers(tx, caseFile)).filter(({ id }) => form.documents.includes(id))
  if (reports.length !== form.reports.length || papers.length !== form.documents.length) return refused({ kind: 'no-such-paper' })
  const wished = new Set((await listWishes(tx, caseFile)).map(({ organisationId }) => organisationId))
  const asked: Asked[] = []
  const unreached: string[] = []
  for (const setting of settings) {
    const to = await addresseeOf(tx, { organisationId: setting.id })
    const channel = channelFor(to)
    if (channel === 'no-safe-way' || channel === 'no-address') unreached.push(setting.name)
    else {
      const receivedOn = servedOn({ channel, sentOn: tx.today })
      const earlier = open.filter(({ organisationId }) => organisationId === setting.id).map(({ id }) => id)
      asked.push({ setting, to, earlier, byPost: channel === 'post', familyAsked: wished.has(setting.id), receivedOn, dueOn: consultationReplyDueOn(receivedOn) })
    }
  }
  if (unreached.length > 0) return refused({ kind: 'unreached', names: unreached })
  const { versionId, version } = served
  const keptOut = keptOutIn(await listTermsToKeepOut(tx, caseFile, textsShown(version.content, reports), 'consulted-setting'), version.content, reports)
  return ok({ versionId, version, asked, reports, papers, keptOut })
}

/** Asks settings whether they can meet the draft plan, each by its own notice (CFA 2014 ss.39(2), 40(2)). */
export const consultSettings = act('consult-setting', async (
  tx, caseFile, { form, knowsKeptOut }: { form: ConsultForm; knowsKeptOut: boolean },
): Promise<Outcome<readonly ConsultationId[], ConsultRefusal>> => {
  const prepared = await prepareConsultation(tx, caseFile, form)
  if (!prepared.ok) return prepared
  const { versionId, asked, reports, papers, keptOut } = prepared.value
  if (keptOut.length > 0 && !knowsKeptOut) return refused({ kind: 'kept-out-unseen', found: keptOut })
  await checkBeforeSending(tx, caseFile, { what: 'consultation', text: [...reports.map(({ text }) => text), await wordsOfDocuments(tx, caseFile, papers.map(({ id }) => id))].join('\n'), typed: '' })
  const ids: ConsultationId[] = []
  for (const one of asked) {
    const { setting, earlier, receivedOn, dueOn, familyAsked } = one
    for (const before of earlier) await closeConsultation(tx, caseFile, before, 'Asked again, about a newer plan')
    const id = tx.newId<ConsultationId>()
    await openConsultation(tx, caseFile, {
      id, organisationId: setting.id, name: setting.name, versionId, adviceIds: reports.map((report) => report.id), documentIds: papers.map((paper) => paper.id),
      askedForByFamily: familyAsked, receivedOn, dueOn,
    })
    const sent = await sendCaseNotice(tx, caseFile, {
      kind: 'consultation', to: [one.to], extra: extraFor(one), dueOn, linkTo: paths.consultation({ ...caseFile.key, consultationId: id }),
    })
    if (!sent.ok) return sent
    ids.push(id)
  }
  return ok(ids)
})
