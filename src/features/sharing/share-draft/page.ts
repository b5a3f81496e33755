import type { NotAtThisStage } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import { noticeFor } from '../../../casebook/sending/notices.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { checkCasePlan } from '../../../casebook/plan/plan-checking.ts'
import { listVersions, planIdOf, readPlanContent } from '../../../casebook/plan/plan-content.ts'
import { recipientCards } from '../../../casebook/sending/recipient-cards.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FormErrors } from '../../../ui/form.tsx'
import { listWords } from '../../../ui/words.ts'
import { closedView, closedWords, whyClosed } from '../closed.tsx'
import { findServed } from '../served-draft.ts'
import { draftHolds, draftMark } from '../../../casebook/plan/draft-holds.ts'
import { servicePlan, windowFor } from '../../../casebook/sending/service-plan.ts'
import type { ShareRefusal } from './share-draft.ts'
import { shareDraft } from './share-draft.ts'
import { shareTitle, view } from './view.tsx'

async function shown(ask: Ask, errorsFrom?: (caseFile: CaseFile) => FormErrors): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const errors = errorsFrom?.(caseFile) ?? []
    const why = whyClosed(caseFile, 'share-draft')
    if (why !== undefined) {
      const document = closedView({ frame: ask.frame, caseFile, title: shareTitle, why })
      return errors.length > 0 ? wrongForm(document) : page(document)
    }
    const planId = await planIdOf(tx, caseFile)
    const content = await readPlanContent(tx, caseFile, planId)
    const plan = servicePlan(await listFamilyAddressees(tx, caseFile, 'draft'), tx.today)
    const { binding } = plan
    const letters = binding === undefined ? [] : plan.services.map((service) => ({
      to: service.to,
      notice: noticeFor(caseFile, 'draft-plan', service.to, tx.today, {
        window: windowFor(service, binding), draftNamesNoSetting: !content.lines.some(({ section }) => section === 'I'),
      }),
    }))
    const everybody = await listFamilyAddressees(tx, caseFile, 'draft')
    const cards = await recipientCards(tx, caseFile, everybody.filter((to) => to.copyOf !== undefined || plan.services.some((service) => service.to.personId === to.personId && service.to.name === to.name))
      .map((to) => ({ to, sees: to.copyOf === undefined ? ['The draft plan as it stands now, whole', 'Their own letter', 'Not the other’s letter or comments'] : ['A copy of the letter to the young person'] })))
    const document = view({
      frame: ask.frame, caseFile, content, plan, cards, letters, mark: await draftMark(tx, caseFile, planId), errors, values: ask.form.values(),
      holds: await draftHolds(tx, caseFile, planId, content, (await checkCasePlan(tx, caseFile, 'draft')).verdict), before: findServed(caseFile),
      draftsBefore: (await listVersions(tx, caseFile)).filter(({ kind }) => kind === 'draft').length,
    })
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => shown(ask)

export async function submit(ask: Ask): Promise<Reply> {
  const done = await shareDraft(ask, caseKeyOf(ask), { mark: ask.form.text('mark'), knowsUnreached: ask.form.text('unreached') === 'known' })
  if (done.ok) return redirect(paths.sharedDraft(caseKeyOf(ask), { done: 'draft-shared' }))
  return shown(ask, (caseFile) => [refusalError(done.refusal, caseFile)])
}

function refusalError(refusal: ShareRefusal | NotAtThisStage, caseFile: CaseFile): { field: string; message: string } {
  switch (refusal.kind) {
    case 'not-at-this-stage': return { field: 'send', message: closedWords(caseFile, refusal.stage) }
    case 'draft-changed': return { field: 'send', message: 'The draft was changed after you opened this page, so nothing was sent. Read it again below, then send it' }
    case 'held': return { field: 'holds', message: `The draft cannot go yet: ${refusal.holds.length === 1 ? 'one thing has' : `${refusal.holds.length} things have`} to be put right first` }
    case 'nobody-reached': return { field: 'send', message: 'There is nobody of the family to whom the draft can be sent. Record how a parent can be reached first' }
    case 'some-unreached': return { field: 'unreached', message: 'Confirm that you will serve the draft on those who cannot be reached from here' }
    case 'notice-incomplete': return { field: 'send', message: `The letter cannot be sent yet. The law asks for: ${listWords(refusal.missing.map((element) => element.replaceAll('-', ' ')))}` }
  }
}
