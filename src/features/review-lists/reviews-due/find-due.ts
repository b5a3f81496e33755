// What somebody of a school, the health body or social care has in hand of reviews: their own pupils as it stands now, whichever council's;
// and the lists that came to the health body and social care, as they were sent.

import type { Ask } from '../../../casebook/ask.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { SchoolTerm } from '../../../domain/calendar/school-terms.ts'
import { termAfter, termOn, termToList } from '../../../domain/calendar/school-terms.ts'
import type { LocalAreaId } from '../../../domain/ids.ts'
import type { ListedChild, SentList } from '../list-store.ts'
import { bodiesToReadFor, listReceived, listRowsOf } from '../list-store.ts'
import type { PlannedRow } from '../register-store.ts'
import { listAreasOfPupils, listPlanned } from '../register-store.ts'

export interface Due {
  readonly term: SchoolTerm
  /** Undefined for whoever reads for no setting. */
  readonly pupils?: readonly PlannedRow[]
  readonly lists: readonly SentList[]
  /** The children on the newest lists of the health body and social care. */
  readonly listed: readonly ListedChild[]
  readonly isOfPupils: boolean
  readonly isOfArea: boolean
}

/** More than any setting has pupils with a plan. */
const most = 2000

export async function findDue(tx: Tx, ask: Ask): Promise<Due> {
  const settings = bodiesToReadFor(tx, 'setting')
  const others = [...bodiesToReadFor(tx, 'health'), ...bodiesToReadFor(tx, 'social-care')]
  if (settings.length + others.length === 0) throw new NotFound('reviews due')
  const areas: LocalAreaId[] = settings.length === 0 ? [] : await listAreasOfPupils(tx, settings)
  // Terms of several councils: one list goes by the term that is usual, unless an area's own are asked for.
  const now = termOn('', tx.today)
  const next = termAfter('', now)
  const term = ask.query.text('term') === 'next' || (ask.query.text('term') !== 'now' && termToList('', tx.today).firstDay === next.firstDay) ? next : now
  const lists = await listReceived(tx)
  const ofArea = lists.filter(({ kind }) => kind !== 'setting')
  const newest = ofArea.filter(({ localAreaId, kind, termStartsOn }) => !ofArea.some((other) => other.localAreaId === localAreaId && other.kind === kind && other.termStartsOn > termStartsOn))
  return {
    term, lists, isOfPupils: settings.length > 0, isOfArea: others.length > 0, listed: await listRowsOf(tx, newest.map(({ id }) => id)),
    ...(settings.length === 0 ? {} : { pupils: (await listPlanned(tx, { areas, pupilsOf: settings }, term, { term }, { limit: most, offset: 0 })).rows }),
  }
}
