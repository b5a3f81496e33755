// How much of what a competent writer would have made of a pack stands in its final plan. Everything is read from the sealed
// version, from the advice as kept and from the documents as made: nothing from whoever walked the journey.

import { openCaseFile } from '../../../src/casebook/open-case-file.ts'
import type { CaseFile, CaseKey } from '../../../src/casebook/open-case-file.ts'
import { readVersion } from '../../../src/casebook/plan/plan-content.ts'
import type { Tx } from '../../../src/casebook/tx.ts'
import { read } from '../../../src/casebook/tx.ts'
import { system } from '../../../src/casebook/signing-in/viewer.ts'
import type { AdviceId } from '../../../src/domain/ids.ts'
import type { LineKind, PlanLine } from '../../../src/domain/plan/line.ts'
import { findQuote } from '../../../src/platform/documents/find-quote.ts'
import type { Hub } from '../../harness/hub.ts'
import type { Pack } from './pack.ts'

export interface Wanted {
  readonly id: string
  readonly kind: LineKind
  readonly section: string
  readonly source: string
  readonly anchor: string
  readonly quantity?: { readonly minutes?: number | null | undefined; readonly times?: number | null | undefined; readonly per?: string | null | undefined }
}

/**
 * What is expected in the plan. Only outcomes and provision that are to be used count: what must go back to its author, be
 * settled between sources or be left out cannot stand in a lawful plan.
 */
export function wantedIn({ expected }: Pack): Wanted[] {
  const used = <T extends { readonly action: string }>(items: readonly T[]): T[] => items.filter(({ action }) => action === 'use')
  return [
    ...expected.views.map((item): Wanted => ({ ...item, kind: 'view', section: 'A' })),
    ...expected.needs.map((item): Wanted => ({ ...item, kind: 'need' })),
    ...used(expected.outcomes).map((item): Wanted => ({ ...item, kind: 'outcome', section: 'E' })),
    ...used(expected.provision).map(({ quantity, ...item }): Wanted => ({ ...item, kind: 'provision', ...(quantity === null || quantity === undefined ? {} : { quantity }) })),
  ]
}

export interface Count {
  readonly kind: string
  readonly stands: number
  readonly expected: number
  /** Provision whose numbers are the expected ones, out of that with numbers to state. */
  readonly amounts?: { readonly right: number; readonly of: number }
  readonly missing: readonly string[]
}

export interface PackScore {
  readonly counts: readonly Count[]
  readonly linesInPlan: number
  /** Lines of the plan that no expected item answers to, other than "none identified", placement and direct payment. */
  readonly unexpected: readonly string[]
}

export async function scorePack(hub: Hub, pack: Pack, key: CaseKey): Promise<PackScore> {
  return read({ house: hub.house, viewer: system, page: 'test' }, async (tx) => {
    const caseFile = await openCaseFile(tx, key)
    const { id } = await tx.db.selectFrom('planVersion as v').innerJoin('plan as p', 'p.id', 'v.planId').select('v.id')
      .where('p.localAreaId', '=', caseFile.localAreaId).where('p.caseId', '=', caseFile.id).where('v.kind', '=', 'final').executeTakeFirstOrThrow()
    const { content } = await readVersion(tx, caseFile, id)
    const reports = await reportsOf(tx, caseFile, pack)
    const wanted = wantedIn(pack)
    const standing = matchLines(wanted, content.lines, reports)
    const counts = (['view', 'need', 'outcome', 'provision'] as const).map((kind) => countOf(kind, wanted, standing))
    const answered = new Set([...standing.values()].map((line) => line.id))
    return {
      counts, linesInPlan: content.lines.length,
      unexpected: content.lines.filter((line) => !answered.has(line.id) && ['view', 'need', 'outcome', 'provision'].includes(line.kind)).map((line) => `${line.section}: ${line.text}`),
    }
  })
}

type Reports = ReadonlyMap<string, readonly { readonly adviceId: AdviceId; readonly text: string }[]>

/** Which advice on the case holds the words of which report of the pack: the one with most of its anchors. */
async function reportsOf(tx: Tx, caseFile: CaseFile, { case: { advice }, expected }: Pack): Promise<Reports> {
  const kept = await tx.db.selectFrom('advice').select(['id', 'reportText']).where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).execute()
  const anchors = [...expected.views, ...expected.needs, ...expected.outcomes, ...expected.provision]
  return new Map(advice.map(({ file }) => {
    const own = anchors.filter(({ source }) => source === file)
    const held = kept.map(({ id, reportText }) => ({ adviceId: id, text: reportText, holds: own.filter(({ anchor }) => findQuote(reportText, anchor).length > 0).length }))
    const most = Math.max(...held.map(({ holds }) => holds))
    return [file, held.filter(({ holds }) => holds === most && most > 0)]
  }))
}

/** One line for each item, and no line for two: the line whose words overlap most with the anchor, in the right section, of the right kind. */
function matchLines(wanted: readonly Wanted[], lines: readonly PlanLine[], reports: Reports): Map<Wanted, PlanLine> {
  const pairs = wanted.flatMap((item) => lines.map((line) => ({ item, line, share: overlap(item, line, reports) }))).filter(({ share }) => share > 0)
  const matched = new Map<Wanted, PlanLine>()
  const taken = new Set<string>()
  for (const { item, line } of pairs.toSorted((a, b) => b.share - a.share)) {
    if (matched.has(item) || taken.has(line.id)) continue
    matched.set(item, line)
    taken.add(line.id)
  }
  return matched
}

/** How much of the anchor and of the line's own words from the report are the same place: 0 when they do not touch. */
function overlap(item: Wanted, line: PlanLine, reports: Reports): number {
  if (line.kind !== item.kind || line.section !== item.section) return 0
  const shares = (reports.get(item.source) ?? []).flatMap(({ adviceId, text }) => {
    const places = findQuote(text, item.anchor)
    return line.sources.flatMap((source) => (source.kind === 'advice' && source.adviceId === adviceId
      ? places.map(({ start, end }) => Math.max(0, Math.min(end, source.end) - Math.max(start, source.start)) / Math.max(end - start, source.end - source.start)) : []))
  })
  return Math.max(0, ...shares)
}

function countOf(kind: 'view' | 'need' | 'outcome' | 'provision', wanted: readonly Wanted[], standing: ReadonlyMap<Wanted, PlanLine>): Count {
  const items = wanted.filter((item) => item.kind === kind)
  const quantified = items.filter(({ quantity }) => quantity !== undefined)
  return {
    kind, stands: items.filter((item) => standing.has(item)).length, expected: items.length,
    missing: items.filter((item) => !standing.has(item)).map(({ id }) => id),
    ...(kind === 'provision' ? { amounts: { right: quantified.filter((item) => hasAmounts(item, standing.get(item))).length, of: quantified.length } } : {}),
  }
}

function hasAmounts({ quantity }: Wanted, line: PlanLine | undefined): boolean {
  if (line === undefined) return false
  const isSame = (expected: unknown, found: unknown): boolean => (expected ?? undefined) === found
  return isSame(quantity?.minutes, line.fields.minutes) && isSame(quantity?.times, line.fields.times) && isSame(quantity?.per, line.fields.per)
}
