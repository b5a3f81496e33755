// All SQL about cases that may be one child's: looking for them when a request comes, and what a person decided.

import { updateRequestRows } from '../../casebook/request-rows.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { keepPossibleDuplicate } from '../../casebook/possible-duplicates.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import type { Likeness, LikenessKind } from '../../domain/case-file/duplicates.ts'
import { duplicateScore, likenesses, swappedDayAndMonth, worthALook } from '../../domain/case-file/duplicates.ts'
import type { CaseId, LocalAreaId, PersonId } from '../../domain/ids.ts'

/** Compares a new case's child with every child of the area that has something in common, and keeps what is worth a look. */
export async function findDuplicates(tx: Tx, localAreaId: LocalAreaId, caseId: CaseId, child: Likeness): Promise<number> {
  const swapped = swappedDayAndMonth(child.bornOn)
  // Whoever asks may have no sight of any other child: the database compares with the child whose case this transaction makes, alone.
  const { rows } = await sql<{ caseId: CaseId; givenName: string; familyName: string; bornOn: PlainDate; upn: string | null; nhsNumber: string | null; postcode: string | null }>`
    select * from hub_children_like_founded(${swapped ?? null}::date)`.execute(tx.db)
  const best = new Map<CaseId, { score: number; alike: readonly LikenessKind[] }>()
  for (const row of rows) {
    const found = duplicateScore(child, { ...row, upn: row.upn ?? undefined, nhsNumber: row.nhsNumber ?? undefined, postcode: row.postcode ?? undefined })
    if (found.score >= worthALook && found.score > (best.get(row.caseId)?.score ?? 0)) best.set(row.caseId, found)
  }
  for (const [otherCaseId, { score, alike }] of best) {
    await keepPossibleDuplicate(tx, localAreaId, caseId, { otherCaseId, score, alike })
  }
  return best.size
}

export interface PossibleDuplicate {
  readonly id: string
  readonly otherCaseId: CaseId
  readonly score: number
  readonly alike: readonly LikenessKind[]
  readonly decision?: 'same-child' | 'different-children'
  readonly decidedAt?: Instant
  readonly decidedByName?: string
  readonly reason?: string
  /** Somebody said that it is the same child; another person has to agree. */
  readonly saidSame?: { readonly by: PersonId; readonly name: string; readonly reason: string; readonly bring: readonly string[] }
}

export async function listPossibleDuplicates(tx: Tx, caseFile: CaseFile): Promise<PossibleDuplicate[]> {
  const rows = await tx.db.selectFrom('possibleDuplicate as d').leftJoin('person as n', 'n.id', 'd.decidedBy').leftJoin('person as s', 's.id', 'd.saidSameBy')
    .select(['d.id', 'd.otherCaseId', 'd.score', 'd.alike', 'd.decision', 'd.decidedAt', 'd.reason', 'd.saidSameBy', 'd.saidSameReason', 'd.saidSameBring', 'n.fullName', 's.fullName as saidSameName'])
    .where('d.localAreaId', '=', caseFile.localAreaId).where('d.caseId', '=', caseFile.id).orderBy('d.score', 'desc').orderBy('d.id').execute()
  return rows.map((row) => ({
    id: row.id, otherCaseId: row.otherCaseId as CaseId, score: row.score, alike: z.array(z.enum(likenesses)).parse(row.alike),
    ...(row.decision === 'same-child' || row.decision === 'different-children' ? { decision: row.decision } : {}),
    ...(row.decidedAt === null ? {} : { decidedAt: row.decidedAt }), ...(row.fullName === null ? {} : { decidedByName: row.fullName }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.saidSameBy === null ? {} : { saidSame: { by: row.saidSameBy, name: row.saidSameName ?? 'Somebody', reason: row.saidSameReason ?? '', bring: row.saidSameBring } }),
  }))
}

export interface Comparable {
  readonly address: string
  readonly setting: string
  readonly parents: readonly { readonly personId: string; readonly name: string }[]
}

export interface Compared {
  readonly caseFile: CaseFile
  readonly details: Comparable
}

/** What stands beside each other when two cases are compared. A protected address is not shown even here. */
export async function getComparable(tx: Tx, caseFile: CaseFile): Promise<Comparable> {
  const { localAreaId, child } = caseFile
  const addresses = await tx.db.selectFrom('childAddress').select(['lines', 'postcode', 'isConfidential']).where('localAreaId', '=', localAreaId).where('childId', '=', child.id).where('toOn', 'is', null).execute()
  const settings = await tx.db.selectFrom('childSetting as s').innerJoin('organisation as o', 'o.id', 's.organisationId').select('o.name')
    .where('s.localAreaId', '=', localAreaId).where('s.childId', '=', child.id).where('s.toOn', 'is', null).execute()
  const parents = await tx.db.selectFrom('relationship as r').innerJoin('person as n', 'n.id', 'r.personId').select(['n.id', 'n.fullName', 'r.relation'])
    .where('r.localAreaId', '=', localAreaId).where('r.childId', '=', child.id).orderBy('n.fullName').execute()
  return {
    address: addresses.map((one) => (one.isConfidential ? 'Address protected' : [...one.lines, one.postcode ?? ''].filter(Boolean).join(', '))).join('; '),
    setting: settings.map(({ name }) => name).join(', '), parents: parents.map(({ id, fullName, relation }) => ({ personId: id, name: `${fullName} (${relation})` })),
  }
}

/** One child, one case: the requests go over to the case that is kept. */
export async function moveRequests(tx: Tx, from: CaseFile, to: CaseFile): Promise<void> {
  await updateRequestRows(tx, { localAreaId: from.localAreaId, caseId: from.id }, { caseId: to.id })
}
