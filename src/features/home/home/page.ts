import type { Ask } from '../../../casebook/ask.ts'
import { listAreas } from '../../../casebook/open-area.ts'
import { listOpenDrafts } from '../../../casebook/open-drafts.ts'
import { councilAreasOf } from '../../../casebook/sight.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import type { Role } from '../../../domain/access/parts.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import {
  countToDo, listAdviceAsked, listAdviceGiven, listByPart, listDecisions, listDrafts, listFamilyCases, listUnassigned, listWork,
} from '../home-store.ts'
import type { HomeLists } from './view.tsx'
import { view } from './view.tsx'

/** Rows of today's work on the first page; the rest are in the full list. */
const workRows = 25

/** One page made of sections by role: somebody with several roles has several sections. */
export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => page(view({ frame: ask.frame, today: tx.today, lists: await listsFor(tx), unsent: await listOpenDrafts(tx), ask: await whereToAsk(tx) })))
}

/** A council's own area; for others the only area of this hub, if it has but one. */
async function whereToAsk(tx: Tx): Promise<{ isCouncil: boolean; area: string | undefined }> {
  const areas = await listAreas(tx)
  const own = councilAreasOf(tx.viewer)
  const fitting = own.length === 0 ? areas : areas.filter(({ id }) => own.includes(id))
  return { isCouncil: own.length > 0, area: fitting.length === 1 ? fitting[0]?.code : undefined }
}

async function listsFor(tx: Tx): Promise<HomeLists> {
  const { viewer } = tx
  if (viewer.kind !== 'person') return {}
  const holds = (...roles: Role[]): boolean => viewer.roles.some(({ role }) => roles.includes(role))
  const isOfficer = holds('case-officer')
  const isSetting = holds('senco', 'setting-administrator')
  const advises = holds('senco', 'adviser', 'advice-coordinator', 'health-lead', 'social-care-lead')
  return {
    ...(holds('decision-maker') ? { decisions: await listDecisions(tx) } : {}),
    ...(isOfficer ? { work: await listWork(tx, { mine: true, limit: workRows }) } : {}),
    ...(isOfficer || holds('decision-maker') ? { unassigned: await listUnassigned(tx) } : {}),
    ...(holds('plan-writer') ? { drafts: await listDrafts(tx) } : {}),
    ...(isSetting || advises ? { toDo: await countToDo(tx) } : {}),
    ...(isSetting ? { children: await listByPart(tx, ['school']) } : {}),
    ...(advises ? { asked: await listAdviceAsked(tx), given: await listAdviceGiven(tx) } : {}),
    ...(holds('health-lead') ? { healthCases: await listByPart(tx, ['health-lead']) } : {}),
    ...(holds('social-care-lead') ? { careCases: await listByPart(tx, ['social-care-lead']) } : {}),
    ...(viewer.isFamily ? { family: await listFamilyCases(tx) } : {}),
  }
}
