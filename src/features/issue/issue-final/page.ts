import type { NotAtThisStage } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { addresseeOf, listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { checkCasePlan } from '../../../casebook/plan/plan-checking.ts'
import { settingsAsked } from '../../../casebook/plan/plan-under-check.ts'
import type { RecipientCard } from '../../../domain/sending/recipient-card.ts'
import { recipientCards } from '../../../casebook/sending/recipient-cards.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import { standingFacts } from '../../../domain/case-file/facts.ts'
import type { ReviewId } from '../../../domain/ids.ts'
import { needsNoNotice, underWay } from '../../../domain/review/amendments.ts'
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
import { chosenTargets, issueAmended, issueFinal } from './issue-plan.ts'
import type { IssueRefusal } from './issue-plan.ts'
import type { Issuing } from './issuing.ts'
import { amendedPlan, firstPlan } from './issuing.ts'
import { keptPlacement } from './kept-placement.ts'
import type { PlacementForm } from './placement-form.ts'
import { readPlacement } from './placement-form.ts'
import { consultationsOf, familyLetters, familyTimeOf, keptFromTargets, letterExtra, prepare } from './prepare.ts'
import { askedProviders, readProviders } from './providers.ts'
import { previewView } from './preview-view.tsx'
import { view } from './view.tsx'
import { mayAct } from '../../../domain/access/policy.ts'

/** The first page: what section I will say. */
async function choose(ask: Ask, issuing: Issuing, errors: FormErrors, values: FormValues): Promise<Reply> {
  const shown = await read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const closed = whyClosed(caseFile, issuing)
    if (closed !== undefined) return { caseFile, closed }
    return {
      caseFile, kept: await keptPlacement(tx, caseFile, issuing), time: await familyTimeOf(tx, caseFile, issuing), settings: await listNameableSettings(tx, caseFile), asked: await settingsAsked(tx, caseFile),
      consultations: await consultationsOf(tx, caseFile, issuing),
    }
  })
  const document = view({ frame: ask.frame, issuing, ...shown, errors, values })
  return errors.length > 0 ? wrongForm(document) : page(document)
}

/** Why the plan cannot be issued now; undefined when it can. */
function whyClosed(caseFile: CaseFile, { act, reviewId }: Issuing): string | undefined {
  const may = mayAct(act, caseFile.parts, caseFile.stage)
  if (may === 'not-at-this-stage') return stageWords({ kind: may, act, stage: caseFile.stage })
  if (reviewId === undefined || underWay(standingFacts(caseFile.facts)).some((one) => one.id === reviewId && (one.notice !== undefined || needsNoNotice(one)))) return undefined
  return noNotice
}
const noNotice = 'No amendment notice has gone to the family, so the amended plan cannot be issued'

const readChosen = async (tx: Tx, caseFile: CaseFile, form: FormBody, issuing: Issuing) =>
  readPlacement(form, await listNameableSettings(tx, caseFile), await settingsAsked(tx, caseFile), await keptPlacement(tx, caseFile, issuing))

/** What the second page asks, which follows from the case and from section I. */
async function askedOnPage(tx: Tx, caseFile: CaseFile, placement: PlacementForm, issuing: Issuing): Promise<AskedOnPage> {
  const { targets, distribution } = await prepare(tx, caseFile, placement, issuing)
  const time = await familyTimeOf(tx, caseFile, issuing)
  return {
    keys: targets.map(({ key }) => key), providers: await askedProviders(tx, caseFile, { distribution, targets }),
    addable: (await listBodiesToAdd(tx, caseFile)).filter(({ id }) => !targets.some(({ organisationId }) => organisationId === id)),
    mustConsider: (await consultationsOf(tx, caseFile, issuing)).length > 0,
    mustConfirmFinished: !time.isOver && time.finished.finishedOn !== undefined,
  }
}

