import type { NotAtThisStage } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { listOpenConsultations } from '../../../casebook/consultations.ts'
import { addresseeOf, listFamilyAddressees } from '../../../casebook/letters.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { checkCasePlan } from '../../../casebook/plan-checking.ts'
import { settingsAsked } from '../../../casebook/plan-under-check.ts'
import type { RecipientCard } from '../../../domain/sending/recipient-card.ts'
import { recipientCards } from '../../../casebook/recipient-cards.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { listWords } from '../../../ui/words.ts'
import { listBodiesToAdd, listNameableSettings } from '../people-store.ts'
import type { Target } from '../recipients.ts'
import { stageWords } from '../stage-words.ts'
import type { AskedOnPage } from './issue-form.ts'
import { readIssue } from './issue-form.ts'
import { chosenTargets, issueFinal } from './issue-final.ts'
import type { IssueRefusal } from './issue-final.ts'
import type { PlacementForm } from './placement-form.ts'
import { readPlacement } from './placement-form.ts'
import { familyLetters, familyTimeOf, keptFromTargets, letterExtra, prepare } from './prepare.ts'
import { previewView } from './preview-view.tsx'
import { view } from './view.tsx'
import { mayAct } from '../../../domain/access/policy.ts'

/** The first page: what section I will say. */
async function choose(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  const shown = await read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const may = mayAct('issue-final-plan', caseFile.parts, caseFile.stage)
    if (may === 'not-at-this-stage') return { caseFile, closed: stageWords({ kind: may, act: 'issue-final-plan', stage: caseFile.stage }) }
    return {
      caseFile, time: await familyTimeOf(tx, caseFile), settings: await listNameableSettings(tx, caseFile), asked: await settingsAsked(tx, caseFile),
      consultations: await listOpenConsultations(tx, caseFile),
    }
  })
  const document = view({ frame: ask.frame, ...shown, errors, values })
  return errors.length > 0 ? wrongForm(document) : page(document)
}

const readChosen = async (tx: Tx, caseFile: CaseFile, form: FormBody) =>
  readPlacement(form, await listNameableSettings(tx, caseFile), await settingsAsked(tx, caseFile))

/** What the second page asks, which follows from the case and from section I. */
async function askedOnPage(tx: Tx, caseFile: CaseFile, placement: PlacementForm): Promise<AskedOnPage> {
  const { targets } = await prepare(tx, caseFile, placement)
  const time = await familyTimeOf(tx, caseFile)
  return {
    keys: targets.map(({ key }) => key),
    addable: (await listBodiesToAdd(tx, caseFile)).filter(({ id }) => !targets.some(({ organisationId }) => organisationId === id)),
    mustConsider: (await listOpenConsultations(tx, caseFile)).length > 0,
    mustConfirmFinished: !time.isOver && time.finished.finishedOn !== undefined,
  }
}

/** The second page: the plan as it will be read, what holds it, the letters and who gets it. */
async function preview(ask: Ask, placement: PlacementForm, errors: FormErrors): Promise<Reply> {
  const { form } = ask
  const shown = await read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const prepared = await prepare(tx, caseFile, placement)
    const asked = await askedOnPage(tx, caseFile, placement)
    const isFirstLook = form.text('seal') === ''
    const ticked = isFirstLook ? asked.keys : form.all('recipients')
    const targets = await chosenTargets(tx, prepared, { recipients: ticked, leftOutReason: '', hasConsidered: false, confirmsFinished: false, seal: '' })
    return {
      caseFile, prepared, asked, ticked, cards: await cardsOf(tx, caseFile, targets), time: await familyTimeOf(tx, caseFile), consultations: await listOpenConsultations(tx, caseFile),
      checked: await checkCasePlan(tx, caseFile, 'final', { placement: [prepared.line] }),
      letters: await familyLetters(tx, caseFile, targets, letterExtra(prepared, placement, form.text('letterReasons'), targets)),
      kept: await keptFromTargets(tx, caseFile, prepared, targets),
    }
  })
  const document = previewView({ frame: ask.frame, ...shown, values: form.values(), errors })
  return errors.length > 0 ? wrongForm(document) : page(document)
}

