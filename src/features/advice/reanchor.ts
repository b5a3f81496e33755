// When a report's words change, its marks are found again by their exact words.

import { changeMarkedLine, removeMarkedLines } from '../../casebook/plan/marked-lines.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import { findQuote } from '../../platform/documents/find-quote.ts'
import type { Advice } from './advice-store.ts'
import { listLines } from './line-store.ts'

/**
 * Moves every mark to where its words stand now: the nearest place where they stand several times. A mark whose words are
 * gone comes off. Answers with how many came off.
 */
export async function reanchor(tx: Tx, caseFile: CaseFile, advice: Advice, reportText: string): Promise<number> {
  if (reportText === advice.reportText) return 0
  const lines = await listLines(tx, caseFile, advice)
  const gone = []
  for (const line of lines) {
    const places = findQuote(reportText, line.quote)
    const nearest = places.toSorted((a, b) => Math.abs(a.start - line.start) - Math.abs(b.start - line.start))[0]
    if (nearest === undefined) gone.push(line.id)
    else await changeMarkedLine(tx, caseFile, line, { place: { ...nearest, quote: reportText.slice(nearest.start, nearest.end) } })
  }
  await removeMarkedLines(tx, caseFile, advice.id, gone)
  return gone.length
}
