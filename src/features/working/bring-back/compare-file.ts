// A Word file that came back, against the copy that it was made from. Which copy that is its hidden mark says; where the mark is lost,
// or the copy is not this viewer's to know, the copy or the plan whose paragraphs it shares most.

import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { isOfCouncil } from '../../../domain/access/parts.ts'
import type { LineId, PersonId } from '../../../domain/ids.ts'
import type { CopyParagraph } from '../../../domain/plan/working/align.ts'
import type { LineThen, PlanNow } from '../../../domain/plan/working/judge.ts'
import type { ReadParagraph } from '../../../domain/plan/working/read-back.ts'
import { plainWords } from '../../../domain/plan/working/same-words.ts'
import { roleOf } from '../../../domain/plan/working/word-marks.ts'
import { printedParagraphs } from '../../../platform/documents/printed-paragraphs.ts'
import { whoSaid } from '../../../casebook/plan/proposals.ts'
import { linesThen } from '../copy/make-copy.ts'
import { findCopy, listCopies } from '../copy-store.ts'
import type { Working } from '../open-working.ts'
import { workingDocument } from '../working-document.ts'

export interface ComparedWith {
  readonly copyId?: string
  readonly paragraphs: readonly CopyParagraph[]
  readonly lines: ReadonlyMap<LineId, LineThen>
}

/** So many earlier copies are tried where the file does not say from which it was made. */
const mostTried = 12

export async function copyOf(tx: Tx, caseFile: CaseFile, working: Working, file: readonly ReadParagraph[]): Promise<ComparedWith> {
  const isOfTeam = isOfCouncil(caseFile.parts)
  for (const { name } of file.flatMap(({ marks }) => marks)) {
    const role = roleOf(name)
    const copy = role.kind === 'copy' ? await findCopy(tx, caseFile, isOfTeam, role.id) : undefined
    if (copy !== undefined) return { copyId: copy.id, paragraphs: copy.paragraphs, lines: copy.lines }
  }
  const asItStands: ComparedWith = { paragraphs: printedParagraphs(workingDocument(working, { copyId: caseFile.id, at: tx.now })), lines: linesThen(working) }
  const copies = (await listCopies(tx, caseFile, isOfTeam, mostTried)).map(({ id, paragraphs, lines }): ComparedWith => ({ copyId: id, paragraphs, lines }))
  const words = new Set(file.map(({ text }) => plainWords(text)))
  const shared = ({ paragraphs }: ComparedWith): number => paragraphs.filter(({ mark, text }) => roleOf(mark).kind === 'line' && words.has(plainWords(text))).length
  return copies.reduce((best, copy) => (shared(copy) > shared(best) ? copy : best), asItStands)
}

/** The lines of the copy that was named, or of the plan as this viewer reads it. */
export async function linesOfCopy(tx: Tx, caseFile: CaseFile, working: Working, copyId: string | undefined): Promise<ReadonlyMap<LineId, LineThen>> {
  const copy = copyId === undefined ? undefined : await findCopy(tx, caseFile, isOfCouncil(caseFile.parts), copyId)
  return copy?.lines ?? linesThen(working)
}

/** What judging needs: the lines as they were, as they are for this viewer, and what this person has asked for before. */
export const planNow = (working: Working, atCopy: ReadonlyMap<LineId, LineThen>, speaker: PersonId): PlanNow => ({
  atCopy, now: new Map(working.now.lines.map(({ id, text }) => [id, text])), fieldsNow: new Map(working.now.lines.map(({ id, fields }) => [id, fields])),
  asked: working.said.filter(({ proposal }) => whoSaid(proposal).id === speaker).map(({ kind, lineId, section, text, proposal: { fields } }) => ({ kind, section, text, ...(lineId === undefined ? {} : { lineId }), ...(fields === undefined ? {} : { fields }) })),
})
