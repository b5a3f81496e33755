import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { openAreaFor } from '../../../casebook/open-area.ts'
import { read } from '../../../casebook/tx.ts'
import type { CaseId, OrganisationId } from '../../../domain/ids.ts'
import { isId } from '../../../domain/ids.ts'
import { cohortYearOn } from '../../../domain/transfer/foresee.ts'
import { isTransferKind } from '../../../domain/transfer/phases.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { choicesOf } from '../../../ui/form.tsx'
import { findSettings, getSettings } from '../wish-store.ts'
import { findBulk, listCohortChildren } from './bulk-store.ts'
import { checkView, reportsOf } from './check-view.tsx'
import type { PreparedChild } from './prepare-many.ts'
import { prepareChild } from './prepare-many.ts'
import { beginMany, goOn, mostChildren } from './send-many.ts'
import { view } from './view.tsx'

const longestList = 30

function wantedOf(ask: Ask) {
  const from = ask.method === 'GET' ? ask.query : ask.form
  const [year, kind] = [Number(from.text('year')), from.text('kind')]
  return { year: Number.isInteger(year) && year > 2000 && year < 2200 ? year : cohortYearOn(ask.house.clock.today()), ...(isTransferKind(kind) ? { kind } : {}) }
}

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const area = await openAreaFor(tx, param(ask, 'area'), 'consult-setting')
    const { year, kind } = wantedOf(ask)
    const search = typeof values['q'] === 'string' ? values['q'].trim() : ''
    const found = await findSettings(tx, search, longestList)
    const chosen = choicesOf(values, 'settings').filter(isId).map((id) => id as OrganisationId)
    const document = view({
      frame: ask.frame, area, year, kind, search, hasMore: found.hasMore, children: await listCohortChildren(tx, area.id, year, kind),
      settings: await getSettings(tx, [...new Set([...chosen, ...found.settings.map(({ id }) => id)])]), errors, values,
    })
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

export async function submit(ask: Ask): Promise<Reply> {
  const [values, step, areaCode] = [ask.form.values(), ask.form.text('step'), param(ask, 'area')]
  if (step === 'search' || step === 'change') return form(ask, [], values)
  const caseIds = [...new Set(ask.form.all('children'))].filter(isId).map((id) => id as CaseId)
  const settings = [...new Set(ask.form.all('settings'))].filter(isId).map((id) => id as OrganisationId)
  const withReports = ask.form.text('withReports')
  const errors: FieldError[] = [
    ...(caseIds.length === 0 ? [{ field: 'children', message: 'Select at least one child' }] : caseIds.length > mostChildren ? [{ field: 'children', message: `Select ${mostChildren} children at most` }] : []),
    ...(settings.length === 0 ? [{ field: 'settings', message: 'Select at least one setting' }] : []),
    ...(withReports === 'yes' || withReports === 'no' ? [] : [{ field: 'withReports', message: 'Select whether reports go along' }]),
  ]
  if (errors.length > 0) return form(ask, errors, values)
  const { year } = wantedOf(ask)
  if (step !== 'send') return check(ask, { caseIds, settings, year, withReports: withReports === 'yes' })
  const begun = await beginMany(ask, { areaCode, year, caseIds, settings, reports: new Map(caseIds.map((id) => [id, ask.form.all(reportsOf(id))])) })
  if (!begun.ok) return form(ask, [{ field: 'children', message: 'None of them is in the cohort any more' }], values)
  const { area, bulk } = await read(ask, async (tx) => {
    const opened = await openAreaFor(tx, areaCode, 'consult-setting')
    return { area: opened, bulk: await findBulk(tx, opened, begun.value) }
  })
  if (bulk !== undefined) await goOn(ask, area.id, bulk)
  return redirect(paths.consultedMany({ area: areaCode, bulkId: begun.value }))
}

/** What would be sent for each child, read before anything goes. */
async function check(ask: Ask, { caseIds, settings, year, withReports }: { caseIds: readonly CaseId[]; settings: readonly OrganisationId[]; year: number; withReports: boolean }): Promise<Reply> {
  return read(ask, async (tx) => {
    const area = await openAreaFor(tx, param(ask, 'area'), 'consult-setting')
    const children = (await listCohortChildren(tx, area.id, year)).filter(({ caseId }) => caseIds.includes(caseId))
    const prepared: PreparedChild[] = []
    for (const { caseId } of children) prepared.push(await prepareChild(tx, area.code, caseId, { settings, reports: withReports ? 'all' : [] }))
    return page(checkView({ frame: ask.frame, area, year, children, prepared, settings: await getSettings(tx, settings), withReports, values: ask.form.values() }))
  })
}
