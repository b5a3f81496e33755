// What happens to one request for advice after it is sent: it arrives, somebody takes it on, it is chased or withdrawn.

import { act } from '../../../casebook/act.ts'
import { toChaseNow } from '../../../casebook/limits/automatic-chases.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { Addressee, Alert } from '../../../casebook/sending/letters.ts'
import { addresseeOf, alertAddressee, listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { leaveCase } from '../../../casebook/parties.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { isOfCouncil } from '../../../domain/access/parts.ts'
import { isOpen } from '../../../domain/advice/advice-kinds.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { AdviceRequestId } from '../../../domain/ids.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { adviceDueOn } from '../../../domain/timeline/advice-due-on.ts'
import { paths } from '../../../paths.ts'
import { lookerOf } from '../advice-store.ts'
import { chaseAlert, viewsAlert, withdrawnAlert } from '../ask/alerts.ts'
import type { AdviceRequest } from '../request-store.ts'
import { changeRequest, getRequest, listRequests, noteChase } from '../request-store.ts'
import { askedOf } from '../words.ts'

/** Why one of these acts was not done. */
export type RequestRefusal =
  | { readonly kind: 'already-arrived' }
  | { readonly kind: 'not-on-that-day' }
  | { readonly kind: 'not-open' }
  | { readonly kind: 'taken'; readonly by: string }

/** Whether the request is to this viewer, by name or through a service of theirs. */
export function isAskedOf(tx: Tx, caseFile: CaseFile, { personId, organisationId }: AdviceRequest): boolean {
  const looker = lookerOf(tx, caseFile)
  return personId === looker.personId || (organisationId !== undefined && looker.organisationIds.includes(organisationId))
}

export const isCouncilTeam = (caseFile: CaseFile): boolean => isOfCouncil(caseFile.parts)

/** As the ledger names whoever was asked: the family reads it, so a parent is not named. */
export const askedInLedger = (request: AdviceRequest): string =>
  request.kind === 'parental' ? 'A parent' : request.kind === 'child-views' ? 'The child' : askedOf(request)

const isViews = ({ kind }: AdviceRequest): boolean => kind === 'parental' || kind === 'child-views'

/** Views are asked of the family, of one or of all; advice of a person or a service. */
async function listAsked(tx: Tx, caseFile: CaseFile, request: AdviceRequest): Promise<Addressee[]> {
  if (isViews(request)) return (await listFamilyAddressees(tx, caseFile)).filter(({ personId }) => request.personId === undefined || personId === request.personId)
  return [request.personId === undefined
    ? await addresseeOf(tx, request.organisationId === undefined ? {} : { organisationId: request.organisationId })
    : await addresseeOf(tx, { personId: request.personId })]
}

async function alertAsked(tx: Tx, caseFile: CaseFile, request: AdviceRequest, alert: Alert, about: string, asked?: readonly Addressee[]): Promise<void> {
  const linkTo = isViews(request) ? paths.giveViews({ ...caseFile.key, whose: request.kind === 'parental' ? 'parent' : 'child' })
    : paths.adviceRequest({ ...caseFile.key, adviceRequestId: request.id })
  for (const to of asked ?? await listAsked(tx, caseFile, request)) await alertAddressee(tx, caseFile, to, alert, { about, linkTo })
}

/** Reg 8(1) counts from the day on which the body received the request: the body says which, or the council from what it was told. */
export const confirmAdviceRequest = act<{ id: AdviceRequestId; receivedOn: PlainDate }, null, RequestRefusal>('confirm-advice-request', async (tx, caseFile, input) => {
  const request = await getRequest(tx, caseFile, input.id)
  if (!isAskedOf(tx, caseFile, request) && !isCouncilTeam(caseFile)) throw new NotAllowed('confirm-advice-request')
  if (request.state !== 'asked') return refused({ kind: 'already-arrived' })
  if (input.receivedOn < request.sentOn || input.receivedOn > tx.today) return refused({ kind: 'not-on-that-day' })
  await changeRequest(tx, caseFile, request.id, { state: 'received', receivedOn: input.receivedOn, dueOn: adviceDueOn(input.receivedOn) })
  await recordFact(tx, caseFile, { type: 'advice-request-received', adviceRequestId: request.id, by: askedInLedger(request) }, { happenedOn: input.receivedOn })
  return ok(null)
})

/** Somebody of the service asked takes the request on. Taking it also says that it has arrived. */
export const takeAdvice = act<{ id: AdviceRequestId }, null, RequestRefusal>('take-advice', async (tx, caseFile, input) => {
  const request = await getRequest(tx, caseFile, input.id)
  if (tx.viewer.kind !== 'person' || !isAskedOf(tx, caseFile, request)) throw new NotAllowed('take-advice')
  if (request.personId !== undefined) return refused({ kind: 'taken', by: request.personName ?? 'a colleague' })
  if (!isOpen(request.state)) return refused({ kind: 'not-open' })
  if (request.state === 'asked') {
    await changeRequest(tx, caseFile, request.id, { state: 'received', receivedOn: tx.today, dueOn: adviceDueOn(tx.today) })
    await recordFact(tx, caseFile, { type: 'advice-request-received', adviceRequestId: request.id, by: askedOf(request) })
  }
  await changeRequest(tx, caseFile, request.id, { askedPersonId: tx.viewer.personId })
  await recordFact(tx, caseFile, { type: 'advice-taken', adviceRequestId: request.id, by: tx.viewer.name })
  return ok(null)
})

/** `byItself`: the worker, only when it is time, the area wants it, and whoever owes it has had no message about this child today. */
export const chaseAdvice = act<{ id: AdviceRequestId; byItself?: true }, null, RequestRefusal>('chase-advice', async (tx, caseFile, input) => {
  const request = await getRequest(tx, caseFile, input.id)
  if (!isOpen(request.state)) return refused({ kind: 'not-open' })
  const asked = await listAsked(tx, caseFile, request)
  const chased = input.byItself ? await toChaseNow(tx, caseFile, isViews(request) ? 'views' : 'advice', request, asked) : asked
  if (input.byItself && chased.length === 0) return ok(null)
  await alertAsked(tx, caseFile, request, isViews(request) ? viewsAlert : chaseAlert, 'advice-chased', chased)
  await noteChase(tx, caseFile, request.id)
  await recordFact(tx, caseFile, { type: 'advice-chased', adviceRequestId: request.id, of: askedInLedger(request) })
  return ok(null)
})

/** Takes a request back. Whoever was on the case for it alone leaves it at once. */
export const withdrawAdvice = act<{ id: AdviceRequestId; reason: string }, null, RequestRefusal>('withdraw-advice-request', async (tx, caseFile, input) => {
  const request = await getRequest(tx, caseFile, input.id)
  if (!isOpen(request.state)) return refused({ kind: 'not-open' })
  await alertAsked(tx, caseFile, request, withdrawnAlert, 'advice-withdrawn')
  await changeRequest(tx, caseFile, request.id, { state: 'withdrawn', endedReason: input.reason })
  await recordFact(tx, caseFile, { type: 'advice-withdrawn', adviceRequestId: request.id, of: askedInLedger(request) }, { reason: input.reason })
  const others = (await listRequests(tx, caseFile)).filter(({ id, state }) => id !== request.id && state !== 'withdrawn')
  if (isViews(request)) return ok(null)
  // A request to somebody by name gave that person the part; one to a service's inbox gave it to the service.
  const { personId, organisationId } = request
  if (personId !== undefined && !others.some((other) => other.personId === personId)) {
    await leaveCase(tx, caseFile, { part: 'adviser', name: request.personName ?? '', personId })
  }
  if (organisationId !== undefined && !others.some((other) => other.organisationId === organisationId)) {
    await leaveCase(tx, caseFile, { part: 'adviser', name: request.organisationName ?? '', organisationId })
  }
  return ok(null)
})
