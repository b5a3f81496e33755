import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import { whoSaid } from '../../../casebook/plan/proposals.ts'
import { allOf } from '../../../domain/case-file/facts.ts'
import type { LineId, PersonId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok } from '../../../domain/outcome.ts'
import type { LineThen } from '../../../domain/plan/working/judge.ts'
import { printedParagraphs } from '../../../platform/documents/printed-paragraphs.ts'
import { toDocx } from '../../../platform/documents/to-docx.ts'
import { insertCopy } from '../copy-store.ts'
import type { Working } from '../open-working.ts'
import { findOpenWorking } from '../open-working.ts'
import { workingDocument } from '../working-document.ts'

/** Each line as whoever makes the copy has it: what a file that comes back is compared with. */
export const linesThen = ({ now }: Pick<Working, 'now'>): Map<LineId, LineThen> =>
  new Map(now.lines.map(({ id, revision, section, text, kind, fields }) => [id, { revision, section, text, kind, fields }]))

/** Who asked for something that is open, for making a copy with one person's requests alone. */
export const whoAsks = ({ said }: Pick<Working, 'said'>): { id: PersonId; name: string }[] => {
  const people = new Map(said.filter(({ decision }) => decision === undefined).map(({ proposal }) => [whoSaid(proposal).id, whoSaid(proposal).name]))
  return [...people].map(([id, name]) => ({ id, name })).toSorted((a, b) => a.name.localeCompare(b.name))
}

/** Makes the Word file and keeps what it said, so that it is known when it comes back. The answer is the copy's id. */
export const makeCopy = act('propose-change', async (tx, caseFile, { whose }: { whose?: PersonId }): Promise<Outcome<string, never>> => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('propose-change')
  const working = await findOpenWorking(tx, caseFile, whose === undefined ? {} : { whose })
  if (working === undefined) throw new NotFound('working document')
  const id = tx.newId<string>()
  // Counted in the ledger, which an act reads whole: the rows of others' copies are not this viewer's.
  const no = allOf(caseFile.facts, 'working-copy-made').length + 1
  const whoseName = whoAsks(working).find((person) => person.id === whose)?.name
  const document = workingDocument(working, { copyId: id, no, at: tx.now, ...(whoseName === undefined ? {} : { whoseName }) })
  const { sha256 } = await tx.house.files.keep(await toDocx({ ...document, watermark: `Copy ${no}, made by ${tx.viewer.name}` }))
  await insertCopy(tx, caseFile, working.planId, { id, no, sha256, by: tx.viewer.personId, paragraphs: printedParagraphs(document), lines: linesThen(working), ...(whose === undefined ? {} : { whose }) })
  await recordFact(tx, caseFile, { type: 'working-copy-made', copyId: id, no })
  return ok(id)
})
