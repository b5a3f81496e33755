import type { Ask } from '../../../casebook/ask.ts'
import { countLostFiles } from '../../../casebook/papers/lost-files.ts'
import { countArrivalsWaiting } from '../../../casebook/arrivals-waiting.ts'
import { listAreas } from '../../../casebook/open-area.ts'
import { countOverdueOutgoing } from '../../../casebook/sending/overdue-outgoing.ts'
import { listOpenDrafts } from '../../../casebook/open-drafts.ts'
import { listSealsDue } from '../../../casebook/access/seals-due.ts'
import { councilAreasOf } from '../../../casebook/access/sight.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import type { Role } from '../../../domain/access/parts.ts'
import { councilRoles } from '../../../domain/access/parts.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { paths } from '../../../paths.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect } from '../../../platform/http/reply.ts'
import {
  countToDo, listAdviceAsked, listAdviceGiven, listByPart, listDecisions, listDrafts, listFamilyCases, listUnassigned,
} from '../home-store.ts'
import { listRoleInbox } from '../inbox-store.ts'
import { listReviewsAsked } from '../reviews-asked-store.ts'
import { splitByRights } from '../past-children-store.ts'
import { asksForWork, readWorkAddress } from '../work/address.ts'
import type { WorkList } from '../work/view.tsx'
import { workRows } from '../work/view.tsx'
import { listTeam, listTodaysWork } from '../work-store.ts'
import { narrow } from './narrow.tsx'
import type { HomeLists } from './view.tsx'
import { view } from './view.tsx'

/** One page made of sections by role: somebody with several roles has several sections. */
export async function show(ask: Ask): Promise<Reply> {
  // Whoever only looks after the record of who looked has no cases: their work is at their desk.
  const { viewer } = ask
  if (viewer.kind === 'person' && !viewer.isFamily && viewer.roles.length > 0 && viewer.roles.every(({ role }) => role === 'access-officer')) return redirect(paths.myAccessDesk())
  return read(ask, async (whole) => {
    const { tx, narrowed } = await narrow(whole, ask.query)
    return page(view({
      frame: ask.frame, today: tx.today, lists: await listsFor(tx, ask.query), overdue: await countOverdueOutgoing(tx), sealsDue: await listSealsDue(tx), lost: await countLostFiles(tx), arrivals: await countArrivalsWaiting(tx),
      unsent: await listOpenDrafts(tx), ask: await whereToAsk(tx), ...(narrowed === undefined ? {} : { narrowed }),
    }))
  })
}

/** A council's own area; for others the only area of this hub, if it has but one. */
async function whereToAsk(tx: Tx): Promise<{ isCouncil: boolean; area: string | undefined }> {
  const areas = await listAreas(tx)
  const own = councilAreasOf(tx.viewer)
  const fitting = own.length === 0 ? areas : areas.filter(({ id }) => own.includes(id))
  return { isCouncil: own.length > 0, area: fitting.length === 1 ? fitting[0]?.code : undefined }
}

async function listsFor(tx: Tx, query: FormBody): Promise<HomeLists> {
  const { viewer } = tx
  if (viewer.kind !== 'person') return {}
  const holds = (...roles: Role[]): boolean => viewer.roles.some(({ role }) => roles.includes(role))
  const isOfficer = holds('case-officer')
  const isCouncil = councilAreasOf(viewer).length > 0
  const isSetting = holds('senco')
  const advises = holds('senco', 'adviser', 'advice-coordinator', 'health-lead', 'social-care-lead')
  return {
    ...(holds('decision-maker') ? { decisions: await listDecisions(tx) } : {}),
    ...(isOfficer || (isCouncil && asksForWork(query)) ? { work: await workFor(tx, query, isOfficer ? viewer.personId : undefined) } : {}),
    ...(isOfficer || holds('decision-maker') ? { unassigned: await listUnassigned(tx) } : {}),
    ...(holds('plan-writer') ? { drafts: await listDrafts(tx) } : {}),
    ...(isSetting || advises ? { toDo: await countToDo(tx) } : {}),
    ...(isSetting ? { children: await listByPart(tx, ['school']) } : {}),
    ...(isSetting || advises ? { inbox: await listRoleInbox(tx) } : {}),
    ...(advises ? { asked: (await listAdviceAsked(tx)).filter(({ isMine }) => isMine), given: await listAdviceGiven(tx), reviewsAsked: await listReviewsAsked(tx) } : {}),
    ...(holds('health-lead') ? { healthCases: await listByPart(tx, ['health-lead']) } : {}),
    ...(holds('social-care-lead') ? { careCases: await listByPart(tx, ['social-care-lead']) } : {}),
    ...(viewer.isFamily ? { family: await splitByRights(tx, await listFamilyCases(tx)), familyReviews: (await listReviewsAsked(tx)).filter(({ part, body }) => part !== 'given' && body === undefined) } : {}),
  }
}

/** The list that the address asks for: an officer's own, when it names nobody. Always the same number of statements. */
async function workFor(tx: Tx, query: FormBody, own: PersonId | undefined): Promise<WorkList> {
  const { page: number, ...wanted } = readWorkAddress(query, own)
  const roles = tx.viewer.kind === 'person' ? tx.viewer.roles : []
  return {
    address: { ...wanted, page: number }, ...await listTodaysWork(tx, wanted, { limit: workRows, offset: (number - 1) * workRows }),
    team: await listTeam(tx),
    me: tx.viewer.kind === 'person' ? tx.viewer.personId : '', parts: councilRoles.filter((one) => roles.some(({ role }) => role === one)),
  }
}
