// Saving a line's words: the line's row is held, the domain says whether the save stands beside what others did meanwhile, and
// nothing is ever written over. Every text that arrives becomes a revision, or goes back to who sent it, or is kept beside the
// others until a person settles it.

import type { LineId, PlanId } from '../../domain/ids.ts'
import type { Attempt, Saved } from '../../domain/plan/clash.ts'
import { saveLine } from '../../domain/plan/clash.ts'
import { keepAttempt } from './clashes.ts'
import { addRevision, lockLine, seenSince } from './line-rows.ts'
import type { InArea } from './revision-row.ts'
import type { Tx } from '../tx.ts'

/**
 * A new revision, nothing new, or a clash. A clash writes nothing: both texts come back, and the caller keeps what was typed
 * (`saveAttempt`) or shows both. A wording of a removed line brings the line back.
 */
export async function trySaving(tx: Tx, caseFile: InArea, planId: PlanId, lineId: LineId, wanted: Attempt, because?: string): Promise<Saved> {
  const line = await lockLine(tx, caseFile, planId, lineId)
  const base = wanted.base === line.latest.n ? wanted.base : await seenSince(tx, caseFile, lineId, wanted.base)
  const saved = saveLine(line.latest, { ...wanted, base })
  if (saved.kind === 'accepted') await addRevision(tx, caseFile, planId, line, { ...saved.revision, ...(because === undefined ? {} : { because }) })
  return saved
}

export type SavedHere =
  | { readonly kind: 'accepted' | 'same'; readonly n: number }
  | { readonly kind: 'clash'; readonly clashNo: number; readonly keptId: string; readonly latest: number }

/** The editor's save: what clashes is kept beside what another made of the line meanwhile. */
export async function saveAttempt(tx: Tx, caseFile: InArea, planId: PlanId, lineId: LineId, wanted: Attempt): Promise<SavedHere> {
  const saved = await trySaving(tx, caseFile, planId, lineId, wanted)
  return saved.kind === 'clash'
    ? { kind: 'clash', latest: saved.latest.n, ...await keepAttempt(tx, caseFile, lineId, saved.attempt) }
    : { kind: saved.kind, n: saved.revision.n }
}
