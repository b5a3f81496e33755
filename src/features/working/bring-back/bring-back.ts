import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import type { CheckedUpload } from '../../../casebook/papers/documents.ts'
import { keepDocument } from '../../../casebook/papers/documents.ts'
import { insertProposal } from '../../../casebook/plan/proposals.ts'
import { listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { Channel } from '../../../domain/case-file/facts.ts'
import type { PersonId, ProposalId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { Section } from '../../../domain/plan/sections.ts'
import { boxesAsked } from '../../../domain/plan/working/boxes-asked.ts'
import type { Judged } from '../../../domain/plan/working/judge.ts'
import { judge } from '../../../domain/plan/working/judge.ts'
import type { ReadParagraph } from '../../../domain/plan/working/read-back.ts'
import { readBack } from '../../../domain/plan/working/read-back.ts'
import { underWay } from '../../../domain/review/amendments.ts'
import { standingFacts } from '../../../domain/case-file/facts.ts'
import type { BroughtBack } from '../copy-store.ts'
import { endBrought, findBrought, insertBrought } from '../copy-store.ts'
import type { Working } from '../open-working.ts'
import { findOpenWorking } from '../open-working.ts'
import { copyOf, linesOfCopy, planNow } from './compare-file.ts'

/** Whose words stand in the file: the bringer's own, or a family member's for whom staff bring it. */
export interface Whose {
  readonly onBehalfOf?: PersonId
  readonly channel: Channel
}

export type BringRefusal =
  /** No line of the plan was found again in the file. */
  | { readonly kind: 'not-this-plan' }
  | { readonly kind: 'nothing-differs' }
  | { readonly kind: 'not-on-this-case' }

/** Keeps a file that came back and what it asks for. Nothing is proposed yet: whoever brought it looks through it first. */
export const bringBack = act('propose-change', async (
  tx, caseFile, { upload, paragraphs, whose }: { upload: CheckedUpload; paragraphs: readonly ReadParagraph[]; whose: Whose },
): Promise<Outcome<string, BringRefusal>> => {
  const { working, by } = await opened(tx, caseFile)
  if (whose.onBehalfOf !== undefined && !(await listFamilyAddressees(tx, caseFile)).some(({ personId }) => personId === whose.onBehalfOf)) return refused({ kind: 'not-on-this-case' })
  const copy = await copyOf(tx, caseFile, working, paragraphs)
  const { differences: found, missing, hasMarks, known } = readBack(copy.paragraphs, paragraphs)
  const differences = boxesAsked(found, copy.lines)
  if (known === 0) return refused({ kind: 'not-this-plan' })
  if (differences.length === 0) return refused({ kind: 'nothing-differs' })
  const document = await keepDocument(tx, { localAreaId: caseFile.localAreaId, caseId: caseFile.id }, upload, { kind: 'working-copy', audience: [] })
  const id = tx.newId<string>()
  await insertBrought(tx, caseFile, working.planId, { id, documentId: document.id, by, ...whose, found: differences, missing, hasMarks, ...(copy.copyId === undefined ? {} : { copyId: copy.copyId }) })
  await recordFact(tx, caseFile, { type: 'working-copy-brought-back', broughtId: id, found: differences.length })
  return ok(id)
})

async function opened(tx: Tx, caseFile: CaseFile): Promise<{ working: Working; by: PersonId }> {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('propose-change')
  const working = await findOpenWorking(tx, caseFile)
  if (working === undefined) throw new NotFound('working document')
  return { working, by: tx.viewer.personId }
}

/** What the file asks for, by the plan as it stands at this moment. */
export async function judged(tx: Tx, caseFile: CaseFile, working: Working, brought: BroughtBack): Promise<Judged[]> {
  return judge(brought.found, planNow(working, await linesOfCopy(tx, caseFile, working, brought.copyId), brought.onBehalfOf ?? brought.by))
}

export interface Chosen {
  /** Keys of what shall be asked for. */
  readonly keep: readonly string[]
  /** Where words that belong to no line shall go, by key. */
  readonly places: ReadonlyMap<string, Section>
}

export type SettleRefusal = { readonly kind: 'done-already' }

/** Makes a proposal of each thing that was ticked, on the wording from which it was made; what was left stays in the file that is kept. */
export const settleBrought = act('propose-change', async (tx, caseFile, { broughtId, keep, places }: Chosen & { broughtId: string }): Promise<Outcome<number, SettleRefusal>> => {
  const { working, by } = await opened(tx, caseFile)
  const brought = await findBrought(tx, caseFile, broughtId, { lock: true })
  if (brought === undefined) throw new NotFound('brought back')
  if (brought.doneAt !== undefined) return refused({ kind: 'done-already' })
  const all = await judged(tx, caseFile, working, brought)
  const wanted = all.flatMap((one) => {
    const section = one.verdict === 'to-place' ? places.get(one.key) : one.section
    const isWanted = one.verdict === 'to-place' ? section !== undefined && one.difference.kind !== 'remove' : keep.includes(one.key) && canBeAsked(one)
    return isWanted && section !== undefined ? [{ ...one, section }] : []
  })
  for (const one of wanted) await propose(tx, caseFile, working, brought, by, one)
  await endBrought(tx, caseFile, brought.id)
  await recordFact(tx, caseFile, { type: 'working-copy-settled', broughtId: brought.id, proposed: wanted.length, left: all.length - wanted.length })
  return ok(wanted.length)
})

/** A clash is asked for as well: on the wording of the copy, so that whoever answers sees that the line has moved on. */
export const canBeAsked = ({ verdict }: Judged): boolean => verdict === 'to-propose' || verdict === 'clash'

async function propose(tx: Tx, caseFile: CaseFile, working: Working, { onBehalfOf, channel }: BroughtBack, authorId: PersonId, { difference, verdict, section, onRevision }: Judged & { section: Section }): Promise<void> {
  const id = tx.newId<ProposalId>()
  const review = underWay(standingFacts(caseFile.facts))[0]
  const lineId = verdict === 'to-place' || difference.kind === 'unplaced' || difference.kind === 'add' ? undefined : difference.lineId
  const shown = working.sent ?? (working.isLive ? undefined : working.base)
  // Comments only in section K and of the placement: nobody proposes words there (CFA 2014 s.38(5); reg 12(1)(k)).
  const isPlacement = section === 'I' || section === 'K'
  const kind = isPlacement ? 'comment' : verdict === 'to-place' || difference.kind === 'unplaced' ? 'add' : difference.kind
  await insertProposal(tx, caseFile, working.planId, {
    id, kind, section, authorId, channel, text: difference.kind === 'remove' ? (isPlacement ? `Take this out: ${difference.was}` : '') : difference.wanted,
    ...(lineId === undefined ? {} : { lineId }), ...(lineId === undefined || onRevision === undefined ? {} : { onRevision }), ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    ...(shown === undefined ? {} : { versionId: shown.id }), ...(review === undefined ? {} : { reviewId: review.id }),
    ...(kind === 'change' && difference.kind === 'change' && difference.fields !== undefined ? { fields: difference.fields } : {}),
    ...('by' in difference && difference.by !== undefined ? { because: `A comment of ${difference.by} in the Word file` } : {}),
  })
  await recordFact(tx, caseFile, { type: 'representation-made', proposalId: id, section })
}
