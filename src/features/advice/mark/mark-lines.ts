import type { NewMarkedLine } from '../../../casebook/plan/marked-lines.ts'
import { changeMarkedLine, insertMarkedLines, removeMarkedLines } from '../../../casebook/plan/marked-lines.ts'
import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import type { MarkKind } from '../../../domain/advice/guess-mark.ts'
import { guessNeedArea, guessSection } from '../../../domain/advice/guess-mark.ts'
import { markChanges, runsOf } from '../../../domain/advice/mark-runs.ts'
import type { AdviceId } from '../../../domain/ids.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { kindsInSection } from '../../../domain/plan/line.ts'
import { sentences } from '../../../platform/documents/sentences.ts'
import type { Advice } from '../advice-store.ts'
import { getAdvice } from '../advice-store.ts'
import type { MarkedLine } from '../line-store.ts'
import { listLines } from '../line-store.ts'
import { mayMark } from './may-mark.ts'
import type { MarkForm } from './form.ts'

export interface MarkInput extends MarkForm {
  readonly adviceId: AdviceId
  /** Length of the text that the places were counted in: a report that changed since is not marked at wrong places. */
  readonly textLength: number
}

export type MarkRefusal = { readonly kind: 'report-changed' }

/** Makes the marks as they were said, all or none. A line that the plan has answered already keeps its mark. */
export const markLines = act<MarkInput, number, MarkRefusal>('mark-advice', async (tx, caseFile, input) => {
  const advice = await getAdvice(tx, caseFile, input.adviceId)
  if (!mayMark(tx, caseFile, advice)) throw new NotAllowed('mark-advice')
  if (advice.reportText.length !== input.textLength) return refused({ kind: 'report-changed' })
  const kept = await listLines(tx, caseFile, advice)
  const { added, changed, removed } = markChanges(runsOf(input.said), kept, sentences(advice.reportText, advice.blocks))
  const isThere = (pick: { start: number; end: number; kind: string }): boolean =>
    kept.some((line) => line.start === pick.start && line.end === pick.end && line.kind === pick.kind)
    || added.some((run) => run.start === pick.start && run.end === pick.end && run.kind === pick.kind)
  const lines = [...added, ...input.picks.filter((pick) => !isThere(pick))].map((run) => newLine(advice, run))
  await insertMarkedLines(tx, caseFile, advice.id, lines)
  for (const { mark, kind } of changed.filter((one) => isFree(one.mark))) {
    const section = sectionOf(advice, kind, mark.start)
    await changeMarkedLine(tx, caseFile, mark, { kind, section, fields: {}, isWorded: false })
  }
  const off = removed.filter((line) => isFree(line) && !input.picks.some((pick) => pick.start === line.start && pick.end === line.end))
  await removeMarkedLines(tx, caseFile, advice.id, off.map(({ id }) => id))
  const count = lines.length + changed.length + off.length
  // While the report is being written its marks are the author's paper; afterwards they are the case's.
  if (count > 0 && (advice.state === 'given' || advice.state === 'accepted')) await recordFact(tx, caseFile, { type: 'lines-marked', adviceId: advice.id, count })
  return ok(count)
})

const isFree = (line: MarkedLine): boolean => line.disposition === undefined

const headingsAt = (advice: Advice, start: number): readonly string[] =>
  sentences(advice.reportText, advice.blocks).findLast((sentence) => sentence.start <= start)?.headings ?? []

/** The guess, unless a line of that kind cannot stand there. */
function sectionOf(advice: Advice, kind: MarkKind, start: number): NewMarkedLine['section'] {
  const guess = guessSection(kind, advice.kind, headingsAt(advice, start))
  return kindsInSection[guess].includes(kind) ? guess : guessSection(kind, 'other', [])
}

function newLine(advice: Advice, { start, end, kind }: { start: number; end: number; kind: MarkKind }): NewMarkedLine {
  const quote = advice.reportText.slice(start, end)
  const area = kind === 'need' ? guessNeedArea(headingsAt(advice, start)) : undefined
  return { kind, section: sectionOf(advice, kind, start), text: wordsOf(quote), quote, start, end, fields: area === undefined ? {} : { area } }
}

/** The quotation as a line's own words: without the marks of Markdown, the gaps of a table and the turns of lines. */
export const wordsOf = (quote: string): string =>
  quote.replaceAll(/\*\*|__|(?<![\w])[*_](?=\S)|(?<=\S)[*_](?![\w])/g, '').replaceAll(/\s*\|\s*/g, ' | ').replace(/^[\s|]*(?:[-*+•]|\d{1,3}[.)])\s+/, '')
    .replaceAll(/\s+/g, ' ').replaceAll(/^\s*\|\s*|\s*\|\s*$/g, '').trim()
