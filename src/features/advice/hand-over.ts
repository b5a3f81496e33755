// Requests for advice that somebody has in hand when they leave a body: each goes to a colleague by name, or back to the inbox of the
// service, where whoever works there sees it and takes it on. A report that was begun stays with its author's name, and is not sent.

import type { Handover, Leaver } from '../../casebook/handovers.ts'
import { recordFact } from '../../casebook/ledger.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { joinCase, leaveCase } from '../../casebook/parties.ts'
import type { Tx } from '../../casebook/tx.ts'
import { isOpen } from '../../domain/advice/advice-kinds.ts'
import { isBodyOnCase, listAdviceInHand } from './in-hand-store.ts'
import { changeRequest, getRequest } from './request-store.ts'

async function pass(tx: Tx, caseFile: CaseFile, id: string, leaver: Leaver): Promise<void> {
  const request = await getRequest(tx, caseFile, id)
  if (request.personId !== leaver.personId || !isOpen(request.state)) return
  await changeRequest(tx, caseFile, request.id, { askedPersonId: leaver.to?.personId ?? null, askedOrganisationId: leaver.organisationId })
  if (!await isBodyOnCase(tx, caseFile, leaver)) await joinCase(tx, caseFile, { organisationId: leaver.organisationId, part: 'adviser', basis: `takes on what ${leaver.name} was asked for`, name: leaver.organisationName })
  await leaveCase(tx, caseFile, { personId: leaver.personId, part: 'adviser', name: leaver.name })
  if (leaver.to !== undefined) await recordFact(tx, caseFile, { type: 'advice-taken', adviceRequestId: request.id, by: leaver.to.name })
}

export const handOverAdvice: Handover = { of: 'requests for advice', list: listAdviceInHand, pass }