/** The second page: the plan as it will be read, what holds it, the letters and who gets it. */
async function preview(ask: Ask, issuing: Issuing, placement: PlacementForm, errors: FormErrors): Promise<Reply> {
  const { form } = ask
  const shown = await read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const prepared = await prepare(tx, caseFile, placement, issuing)
    const asked = await askedOnPage(tx, caseFile, placement, issuing)
    const isFirstLook = form.text('seal') === ''
    const ticked = isFirstLook ? asked.keys : form.all('recipients')
    const targets = await chosenTargets(tx, prepared, { recipients: ticked, providers: readProviders(form, asked, ticked).choices })
    return {
      caseFile, prepared, asked, ticked, cards: await cardsOf(tx, caseFile, targets), time: await familyTimeOf(tx, caseFile, issuing), consultations: await consultationsOf(tx, caseFile, issuing),
      checked: await checkCasePlan(tx, caseFile, issuing.status, { placement: placement.isKept === true ? [] : prepared.placement }),
      letters: await familyLetters(tx, caseFile, targets, letterExtra(prepared, placement, form.text('letterReasons'), targets), issuing),
      kept: await keptFromTargets(tx, caseFile, prepared, targets),
    }
  })
  const document = previewView({ frame: ask.frame, issuing, ...shown, values: form.values(), errors })
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
export const show = (ask: Ask): Promise<Reply> => choose(ask, firstPlan, [], ask.query.values())
export const submit = (ask: Ask): Promise<Reply> => submitted(ask, firstPlan)

const amended = (ask: Ask): Issuing => amendedPlan(param(ask, 'reviewId') as ReviewId)
export const showAmended = (ask: Ask): Promise<Reply> => choose(ask, amended(ask), [], ask.query.values())
export const submitAmended = (ask: Ask): Promise<Reply> => submitted(ask, amended(ask))

async function submitted(ask: Ask, issuing: Issuing): Promise<Reply> {
  const step = ask.form.text('step')
  if (step === 'change') return choose(ask, issuing, [], ask.form.values())
  const { chosen, closed } = await read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    return { chosen: await readChosen(tx, caseFile, ask.form, issuing), closed: whyClosed(caseFile, issuing) !== undefined }
  })
  // The act itself says why it is closed; a form sent twice gets its first answer again, whatever its choices mean by now.
  if (closed && step === 'issue') return issue(ask, issuing, 'value' in chosen ? chosen.value : nothingChosen, readIssue(ask.form, { keys: ask.form.all('recipients'), addable: [], providers: [], mustConsider: false, mustConfirmFinished: false }))
  if ('errors' in chosen) return choose(ask, issuing, chosen.errors, ask.form.values())
  if (step !== 'issue') return closed ? choose(ask, issuing, [], ask.form.values()) : preview(ask, issuing, chosen.value, [])
  return issue(ask, issuing, chosen.value, readIssue(ask.form, await read(ask, async (tx) => askedOnPage(tx, await openCaseFile(tx, caseKeyOf(ask)), chosen.value, issuing))))
}

const nothingChosen: PlacementForm = { placement: { text: '', fields: {} }, isKept: true }

async function issue(ask: Ask, issuing: Issuing, placement: PlacementForm, given: ReturnType<typeof readIssue>): Promise<Reply> {
  const key = caseKeyOf(ask)
  const again = (errors: FormErrors): Promise<Reply> => preview(ask, issuing, placement, errors)
  if ('errors' in given) return placement === nothingChosen ? choose(ask, issuing, [], ask.form.values()) : again(given.errors)
  const input = { placement, letterReasons: ask.form.text('letterReasons'), issue: given.value }
  const done = issuing.reviewId === undefined ? await issueFinal(ask, key, input) : await issueAmended(ask, key, { ...input, reviewId: issuing.reviewId })
  if (done.ok) return redirect(paths.deliveries(key, { done: issuing.done }))
  if (done.refusal.kind === 'not-at-this-stage') return choose(ask, issuing, [{ field: 'main-content', message: stageWords(done.refusal) }], ask.form.values())
  if (done.refusal.kind === 'no-notice') return choose(ask, issuing, [{ field: 'main-content', message: noNotice }], ask.form.values())
  return again([refusalError(done.refusal)])
}

function refusalError(refusal: Exclude<IssueRefusal, NotAtThisStage | { kind: 'no-notice' }>): FieldError {
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
