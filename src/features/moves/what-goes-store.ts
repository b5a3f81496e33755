// What of a case would go to the new council, and what stays: shown to the officer before anything is sent, and read again by the worker
// that packs. Nothing under a seal is ever among it, whoever looks (access/policy.ts: the program carries nothing that is sealed).

import { sql } from 'kysely'
import { notSealed } from '../../casebook/access/item-seals.ts'
import { isClosed } from '../../domain/access/standing.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { adviceTitles } from '../../casebook/plan/plan-content.ts'
import type { Tx } from '../../casebook/tx.ts'
import { factsInSight } from '../../casebook/access/item-seals.ts'
import type { RecordedFact } from '../../domain/case-file/facts.ts'
import { isInForce } from '../../domain/case-file/tracks.ts'
import type { PlanId } from '../../domain/ids.ts'
import type { Withheld } from '../../domain/moves/withheld.ts'
import { neverTravels } from '../../domain/moves/withheld.ts'
import { thaw } from '../../domain/plan/freeze.ts'

export interface Paper {
  readonly id: string
  readonly kind: 'report' | 'document'
  readonly title: string
  /** A reader here has only a copy with words removed: somebody decides whether the whole goes. */
  readonly hasCopy: boolean
}

export interface WhatGoes {
  readonly papers: readonly Paper[]
  readonly planId?: PlanId
  readonly lines: number
  readonly versions: number
  readonly people: number
  readonly facts: number
  /** Protected addresses in force: no address goes then. */
  readonly hasProtectedAddress: boolean
  /** The final plan in force quotes a report that was sealed later: a person decides that it goes as it was issued. */
  readonly finalQuotesSealed: boolean
  readonly withheld: readonly Withheld[]
}

export const moveKindOf = ({ stage }: Pick<CaseFile, 'stage'>): 'plan' | 'assessment' => (isInForce(stage) || isClosed({ stage }) ? 'plan' : 'assessment')

