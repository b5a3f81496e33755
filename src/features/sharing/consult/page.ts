import type { NotAtThisStage } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { noticeFor } from '../../../casebook/sending/notices.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { recipientCards } from '../../../casebook/sending/recipient-cards.ts'
import { read } from '../../../casebook/tx.ts'
import type { OrganisationId } from '../../../domain/ids.ts'
import { isId } from '../../../domain/ids.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { choicesOf } from '../../../ui/form.tsx'
import { listWords } from '../../../ui/words.ts'
import { closedWords, whyClosed } from '../closed.tsx'
import { listAttended, listConsultations, listPapers, listReportsForSettings } from '../consultation-store.ts'
import { findSettings, getSettings, listWishes } from '../wish-store.ts'
import { checkView } from './check-view.tsx'
import type { ConsultRefusal } from './consult-settings.ts'
import { consultSettings, extraFor, prepareConsultation } from './consult-settings.ts'
import type { ConsultForm } from './form.ts'
import { readConsult } from './form.ts'
import { nameOfVersion, versionToConsultOn } from './plan-to-consult-on.ts'
import { view } from './view.tsx'

/** Longer lists are searched by name. */
const longestList = 30

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'consultations')
    const wishes = (await listWishes(tx, caseFile)).filter(({ kind }) => kind === 'setting')
    const wishedIds = wishes.flatMap(({ organisationId }) => organisationId ?? [])
    const attended = await listAttended(tx, caseFile)
    const chosen = choicesOf(values, 'settings').filter(isId).map((id) => id as OrganisationId)
    const search = typeof values['q'] === 'string' ? values['q'].trim() : ''
    const found = await findSettings(tx, search, longestList)
    const document = view({
      frame: ask.frame, caseFile, today: tx.today, errors, values, search, hasMore: found.hasMore,
      versionId: versionToConsultOn(caseFile), consultations: await listConsultations(tx, caseFile),
      wishes, wished: await getSettings(tx, [...new Set(wishedIds)]),
      // What was chosen stays on the page whatever is searched for next.
      others: await getSettings(tx, [...new Set([...chosen, ...attended, ...found.settings.map(({ id }) => id)])].filter((id) => !wishedIds.includes(id))),
      attended, reports: await listReportsForSettings(tx, caseFile), papers: await listPapers(tx, caseFile),
    })
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

/** The page after an act on one of its consultations was refused. */
export const showAgain = (ask: Ask, errors: FormErrors): Promise<Reply> => form(ask, errors, {})

export async function submit(ask: Ask): Promise<Reply> {
  const values = ask.form.values()
  const step = ask.form.text('step')
  if (step === 'search' || step === 'change') return form(ask, [], values)
  const given = readConsult(ask.form)
  if ('errors' in given) return form(ask, given.errors, values)
  if (step !== 'send') return check(ask, given.value, [])
  const done = await consultSettings(ask, caseKeyOf(ask), { form: given.value, knowsKeptOut: ask.form.text('keptOut') === 'seen' })
  if (done.ok) return redirect(paths.consultSettings(caseKeyOf(ask), { done: 'consulted' }))
  if (done.refusal.kind === 'kept-out-unseen') return check(ask, given.value, [{ field: 'keptOut', message: 'Confirm that the setting may read these words, or go back and choose other papers' }])
  const { refusal } = done
  return read(ask, (tx) => openCaseFile(tx, caseKeyOf(ask))).then((caseFile) => form(ask, [{ field: 'settings', message: refusalWords(refusal, caseFile) }], values))
}

/** What each setting would get, read before anything goes. */
async function check(ask: Ask, given: ConsultForm, errors: FormErrors): Promise<Reply> {
  const shown = await read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const why = whyClosed(caseFile, 'consult-setting')
    const prepared = await prepareConsultation(tx, caseFile, given)
    if (why !== undefined) return { refusedBecause: why }
    if (!prepared.ok) return { refusedBecause: refusalWords(prepared.refusal, caseFile) }
    const letters = prepared.value.asked.map((asked) => ({ asked, notice: noticeFor(caseFile, 'consultation', asked.to, tx.today, extraFor(asked)) }))
    const { version, reports, papers } = prepared.value
    const cards = await recipientCards(tx, caseFile, prepared.value.asked.map(({ to, setting }) => ({
      to, as: setting.name === to.name ? 'setting asked about a place' : setting.name,
      sees: [nameOfVersion(caseFile, version), ...reports.map(({ title, author }) => `${title}, ${author}`), ...papers.map(({ title, fileName }) => `${title} (${fileName})`), 'Its own notice, and nothing else of the case'],
    })))
    return { caseFile, prepared: prepared.value, letters, cards }
  })
  if ('refusedBecause' in shown) return form(ask, [{ field: 'settings', message: shown.refusedBecause ?? '' }], ask.form.values())
  const document = checkView({ frame: ask.frame, ...shown, errors, values: ask.form.values() })
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export function refusalWords(refusal: ConsultRefusal | NotAtThisStage, caseFile: CaseFile): string {
  switch (refusal.kind) {
    case 'not-at-this-stage': return closedWords(caseFile, refusal.stage)
    case 'no-draft-sent': return 'The draft has not been sent to the family yet: settings are asked about the draft that the family has'
    case 'no-such-setting': return 'A setting that was chosen is not on the list any more'
    case 'no-such-paper': return 'A report or document that was chosen is not there any more, or is not for settings. Choose again'
    case 'still-open': return `${listWords([...refusal.names])} ${refusal.names.length === 1 ? 'has an open consultation' : 'have open consultations'} about this plan. Close it first to ask again`
    case 'unreached': return `No e-mail or postal address is recorded for ${listWords([...refusal.names])}`
    case 'kept-out-unseen': return 'Words that were to be kept from the setting are in what it would read'
    case 'notice-incomplete': return `The notice cannot be sent yet. Still missing: ${listWords(refusal.missing.map((element) => element.replaceAll('-', ' ')))}`
  }
}
