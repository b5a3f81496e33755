// In two steps: why and by when, then the letter as it will go, with what the engine says of a claimed excuse. Everything typed is
// carried from one to the other and back.

import type { NotAtThisStage } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import type { KeptDocument } from '../../../casebook/papers/documents.ts'
import { checkUpload, listDocuments, uploadRefusalWords } from '../../../casebook/papers/documents.ts'
import { listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import { noticeFor } from '../../../casebook/sending/notices.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { recipientCards } from '../../../casebook/sending/recipient-cards.ts'
import { read } from '../../../casebook/tx.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { isPlainReason, meanwhileForFamily, plainReasons, whyForFamily, type DelayReason } from '../../../domain/case-file/delay-reasons.ts'
import { clockOfSlug } from '../../../domain/clocks/clock-slug.ts'
import { clockOn } from '../../../domain/clocks/regimes.ts'
import type { Excuse } from '../../../domain/clocks/clock.ts'
import { paths } from '../../../paths.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { dateValues } from '../../../ui/read-date.ts'
import { listWords } from '../../../ui/words.ts'
import { listPeriods } from '../delay-store.ts'
import type { OpenLimit } from '../open-limits.ts'
import { findOpenLimits } from '../open-limits.ts'
import { checkView, type CheckProps } from './check-view.tsx'
import { claimFact, requestsOfSettings, testClaimed } from './claim.ts'
import { delayExtra, explainDelay, keepEvidence, type ExplainRefusal } from './explain-delay.ts'
import { faultsOfWords, fieldOf, fieldOfRefusal, readExplanation, readLetterWords, type Explanation } from './form.ts'
import { closedView, formView } from './view.tsx'

interface Found {
  readonly caseFile: CaseFile
  readonly today: PlainDate
  readonly limit: OpenLimit | undefined
  readonly isUnclear: boolean
  readonly documents: readonly KeptDocument[]
  readonly offered: readonly Excuse[]
}

async function find(ask: Ask): Promise<Found> {
  return read(ask, async (tx) => findIn(tx, ask))
}

async function findIn(tx: Tx, ask: Ask): Promise<Found> {
  const caseFile = await openCaseFile(tx, caseKeyOf(ask))
  if (!caseFile.open.includes('explain-delay')) throw new NotAllowed('explain-delay')
  const clock = clockOfSlug(param(ask, 'limit'))
  if (!isKnown(clock)) throw new NotFound('limit')
  const limits = await findOpenLimits(tx, caseFile)
  const limit = limits?.find((one) => one.clock === clock && one.about === param(ask, 'about'))
  // A limit that has ended is explained on the page; one that never was is no page at all.
  if (limit === undefined && !(await listPeriods(tx, caseFile)).some(({ clockId, about }) => clockId === clock && about === param(ask, 'about'))) throw new NotFound('limit')
  return {
    caseFile, today: tx.today, limit, isUnclear: limits === undefined, offered: limit === undefined ? [] : excusesOf(limit),
    documents: await listDocuments(tx, caseFile),
  }
}

function isKnown(clock: string): boolean {
  try {
    clockOn(clock)
    return true
  } catch {
    return false
  }
}

/** Only what this limit's own record offers; coronavirus only for a day on which it was law. */
const excusesOf = ({ reading, dueOn }: OpenLimit): readonly Excuse[] =>
  reading.clock.excuses.filter((excuse) => excuse !== 'V' || (dueOn >= '2020-05-01' && dueOn <= '2020-09-25'))

export async function show(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const { limit } = found
  if (limit === undefined) return page(closedView({ frame: ask.frame, ...found, typed: '' }))
  return page(formView({ frame: ask.frame, ...found, limit, errors: [], values: knownValues(found) }))
}

/** What the record knows already of a setting that was asked for advice. */
function knownValues({ caseFile, offered }: Found): FormValues {
  const asked = requestsOfSettings(caseFile.facts).at(0)
  if (asked === undefined) return {}
  return Object.assign({}, ...offered.filter((excuse) => excuse === 'A' || excuse === 'B')
    .map((excuse) => ({ [fieldOf(excuse, 'institution')]: asked.of, ...dateValues(fieldOf(excuse, 'asked'), asked.on) }))) as FormValues
}

export async function submit(ask: Ask): Promise<Reply> {
  const before = await find(ask)
  const values = ask.form.values()
  if (before.limit === undefined) return wrongForm(closedView({ frame: ask.frame, ...before, typed: ask.form.text('why') }))
  const uploaded = await keepUpload(ask)
  const kept = 'evidence' in uploaded ? { ...values, evidence: uploaded.evidence, evidenceTitle: '' } : values
  const found = 'evidence' in uploaded ? await find(ask) : before
  const { limit = before.limit } = found
  const again = (errors: FormErrors): Reply => {
    const document = formView({ frame: ask.frame, ...found, limit, errors, values: kept })
    return errors.length > 0 ? wrongForm(document) : page(document)
  }
  const form: Pick<FormBody, 'text'> = 'evidence' in uploaded ? { text: (name) => (name === 'evidence' ? uploaded.evidence : ask.form.text(name)) } : ask.form
  const explanation = readExplanation(form, { offered: found.offered, documents: found.documents.map(({ id }) => id), dueOn: limit.dueOn, today: found.today })
  const errors = [...('errors' in explanation ? explanation.errors : []), ...('error' in uploaded ? [uploaded.error] : [])]
  if ('errors' in explanation || errors.length > 0) return again(errors)
  const step = ask.form.text('step')
  if (step === 'change') return again([])
  const words = step === '' || step === 'read' ? suggested(ask.form, explanation.value.because) : readLetterWords(ask.form)
  const wrong = step === 'send' || step === 'letter' ? faultsOfWords(words) : []
  if (step === 'send' && wrong.length === 0) {
    const done = await explainDelay(ask, caseKeyOf(ask), { clock: limit.clock, about: limit.about, ...explanation.value, ...words })
    if (done.ok) return redirect(paths.caseDelays(found.caseFile.key, { done: 'delay-told' }))
    return again([refusalError(done.refusal, explanation.value)])
  }
  const shown = await preview(ask, explanation.value, words)
  if ('error' in shown) return again([shown.error])
  const document = checkView({ frame: ask.frame, ...shown, explanation: explanation.value, errors: wrong, values: { ...kept, ...words } })
  return wrong.length > 0 ? wrongForm(document) : page(document)
}

/** A file that was chosen is kept with the case at once, so that it need not be chosen again. */
async function keepUpload(ask: Ask): Promise<{ evidence: string } | { error: FieldError } | Record<never, never>> {
  const chosen = ask.form.files.find(({ field, fileName }) => field === 'file' && fileName !== '')
  if (chosen === undefined) return {}
  const file = checkUpload(chosen)
  if (!file.ok) return { error: { field: 'file', message: uploadRefusalWords(file.refusal) } }
  const kept = await keepEvidence(ask, caseKeyOf(ask), { file: file.value, title: ask.form.text('evidenceTitle').slice(0, 150) })
  return kept.ok ? { evidence: kept.value } : { error: { field: 'file', message: 'The case is closed, so no document can be added now' } }
}

const allReasons: readonly DelayReason[] = [...plainReasons, 'A', 'B', 'C', 'D', 'M', 'O', 'V']

/** Our words for the reason, unless the officer has written their own. */
function suggested(form: FormBody, because: DelayReason): { why: string; meanwhile: string } {
  const { why, meanwhile } = readLetterWords(form)
  const isOurs = why === '' || allReasons.some((one) => whyForFamily(one) === why)
  return { why: isOurs ? whyForFamily(because) : why, meanwhile: meanwhile === '' ? meanwhileForFamily : meanwhile }
}

type Preview = Pick<CheckProps, 'caseFile' | 'limit' | 'claim' | 'letters' | 'cards'>

/** The letters as they would go today, and what the engine says of the claim. */
async function preview(ask: Ask, explanation: Explanation, words: { why: string; meanwhile: string }): Promise<Preview | { error: FieldError }> {
  return read(ask, async (tx) => {
    const { caseFile, limit } = await findIn(tx, ask)
    if (limit === undefined) return { error: refusalError({ kind: 'not-owed' }, explanation) }
    const { because, facts } = explanation
    const tested = isPlainReason(because) ? undefined : await testClaimed(tx, caseFile, claimFact(tx, caseFile, limit, because, facts))
    if (!isPlainReason(because) && tested === undefined) return { error: refusalError({ kind: 'dates-unclear' }, explanation) }
    if (tested?.answer.stands === false) return { error: refusalError({ kind: 'claim-does-not-stand', answer: tested.answer }, explanation) }
    const extra = delayExtra(limit, (tested?.limit ?? limit).isExcused, { ...explanation, ...words })
    const letters = (await listFamilyAddressees(tx, caseFile)).map((to) => ({ to, notice: noticeFor(caseFile, 'delay', to, tx.today, extra) }))
    const cards = await recipientCards(tx, caseFile, letters.map(({ to }) => ({ to, sees: [to.copyOf === undefined ? 'Their own letter' : 'A copy of the letter to the young person', 'The date that we now expect, on the line of the case'] })))
    return { caseFile, limit, letters, cards, ...(tested === undefined ? {} : { claim: tested.answer }) }
  })
}

function refusalError(refusal: ExplainRefusal | NotAtThisStage, { because }: Explanation): FieldError {
  switch (refusal.kind) {
    case 'claim-does-not-stand': {
      const { excuse, why, law } = refusal.answer
      return { field: fieldOfRefusal(excuse, why), message: `This does not excuse the date. ${why} (${law}.) Put it right, or choose a plain reason` }
    }
    case 'not-owed': return { field: 'expected', message: 'This is no longer owed: it was done, or the case went another way. Nothing was sent' }
    case 'dates-unclear': return { field: isPlainReason(because) ? 'expected' : 'because', message: 'The dates of this case contradict each other. Put the wrong day right in the timeline first' }
    case 'nobody-to-tell': return { field: 'because', message: 'Nobody of the family is on this case, so no letter can be sent. Record a family member first' }
    case 'notice-incomplete': return { field: 'because', message: `The letter cannot be sent yet. It still needs: ${listWords(refusal.missing.map((element) => element.replaceAll('-', ' ')))}` }
    case 'not-at-this-stage': return { field: 'because', message: 'The case is at a stage at which this cannot be done' }
  }
}