export async function whatGoes(tx: Tx, caseFile: CaseFile): Promise<WhatGoes> {
  const { localAreaId, id: caseId, child } = caseFile
  const advice = await tx.db.selectFrom('advice').select(['id', 'kind', 'authorName', 'documentId']).where('localAreaId', '=', localAreaId).where('caseId', '=', caseId)
    .where('state', 'in', ['given', 'accepted']).where(notSealed(caseFile, 'advice.id')).orderBy('item').orderBy('id').execute()
  const documents = await tx.db.selectFrom('document').select(['id', 'title', 'scanState']).where('localAreaId', '=', localAreaId).where('caseId', '=', caseId)
    .where('removedAt', 'is', null).where(notSealed(caseFile, 'document.id')).orderBy('uploadedAt').orderBy('id').execute()
  const clean = documents.filter(({ scanState }) => scanState === 'clean')
  const copies = await tx.db.selectFrom('redaction').select(['adviceId', 'documentId']).where('localAreaId', '=', localAreaId).where('caseId', '=', caseId).where('state', '!=', 'lifted').execute()
  const held = new Set(copies.flatMap(({ adviceId, documentId }) => [adviceId, documentId].filter((id) => id !== null)))
  const hasCopy = (...ids: readonly (string | null)[]): boolean => ids.some((id) => id !== null && held.has(id as never))
  const papers: Paper[] = [
    ...advice.map(({ id, kind, authorName, documentId }): Paper => ({ id, kind: 'report', title: `${adviceTitles[kind] ?? 'Advice'}: ${authorName}`, hasCopy: hasCopy(id, documentId) })),
    ...clean.map(({ id, title }): Paper => ({ id, kind: 'document', title, hasCopy: hasCopy(id) })),
  ]
  const plan = await tx.db.selectFrom('plan').select('id').where('localAreaId', '=', localAreaId).where('caseId', '=', caseId).executeTakeFirst()
  const versions = plan === undefined ? [] : await versionsOf(tx, caseFile, plan.id)
  const quoting = versions.filter(({ quotesSealed, isInForce: stands }) => quotesSealed && !stands)
  const count = async (of: ReturnType<typeof sql<{ n: number }>>): Promise<number> => (await of.execute(tx.db)).rows[0]?.n ?? 0
  const lines = plan === undefined ? 0 : await count(sql`select count(*)::int as n from plan_line where local_area_id = ${localAreaId} and plan_id = ${plan.id}`)
  const people = await count(sql`select count(distinct person_id)::int as n from relationship where local_area_id = ${localAreaId} and child_id = ${child.id}`)
  const guarded = await count(sql`select count(*)::int as n from child_address where local_area_id = ${localAreaId} and child_id = ${child.id} and is_confidential and (to_on is null or to_on >= ${tx.today})`)
  const sealedSources = plan === undefined || caseFile.sealed.all.length === 0 ? 0 : await count(sql`
    select count(*)::int as n from plan_line_source s join plan_line l on l.local_area_id = s.local_area_id and l.id = s.line_id
    where s.local_area_id = ${localAreaId} and l.plan_id = ${plan.id} and s.removed_at is null and s.advice_id = any(${[...caseFile.sealed.all]}::uuid[]) -- notSealed() the other way round`)
  const seals = await count(sql`select count(*)::int as n from item_seal where local_area_id = ${localAreaId} and case_id = ${caseId} and ended_at is null`)
  const named: Withheld[] = [
    { kind: 'sealed', count: seals }, { kind: 'protected-address', count: guarded }, { kind: 'copy-held', count: papers.filter((paper) => paper.hasCopy).length },
    { kind: 'not-clean', count: documents.length - clean.length }, { kind: 'sealed-quotes', count: sealedSources }, { kind: 'quoting-versions', count: quoting.length },
  ]
  return {
    papers, ...(plan === undefined ? {} : { planId: plan.id }), lines, versions: versions.length - quoting.length, people, facts: travellingFacts(caseFile).length,
    hasProtectedAddress: guarded > 0, finalQuotesSealed: versions.some(({ quotesSealed, isInForce: stands }) => quotesSealed && stands),
    withheld: [...named.filter((one) => one.count > 0), ...neverTravels.map((kind): Withheld => ({ kind, count: 0 }))],
  }
}

/** The ledger without what tells of something sealed, whoever asks. */
export const travellingFacts = (caseFile: CaseFile): readonly RecordedFact[] => factsInSight(caseFile.facts, { hidden: caseFile.sealed.all, all: caseFile.sealed.all })

interface Version { readonly id: string; readonly quotesSealed: boolean; readonly isInForce: boolean }

/** Versions, and whether each quotes something that is under a seal now. */
async function versionsOf(tx: Tx, { localAreaId, sealed }: CaseFile, planId: PlanId): Promise<Version[]> {
  const rows = await tx.db.selectFrom('planVersion').select(['id', 'kind', 'content', 'ids', 'supersededOn']).where('localAreaId', '=', localAreaId).where('planId', '=', planId).orderBy('no').execute()
  return rows.map(({ id, kind, content, ids, supersededOn }) => ({ id, isInForce: kind === 'final' && supersededOn === null, quotesSealed: sealed.all.length > 0 && quotesAny(content, ids, sealed.all) }))
}

function quotesAny(content: string, ids: unknown, wanted: readonly string[]): boolean {
  const thawed = thaw(content)
  const here = (id: string): string => (typeof ids === 'object' && ids !== null ? (ids as Readonly<Record<string, string>>)[id] ?? id : id)
  return !thawed.ok || thawed.value.content.lines.some(({ sources }) => sources.some((source) => source.kind === 'advice' && wanted.includes(here(source.adviceId))))
}

/** Versions that go: all but earlier ones that quote something sealed. */
export const travellingVersions = async (tx: Tx, caseFile: CaseFile, planId: PlanId): Promise<string[]> =>
  (await versionsOf(tx, caseFile, planId)).filter(({ quotesSealed, isInForce: stands }) => stands || !quotesSealed).map(({ id }) => id)
