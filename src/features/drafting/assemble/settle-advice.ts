import { keepContent } from '../../../casebook/plan/keep-content.ts'
import { lockMarkedLines, recordDisposition } from '../../../casebook/plan/marked-lines.ts'
import { readPlanContent } from '../../../casebook/plan/plan-content.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { AdviceLineId, LineId } from '../../../domain/ids.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { Disposition } from '../../../domain/plan/advice-line.ts'
import type { AdoptRefusal } from '../../../domain/plan/assemble.ts'
import { adoptAdviceLine, mergeAdviceLine } from '../../../domain/plan/assemble.ts'
import { whatBecameOfLine } from '../../../domain/plan/what-became-of.ts'
import type { Section } from '../../../domain/plan/sections.ts'
import { listMarkedLines } from '../advice-line-store.ts'
import { councilDraftAct, hindrance } from '../draft-act.ts'
import { askAuthors } from './ask-authors.ts'
import type { SectionRefusal } from '../draft-act.ts'

/** One decision on one marked line. */
export type Decision =
  | { readonly does: 'use'; readonly id: AdviceLineId; readonly section: Section }
  | { readonly does: 'join'; readonly id: AdviceLineId; readonly lineId: LineId }
  | { readonly does: 'not-used' | 'disagree'; readonly id: AdviceLineId; readonly words: string }
  | { readonly does: 'ask-author'; readonly id: AdviceLineId; readonly words: string }

export type AssembleRefusal =
  | (SectionRefusal & { readonly id: AdviceLineId })
  | { readonly kind: AdoptRefusal | 'decided-already' | 'no-such-advice-line'; readonly id: AdviceLineId }

export interface Settled {
  /** Authors who were asked and cannot be reached through the hub: somebody must ask them by hand. */
  readonly notReached: readonly string[]
}

/**
 * Decides any number of marked lines at once: all of them or, when one cannot be, none. A line that is used keeps the words of
 * the report and their place. The whole batch is one fact, and one more for each author who is asked something.
 */
export const settleAdvice = councilDraftAct<readonly Decision[], Settled, AssembleRefusal>(async (tx, { caseFile, planId, mine }, decisions) => {
  await lockMarkedLines(tx, caseFile, decisions.map(({ id }) => id))
  const marked = new Map((await listMarkedLines(tx, caseFile)).map((line) => [line.id, line]))
  const before = await readPlanContent(tx, caseFile, planId)
  const settled: { id: AdviceLineId; disposition: Disposition }[] = []
  let content = before
  for (const decision of decisions) {
    const { id } = decision
    const line = marked.get(id)
    if (line === undefined) return refused({ kind: 'no-such-advice-line', id })
    const standsAlready = whatBecameOfLine(line, line.disposition, content)
    if (standsAlready.kind !== 'waiting' && standsAlready.kind !== 'not-used') return refused({ kind: 'decided-already', id })
    if (decision.does === 'use') {
      const stands = hindrance(mine, line.kind, decision.section)
      if (stands !== undefined) return refused({ ...stands.refusal, id })
      const adopted = adoptAdviceLine(content, line, { lineId: tx.newId<LineId>(), section: decision.section })
      if (!adopted.ok) return refused({ kind: adopted.refusal, id } as AssembleRefusal)
      content = adopted.value.content
      settled.push({ id, disposition: adopted.value.disposition })
    } else if (decision.does === 'join') {
      const joined = mergeAdviceLine(content, line, { lineId: decision.lineId })
      if (!joined.ok) return refused({ kind: joined.refusal, id } as AssembleRefusal)
      content = joined.value.content
      settled.push({ id, disposition: joined.value.disposition })
    } else {
      settled.push({ id, disposition: decision.does === 'ask-author' ? { kind: 'ask-author', question: decision.words } : { kind: decision.does, reason: decision.words } })
    }
  }
  await keepContent(tx, caseFile, planId, before, content)
  for (const { id, disposition } of settled) await recordDisposition(tx, caseFile, id, disposition)
  const count = (kind: Disposition['kind']): number => settled.filter(({ disposition }) => disposition.kind === kind).length
  if (settled.length > 0) {
    await recordFact(tx, caseFile, {
      type: 'advice-lines-settled', used: count('used'), joined: count('merged'), notUsed: count('not-used'), asked: count('ask-author'), disagree: count('disagree'),
    })
  }
  return ok({ notReached: await askAuthors(tx, caseFile, settled.flatMap(({ id, disposition }) => {
    const line = marked.get(id)
    return disposition.kind === 'ask-author' && line !== undefined ? [{ report: line.report, question: disposition.question }] : []
  })) })
})