/** One card for each recipient: the family gets its letter with it, the others are told that a document waits. */
async function cardsOf(tx: Tx, caseFile: CaseFile, targets: readonly Target[]): Promise<RecipientCard[]> {
  const family = await listFamilyAddressees(tx, caseFile, 'appeal')
  const whom = []
  for (const { personId, organisationId, role, isFamily } of targets) {
    const body = organisationId === undefined ? undefined : { organisationId }
    const whose = personId === undefined ? body : { personId }
    const to = family.find((one) => isFamily && one.personId === personId) ?? (whose === undefined ? undefined : await addresseeOf(tx, whose))
    if (to !== undefined) whom.push({ to, as: role, sees: ['The final plan, whole', ...(isFamily ? ['Their own letter, with the right to appeal'] : ['No letter to the family, no message, no report'])] })
  }
  return recipientCards(tx, caseFile, whom)
}

/** Coming back from another page, what was chosen here is in the address. */
export const show = (ask: Ask): Promise<Reply> => choose(ask, [], ask.query.values())

export async function submit(ask: Ask): Promise<Reply> {
  const step = ask.form.text('step')
  if (step === 'change') return choose(ask, [], ask.form.values())
  const { chosen, closed } = await read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    return { chosen: await readChosen(tx, caseFile, ask.form), closed: mayAct('issue-final-plan', caseFile.parts, caseFile.stage) === 'not-at-this-stage' }
  })
  // The act itself says why it is closed; a form sent twice gets its first answer again.
  if ('errors' in chosen) return choose(ask, chosen.errors, ask.form.values())
  if (step !== 'issue') return closed ? choose(ask, [], ask.form.values()) : preview(ask, chosen.value, [])
  const given = closed
    ? readIssue(ask.form, { keys: ask.form.all('recipients'), addable: [], mustConsider: false, mustConfirmFinished: false })
    : readIssue(ask.form, await read(ask, async (tx) => askedOnPage(tx, await openCaseFile(tx, caseKeyOf(ask)), chosen.value)))
  if ('errors' in given) return closed ? choose(ask, [], ask.form.values()) : preview(ask, chosen.value, given.errors)
  const done = await issueFinal(ask, caseKeyOf(ask), { placement: chosen.value, letterReasons: ask.form.text('letterReasons'), issue: given.value })
  if (done.ok) return redirect(paths.deliveries(caseKeyOf(ask), { done: 'issued' }))
  if (done.refusal.kind === 'not-at-this-stage') return choose(ask, [{ field: 'main-content', message: stageWords(done.refusal) }], ask.form.values())
  return preview(ask, chosen.value, [refusalError(done.refusal)])
}

function refusalError(refusal: Exclude<IssueRefusal, NotAtThisStage>): FieldError {
  switch (refusal.kind) {
    case 'check-holds': return { field: 'held', message: `The check holds the plan: ${refusal.held[0]?.words ?? ''}` }
    case 'family-still-has-time': return { field: 'family-time', message: 'The family’s time to answer has not ended, so the plan cannot be made final' }
    case 'answers-not-considered': return { field: 'considered', message: 'Confirm that the answers of the settings have been considered' }
    case 'kept-from-recipient': return { field: 'recipients', message: `The plan cannot go to ${listWords([...new Set(refusal.kept.map(({ name }) => name))])} with these words in it` }
    case 'nobody-of-the-family': return { field: 'recipients', message: 'Nobody of the family would get the plan. Add a family member to the case first' }
    case 'notice-incomplete': return { field: 'letter', message: `The letter cannot be sent yet. The law asks for: ${listWords(refusal.missing.map((element) => element.replaceAll('-', ' ')))}` }
    case 'changed-since-read': return { field: 'plan', message: 'The plan has changed since you read it. Read it again below before you issue it' }
  }
}
