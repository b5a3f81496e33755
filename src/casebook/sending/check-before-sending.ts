// Looks through what is about to leave. A text that holds what is another child's, a protected address or words noted to be kept
// out does not go: the act is undone, the near miss is counted, and the sender sees their own words again with what to correct
// (ui/stopped-page.tsx). A false alarm is released by a decision-maker with a reason, and then for this case for good.

import type { Finding } from '../../domain/sending/findings.ts'
import { findingAt, onceEach } from '../../domain/sending/findings.ts'
import { othersInText } from '../../domain/sending/others-in-text.ts'
import { termAt } from '../../domain/plan/holds-term.ts'
import { ofFamily } from '../../domain/access/parts.ts'
import { findOthers, ownOf } from './find-others.ts'
import { protectedPassages } from '../family/sealed-addresses.ts'
import type { House } from '../house.ts'
import type { CaseFile, CaseKey } from '../open-case-file.ts'
import { findCopies, keepParagraphs } from './paragraph-marks.ts'
import type { Tx } from '../tx.ts'
import { inTransaction } from '../tx.ts'
import type { Viewer } from '../signing-in/viewer.ts'

export const leavingKinds = ['message', 'letter', 'draft', 'final-plan', 'consultation', 'advice-request', 'advice', 'document', 'moved-record'] as const
export type LeavingKind = (typeof leavingKinds)[number]

export interface Leaving {
  readonly what: LeavingKind
  readonly text: string
  /** What somebody wrote for this child: compared with other cases paragraph by paragraph. All of the text where left out. */
  readonly typed?: string
  /** As what it will be read: parts, or "parent:" and a person's id. Words kept from nobody of these may stand. Absent: a report as its author gave it. */
  readonly readers?: readonly string[]
}

/** A finding with the mark by which it is known again, so that it can be released. */
export interface MarkedFinding extends Finding { readonly mark: string }

/** What a person says to a stop, by the form that shows it. */
export interface Release {
  /** Marks of the findings that were on the page. */
  readonly marks: readonly string[]
  readonly belongsHere: boolean
  readonly falseAlarm: string
}

/** Thrown out of the act, whose transaction it undoes, and mapped in one place (app.ts). */
export class StoppedBeforeSending extends Error {
  override readonly name = 'StoppedBeforeSending'
  readonly what: LeavingKind
  readonly caseFile: CaseFile
  readonly findings: readonly MarkedFinding[]
  constructor(what: LeavingKind, caseFile: CaseFile, findings: readonly MarkedFinding[]) {
    super('stopped before sending')
    this.what = what
    this.caseFile = caseFile
    this.findings = findings
  }
  get key(): CaseKey { return this.caseFile.key }
  /** Somebody with the power to decide has to release at least one of them. */
  get needsDecision(): boolean { return this.findings.some(({ weight }) => weight === 'stop') }
}

/** What a family says of itself and others is theirs to say, and nobody but the council reads it; the program sends its own words. */
const isLookedThrough = (tx: Tx, caseFile: CaseFile): boolean => tx.viewer.kind === 'person' && !caseFile.parts.every((part) => ofFamily.includes(part))

/** Throws StoppedBeforeSending when something in it must be corrected or released first; else notes its paragraphs as this case's. */
export async function checkBeforeSending(tx: Tx, caseFile: CaseFile, leaving: Leaving): Promise<void> {
  if (!isLookedThrough(tx, caseFile)) return
  const found = await findingsIn(tx, caseFile, leaving)
  const open = await release(tx, caseFile, found)
  if (open.length > 0) throw new StoppedBeforeSending(leaving.what, caseFile, open)
  await keepParagraphs(tx, caseFile, leaving.typed ?? leaving.text)
}

