import { act } from '../../../casebook/act.ts'
import { checkBeforeSending } from '../../../casebook/sending/check-before-sending.ts'
import { wordsOfDocuments } from '../../../casebook/papers/document-words.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { Addressee } from '../../../casebook/sending/letters.ts'
import { addresseeOf, alertAddressee, listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { joinCase } from '../../../casebook/parties.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { AdviceKind, ViewsKind } from '../../../domain/advice/advice-kinds.ts'
import { itemLaw } from '../../../domain/advice/advice-kinds.ts'
import type { AdviceItem } from '../../../domain/case-file/facts.ts'
import type { AdviceRequestId, DocumentId } from '../../../domain/ids.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { openReassessment } from '../../../domain/reassessment/reassessments-of.ts'
import { adviceDueOn } from '../../../domain/timeline/advice-due-on.ts'
import { paths } from '../../../paths.ts'
import { findSetting } from '../recipient-store.ts'
import type { FamilyAnswer } from '../request-store.ts'
import { insertFamilyAnswer, insertRequest, listRequestsNow } from '../request-store.ts'
import { adviceAlert, viewsAlert } from './alerts.ts'
import type { Recipient } from './rows.ts'

export interface AskOne {
  readonly item: AdviceItem
  readonly kind: AdviceKind | ViewsKind
  readonly recipient: Recipient
  readonly note?: string
}

export interface AskInput {
  readonly requests: readonly AskOne[]
  readonly answers: readonly FamilyAnswer[]
  readonly documentIds: readonly DocumentId[]
  /** Why something of the family's is not enclosed. */
  readonly leftOut?: string
}

export type AskRefusal = { readonly kind: 'already-asked'; readonly name: string } | { readonly kind: 'no-reassessment' }

/** Beside a plan in force regulation 8 binds nobody but in a reassessment (regs 26, 27). */
export const isWithoutReassessment = ({ stage, facts }: Pick<CaseFile, 'stage' | 'facts'>): boolean => stage === 'amending' && openReassessment(facts) === undefined

/** Sends each request on its own: the row, the part on the case, an alert without anything about the child, the fact. */
export const askForAdvice = act('ask-for-advice', async (tx, caseFile, input: AskInput) => {
  if (isWithoutReassessment(caseFile)) return refused<AskRefusal>({ kind: 'no-reassessment' })
  const live = (await listRequestsNow(tx, caseFile)).filter(({ state }) => state === 'asked' || state === 'received' || state === 'returned')
  const twice = input.requests.find((one) => live.some((request) => request.item === one.item && request.kind === one.kind
    && request.personId === one.recipient.personId && request.organisationId === one.recipient.organisationId))
  if (twice !== undefined) return refused<AskRefusal>({ kind: 'already-asked', name: twice.recipient.name })
  await checkBeforeSending(tx, caseFile, {
    what: 'advice-request', text: [...input.requests.map(({ note }) => note ?? ''), input.leftOut ?? '', await wordsOfDocuments(tx, caseFile, input.documentIds)].join('\n'),
    typed: input.requests.map(({ note }) => note ?? '').join('\n'),
  })
  const setting = await findSetting(tx, caseFile)
  for (const answer of input.answers) {
    await insertFamilyAnswer(tx, caseFile, answer)
    await recordFact(tx, caseFile, { type: 'family-advice-answered', isReasonable: answer.isReasonable })
  }
  for (const one of input.requests) await send(tx, caseFile, one, input, setting?.id)
  return ok(input.requests.length)
})

async function send(tx: Tx, caseFile: CaseFile, one: AskOne, input: AskInput, settingId: string | undefined): Promise<void> {
  const id = tx.newId<AdviceRequestId>()
  const { personId, organisationId, name } = one.recipient
  const isViews = one.kind === 'parental' || one.kind === 'child-views'
  await insertRequest(tx, caseFile, {
    id, item: one.item, kind: one.kind, dueOn: adviceDueOn(tx.today), documentIds: isViews ? [] : input.documentIds,
    ...(personId === undefined ? {} : { personId }), ...(organisationId === undefined ? {} : { organisationId }),
    ...(one.note === undefined ? {} : { note: one.note }), ...(input.leftOut === undefined || isViews ? {} : { enclosuresLeftOut: input.leftOut }),
  })
  // The ledger is read by the whole family, so a parent is not named in it.
  const of = one.kind === 'parental' ? 'A parent' : one.kind === 'child-views' ? 'The child' : name
  await recordFact(tx, caseFile, { type: 'advice-asked', adviceRequestId: id, item: one.item, of })
  if (isViews) return tellFamily(tx, caseFile, one)
  // The setting that the child attends is on the case already, whole.
  if (organisationId === undefined || organisationId !== settingId) {
    await joinCase(tx, caseFile, {
      part: 'adviser', basis: `asked for advice under ${itemLaw(one.item)}`, name,
      ...(personId === undefined ? organisationId === undefined ? {} : { organisationId } : { personId }),
    })
  }
  const to = await addresseeOf(tx, personId !== undefined ? { personId } : organisationId === undefined ? {} : { organisationId })
  await alertAddressee(tx, caseFile, to, adviceAlert, { about: 'advice-request', linkTo: paths.adviceRequest({ ...caseFile.key, adviceRequestId: id }) })
}

async function tellFamily(tx: Tx, caseFile: CaseFile, one: AskOne): Promise<void> {
  const members = await listFamilyAddressees(tx, caseFile)
  const isFor = ({ personId, copyOf }: Addressee): boolean => copyOf === undefined && (one.recipient.personId === undefined || personId === one.recipient.personId)
  const whose = one.kind === 'parental' ? 'parent' : 'child'
  for (const member of members.filter(isFor)) {
    await alertAddressee(tx, caseFile, member, viewsAlert, { about: 'views-request', linkTo: paths.giveViews({ ...caseFile.key, whose }) })
  }
}
