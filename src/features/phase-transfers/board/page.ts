import { actOutsideCase } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { openAreaFor } from '../../../casebook/open-area.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { enqueue } from '../../../casebook/queue.ts'
import { read } from '../../../casebook/tx.ts'
import { ok } from '../../../domain/outcome.ts'
import { cohortYearOn } from '../../../domain/transfer/foresee.ts'
import { isTransferKind } from '../../../domain/transfer/phases.ts'
import { isTransferRisk, isTransferStep } from '../../../domain/transfer/progress.ts'
import { isForParts } from '../../../domain/access/policy.ts'
import { councilParts } from '../../../domain/access/standing.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect } from '../../../platform/http/reply.ts'
import { pageOf } from '../../../ui/list-pages.tsx'
import { listCohort, listYears } from '../board-store.ts'
import type { BoardRow } from '../board-store.ts'
import { isStanding } from '../cohort-store.ts'
import { openOwnArea } from '../for-the-council.ts'
import { makeCohorts } from '../make-cohorts.ts'
import type { BoardAddress } from './address.ts'
import { view } from './view.tsx'

function addressOf({ query }: Ask, area: string, thisYear: number): BoardAddress {
  const [year, standing, kind, step, risk] = [Number(query.text('year')), query.text('show'), query.text('kind'), query.text('step'), query.text('risk')]
  return {
    area, year: Number.isInteger(year) && year > 2000 && year < 2200 ? year : thisYear, standing: isStanding(standing) ? standing : 'moves',
    ...(isTransferKind(kind) ? { kind } : {}), ...(isTransferStep(step) ? { step } : {}), ...(isTransferRisk(risk) ? { risk } : {}),
  }
}

const isShown = ({ standing, kind, step, risk }: BoardAddress) => (row: BoardRow): boolean =>
  row.standing === standing && (kind === undefined || row.kind === kind) && (step === undefined || row.step === step) && (risk === undefined || row.risk === risk)

/** A borough has 600 children in a cohort: read page by page. */
const rowsAPage = 50

/** How far the cohort of a year is, who is at risk first. */
export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const area = await openOwnArea(tx, ask)
    const address = addressOf(ask, area.code, cohortYearOn(tx.today))
    const all = await listCohort(tx, area.id, address.year)
    const years = [...new Set([cohortYearOn(tx.today), ...await listYears(tx, area.id)])].toSorted((a, b) => b - a)
    const mayChange = tx.viewer.kind === 'person' && isForParts('foresee-transfer', councilParts(tx.viewer.roles, area.id))
    return page(view({ frame: ask.frame, area, today: tx.today, address, all, shown: pageOf(all.filter(isShown(address)), Number(ask.query.text('page')), rowsAPage), years, mayChange }))
  })
}

/** By hand: the worker looks for the cohort at once, and not only at night. */
const askForCohort = actOutsideCase('make-transfer-cohort', async (tx, areaCode: string) => {
  await openAreaFor(tx, areaCode, 'foresee-transfer')
  await enqueue(tx, makeCohorts.name, {}, { key: makeCohorts.name })
  return ok(null)
})

export async function submit(ask: Ask): Promise<Reply> {
  const area = param(ask, 'area')
  const done = await askForCohort(ask, area)
  if (!done.ok) throw new NotFound('area')
  return redirect(paths.transfers({ area }, { done: 'cohort-asked' }))
}
