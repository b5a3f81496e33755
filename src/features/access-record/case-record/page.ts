import { stringify } from 'csv-stringify/sync'
import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { listSittings } from '../../../casebook/audit/looked.ts'
import type { Area } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import type { Instant } from '../../../domain/calendar/plain-date.ts'
import { addDays } from '../../../domain/calendar/plain-date.ts'
import type { CaseId } from '../../../domain/ids.ts'
import { isId } from '../../../domain/ids.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { file, page } from '../../../platform/http/reply.ts'
import { openDesk } from '../access-officer.ts'
import { findReference, listRecords } from '../access-store.ts'
import { pageNumber } from '../page-number.ts'
import { sittingsPerPage } from './page-size.ts'
import { view } from './view.tsx'

const daysBack = 2 * 365
const mostRows = 50_000

async function findCase(tx: Tx, ask: Ask): Promise<{ area: Area; id: CaseId; reference: string }> {
  const { area } = await openDesk(tx, param(ask, 'area'))
  const id = param(ask, 'caseId')
  const found = isId(id) ? await findReference(tx, area.id, id) : undefined
  if (found === undefined) throw new NotFound('case')
  return { area, ...found }
}

/** Who looked at one case, and who was turned away; the case itself stays closed to the access officer. */
export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const { area, id, reference } = await findCase(tx, ask)
    const number = pageNumber(ask)
    const list = await listSittings(tx, { localAreaId: area.id, id }, { kind: 'staff' }, {
      since: `${addDays(tx.today, -daysBack)}T00:00:00.000Z` as Instant, limit: sittingsPerPage, offset: (number - 1) * sittingsPerPage,
    })
    return page(view({ frame: ask.frame, area, id, reference, number, ...list, refused: await listRecords(tx, area.id, id, { limit: 50, refusedOnly: true }) }))
  })
}

/** Every record of the case as rows, for an inquiry or an answer under UK GDPR Art 15(1)(c). Cells that begin like a formula are quoted. */
export async function asFile(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const { area, id, reference } = await findCase(tx, ask)
    const records = await listRecords(tx, area.id, id, { limit: mostRows })
    if (ask.trail !== undefined) ask.trail.shown = 1
    const csv = stringify(records.map(({ seq, at, name, organisation, parts, kind, route, outcome, act }) => [seq, at, name ?? '', organisation ?? '', parts, kind, route, outcome, act ?? '']), {
      header: true, columns: ['number', 'at', 'who', 'for', 'parts in the case', 'kind', 'route', 'outcome', 'act'], bom: true, escape_formulas: true,
    })
    return file(new TextEncoder().encode(csv), 'text/csv; charset=utf-8', `${reference} who looked.csv`)
  })
}