/** Everything in the text that nobody has released for this case. Also for pages that warn before the button is pressed. */
export async function findingsIn(tx: Tx, caseFile: CaseFile, { text, typed = text, readers }: Leaving): Promise<MarkedFinding[]> {
  const others = othersInText(text, await findOthers(tx, caseFile, text), await ownOf(tx, caseFile))
  const guarded = (await protectedPassages(tx, caseFile, [text])).flatMap((words) => placed('protected-address', text, words))
  const kept = readers === undefined ? [] : await keptOut(tx, caseFile, text, readers)
  const marked = onceEach([...guarded, ...others, ...kept, ...await findCopies(tx, caseFile, typed)])
    .map((one) => ({ one, marks: tx.house.sealer.marks(`${one.kind} ${one.words.toLowerCase().replaceAll(/\s+/gu, ' ')}`, { purpose: 'finding', of: caseFile.localAreaId }) }))
  if (marked.length === 0) return []
  const released = await tx.db.selectFrom('releasedFinding').select('mark').where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id)
    .where('mark', 'in', marked.flatMap(({ marks }) => marks)).execute()
  return marked.filter(({ marks }) => !released.some(({ mark }) => marks.includes(mark))).map(({ one, marks: [mark = ''] }) => ({ ...one, mark }))
}

function placed(kind: Finding['kind'], text: string, words: string): Finding[] {
  const place = termAt(text, words)
  return place === undefined ? [] : [findingAt(kind, text, place.at, place.end)]
}

/** Words kept from everybody, or from one of these readers (kept-terms.ts says of whom). */
async function keptOut(tx: Tx, caseFile: CaseFile, text: string, readers: readonly string[]): Promise<Finding[]> {
  const rows = await tx.db.selectFrom('termToKeepOut').select(['term', 'keepFrom']).where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).execute()
  return rows.filter(({ keepFrom }) => keepFrom.length === 0 || keepFrom.some((who) => readers.includes(who))).flatMap(({ term }) => placed('kept-out-term', text, term))
}

/** What is still open after what the sender, or a decision-maker, said on the page that stopped them. */
async function release(tx: Tx, caseFile: CaseFile, found: readonly MarkedFinding[]): Promise<MarkedFinding[]> {
  const { release: said, viewer } = tx
  if (said === undefined || viewer.kind !== 'person') return [...found]
  const decides = caseFile.parts.includes('decision-maker') && said.falseAlarm !== ''
  const isReleased = ({ mark, weight }: MarkedFinding): boolean => said.marks.includes(mark) && (decides || (weight === 'warn' && said.belongsHere))
  for (const one of found.filter(isReleased)) await keepRelease(tx, caseFile, one, said.falseAlarm === '' ? 'The sender has checked that it belongs in this case' : said.falseAlarm)
  return found.filter((one) => !isReleased(one))
}

/** The one place that writes down that words may stand in a case after all. */
export async function keepRelease(tx: Tx, caseFile: CaseFile, { mark, kind }: Pick<MarkedFinding, 'mark' | 'kind'>, reason: string): Promise<void> {
  if (tx.viewer.kind !== 'person') return
  await tx.db.insertInto('releasedFinding').values({
    localAreaId: caseFile.localAreaId, caseId: caseFile.id, mark, kind, reason, releasedBy: tx.viewer.personId, releasedAt: tx.now,
  }).onConflict((conflict) => conflict.doNothing()).execute()
}

/** Counts a stop, in a transaction of its own: the act's is undone. The words are sealed for whoever decides about them. */
export async function noteStop(house: House, viewer: Viewer, { what, caseFile, findings }: StoppedBeforeSending): Promise<string> {
  return inTransaction({ house, viewer, page: 'a stop' }, async (tx) => {
    const id = tx.newId<string>()
    await tx.db.insertInto('sendingStop').values({
      localAreaId: caseFile.localAreaId, id, caseId: caseFile.id, what, personId: viewer.kind === 'person' ? viewer.personId : null, stoppedAt: tx.now,
      kinds: [...new Set(findings.map(({ kind }) => kind))], marks: findings.map(({ mark }) => mark),
      sealedWords: house.sealer.seal(JSON.stringify(findings), { purpose: 'sealed-record', of: caseFile.localAreaId, about: id }),
    }).execute()
    return id
  })
}
