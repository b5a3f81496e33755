import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { isOfFamily } from '../../../domain/access/parts.ts'
import { stillToAsk } from '../../../domain/advice/still-to-ask.ts'
import { advisersRequired } from '../../../domain/rights/advisers-required.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { listAdvice, lookerOf } from '../advice-store.ts'
import { circumstancesOf, findSetting } from '../recipient-store.ts'
import type { AdviceRequest } from '../request-store.ts'
import { listFamilyAnswers, listRequests, listRequestsNow } from '../request-store.ts'
import { view } from './view.tsx'

export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'advice-list')
    const looker = lookerOf(tx, caseFile)
    const isFamily = isOfFamily(caseFile.parts)
    const requests = await listRequests(tx, caseFile)
    const required = advisersRequired(circumstancesOf(caseFile, await findSetting(tx, caseFile), tx.today))
    // Whether the other parent was asked, and has answered, is between that parent and the council.
    const isOthersViews = (request: AdviceRequest): boolean => isFamily && request.kind === 'parental' && request.personId !== looker.personId
    const isOwn = ({ personId, organisationId }: AdviceRequest): boolean =>
      personId === looker.personId || (organisationId !== undefined && looker.organisationIds.includes(organisationId))
    return page(view({
      frame: ask.frame, caseFile, today: tx.today, isFamily, isOwn,
      requests: requests.filter((request) => !isOthersViews(request)), advice: await listAdvice(tx, caseFile),
      open: stillToAsk(required, await listRequestsNow(tx, caseFile)), answers: await listFamilyAnswers(tx, caseFile),
    }))
  })
}
