// The ledger as its readers may read it: sentences, newest first, with what was corrected still there.

import type { FactKind, FactNames } from '../../../casebook/fact-sentences.ts'
import { familySees, kindOfFact, sentenceFor } from '../../../casebook/fact-sentences.ts'
import type { Instant, PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { RecordedFact } from '../../../domain/case-file/facts.ts'
import type { OrganisationId, PersonId } from '../../../domain/ids.ts'

export interface Entry {
  readonly seq: number
  readonly kind: FactKind
  readonly sentence: string
  readonly happenedOn: PlainDate
  readonly recordedAt: Instant
  readonly recordedBy?: PersonId
  readonly forOrganisation?: OrganisationId
  readonly reason?: string
  /** The entry that it puts right. */
  readonly corrects?: number
  /** Why it no longer holds, when a later entry put it right. */
  readonly correctedBecause?: string
}

export interface Reader {
  readonly audience: 'staff' | 'family'
  readonly personId: PersonId | undefined
  /** Messages, comments, wishes and letters of the reader's own. */
  readonly ownMarks: ReadonlySet<string>
}

/** Every fact that this reader may read, newest first; in one day, the last recorded first. */
export function entriesFor(ledger: readonly RecordedFact[], reader: Reader, names: FactNames, kind?: FactKind): Entry[] {
  const bySeq = new Map(ledger.map((fact) => [fact.seq, fact]))
  const correctionOf = new Map(ledger.flatMap((fact) => (fact.corrects === undefined ? [] : [[fact.corrects, fact] as const])))
  return ledger
    .filter((fact) => mayRead(rootOf(fact, bySeq), reader) && (kind === undefined || kindOfFact(fact) === kind))
    .map((fact) => entryOf(fact, correctionOf.get(fact.seq), reader, names))
    .toSorted((a, b) => b.happenedOn.localeCompare(a.happenedOn) || b.seq - a.seq)
}

function rootOf(fact: RecordedFact, bySeq: ReadonlyMap<number, RecordedFact>): RecordedFact {
  const before = fact.corrects === undefined ? undefined : bySeq.get(fact.corrects)
  return before === undefined ? fact : rootOf(before, bySeq)
}

/** Staff read everything. Family read what concerns the case, and of people's own doings only their own. */
function mayRead(fact: RecordedFact, reader: Reader): boolean {
  if (reader.audience === 'staff') return true
  const sees = familySees(fact)
  return sees === 'all' || (sees === 'own' && isOwn(fact, reader))
}

function isOwn(fact: RecordedFact, { personId, ownMarks }: Reader): boolean {
  switch (fact.type) {
    // A thread, a comment, a wish or a change has an owner, whoever of the council wrote or answered it.
    case 'message-sent': return ownMarks.has(fact.messageId)
    case 'representation-made':
    case 'representation-answered': return ownMarks.has(fact.proposalId)
    case 'setting-asked-for':
    case 'meeting-asked-for':
    case 'format-asked-for':
    case 'wish-answered': return ownMarks.has(fact.wishId)
    case 'change-said':
    case 'change-answered': return ownMarks.has(fact.changeId)
    case 'letter-sent': return ownMarks.has(fact.noticeId)
    case 'letter-posted': return ownMarks.has(fact.outgoingId)
    case 'reminder-sent': return fact.outgoingId !== undefined && ownMarks.has(fact.outgoingId)
    case 'proxy-named':
    case 'proxy-ended': return fact.forPersonId === personId
    default: return personId !== undefined && fact.recordedBy === personId
  }
}

function entryOf(fact: RecordedFact, correction: RecordedFact | undefined, { audience }: Reader, names: FactNames): Entry {
  // Reasons are the council's working words, except why the record was put right: families may read that.
  const showsReason = audience === 'staff' || fact.corrects !== undefined
  return {
    seq: fact.seq, kind: kindOfFact(fact), sentence: sentenceFor(fact, names, audience), happenedOn: fact.happenedOn, recordedAt: fact.recordedAt,
    ...(fact.recordedBy === undefined ? {} : { recordedBy: fact.recordedBy }),
    ...(fact.forOrganisation === undefined ? {} : { forOrganisation: fact.forOrganisation }),
    ...(fact.reason === undefined || !showsReason ? {} : { reason: fact.reason }),
    ...(fact.corrects === undefined ? {} : { corrects: fact.corrects }),
    ...(correction === undefined ? {} : { correctedBecause: correction.reason ?? 'no reason was given' }),
  }
}
