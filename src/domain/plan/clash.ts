// Two people on one line. A save names the revision it was made from; when another has saved since, both texts are kept
// and shown, and a person decides. Nothing that was accepted for keeping is ever dropped: it is a revision or in a clash.

import type { PersonId } from '../ids.ts'
import { ok, refused, type Outcome } from '../outcome.ts'
import type { LineFields } from './line.ts'
import { isSameValue } from './same-value.ts'
import type { Section } from './sections.ts'

export interface LineWording {
  readonly section: Section
  readonly text: string
  readonly fields: LineFields
}

export type SavedHow = 'saved' | 'autosaved' | 'removed' | 'restored' | 'resolved'

/** What somebody wants a line to say. A removal carries the wording that it removes. */
export interface Attempt {
  /** The revision that the person had before them. */
  readonly base: number
  readonly by: PersonId
  readonly how: SavedHow
  readonly wording: LineWording
  readonly isRemoved: boolean
}

export interface Revision extends Attempt {
  /** 1 for the first; its base is 0. */
  readonly n: number
}

export interface Clash {
  /** 1 for the first clash on this line. */
  readonly number: number
  readonly by: PersonId
  readonly base: number
  /** In the order they came: a person who goes on typing adds to the same clash. The last one is "mine". */
  readonly attempts: readonly [Attempt, ...Attempt[]]
  readonly settled?: { readonly as: Choice; readonly by: PersonId; readonly revision: number }
}

/** theirs: the latest stands. mine: it is replaced. both: one after the other. merged: own words, made from the two. */
export type Choice = 'theirs' | 'mine' | 'both' | 'merged'

export interface LineHistory {
  readonly revisions: readonly [Revision, ...Revision[]]
  readonly clashes: readonly Clash[]
}

export type Saved =
  | { readonly kind: 'accepted'; readonly revision: Revision }
  /** The latest says this already: no new revision is made of it, so that autosaving the same words leaves no trail. */
  | { readonly kind: 'same'; readonly revision: Revision }
  | { readonly kind: 'clash'; readonly latest: Revision; readonly attempt: Attempt }

const saysTheSame = (a: Attempt, b: Attempt): boolean =>
  a.isRemoved === b.isRemoved && (a.isRemoved || isSameValue(a.wording, b.wording))

/** The one rule that a store asks, with the line's row locked: the latest revision and what somebody wants to save. */
export function saveLine(latest: Revision, attempt: Attempt): Saved {
  if (saysTheSame(latest, attempt)) return { kind: 'same', revision: latest }
  if (attempt.base === latest.n) return { kind: 'accepted', revision: { ...attempt, n: latest.n + 1 } }
  return { kind: 'clash', latest, attempt }
}

export const beginLine = (wording: LineWording, by: PersonId): LineHistory => ({
  revisions: [{ n: 1, base: 0, by, how: 'saved', wording, isRemoved: false }],
  clashes: [],
})

export const latestOf = (history: LineHistory): Revision => history.revisions.at(-1) ?? history.revisions[0]

export const findRevision = (history: LineHistory, n: number): Revision | undefined =>
  history.revisions.find((each) => each.n === n)

export const openClashes = (history: LineHistory): Clash[] => history.clashes.filter((clash) => clash.settled === undefined)

/** Every wording that this line ever had or was asked to have, clashes included. */
export const everyWording = (history: LineHistory): LineWording[] =>
  [...history.revisions, ...history.clashes.flatMap((clash) => clash.attempts)].map((attempt) => attempt.wording)

/** The three texts to show side by side: what it was, what another made of it, what you made of it. */
export interface ShownClash {
  readonly clash: Clash
  readonly base: Revision | undefined
  readonly theirs: Revision
  readonly mine: Attempt
}

export const showClash = (history: LineHistory, clash: Clash): ShownClash => ({
  clash,
  base: findRevision(history, clash.base),
  theirs: latestOf(history),
  mine: clash.attempts.at(-1) ?? clash.attempts[0],
})

export type Recorded =
  | { readonly kind: 'accepted' | 'same'; readonly history: LineHistory; readonly revision: Revision }
  | { readonly kind: 'clash'; readonly history: LineHistory; readonly shown: ShownClash }

const withRevision = (history: LineHistory, revision: Revision): LineHistory =>
  ({ ...history, revisions: [...history.revisions, revision] })

const withClash = (history: LineHistory, clash: Clash): LineHistory =>
  ({
    ...history,
    clashes: [...history.clashes.filter((each) => each.number !== clash.number), clash]
      .toSorted((a, b) => a.number - b.number),
  })

/** The clash that this attempt belongs to: the person's open one from the same base, or a new one. */
function clashFor(history: LineHistory, attempt: Attempt): Clash {
  const open = openClashes(history).find((clash) => clash.by === attempt.by && clash.base === attempt.base)
  if (open) return { ...open, attempts: [...open.attempts, attempt] }
  return { number: history.clashes.length + 1, by: attempt.by, base: attempt.base, attempts: [attempt] }
}

/** Saves, autosaves, removals: the line's history with the attempt in it, one way or the other. */
export function recordAttempt(history: LineHistory, attempt: Attempt): Recorded {
  const saved = saveLine(latestOf(history), attempt)
  if (saved.kind === 'same') return { kind: 'same', history, revision: saved.revision }
  if (saved.kind === 'accepted') {
    return { kind: 'accepted', history: withRevision(history, saved.revision), revision: saved.revision }
  }
  const clash = clashFor(history, attempt)
  const clashing = withClash(history, clash)
  return { kind: 'clash', history: clashing, shown: showClash(clashing, clash) }
}

/** Takes a line out of the draft. Its words stay in its history; an edit by another meanwhile makes this a clash. */
export function removeLine(history: LineHistory, { by, base }: { by: PersonId; base: number }): Recorded {
  const wording = (findRevision(history, base) ?? latestOf(history)).wording
  return recordAttempt(history, { by, base, how: 'removed', wording, isRemoved: true })
}

/** Brings back the words of an earlier revision, whether or not the line was removed since. */
export function restoreLine(
  history: LineHistory,
  { by, base, revision }: { by: PersonId; base: number; revision: number },
): Outcome<Recorded, 'no-such-revision'> {
  const earlier = findRevision(history, revision)
  if (earlier === undefined) return refused('no-such-revision')
  return ok(recordAttempt(history, { by, base, how: 'restored', wording: earlier.wording, isRemoved: false }))
}

export interface Settlement {
  readonly by: PersonId
  readonly choice: Choice
  /** The revision that stood beside the person's own text when they chose. */
  readonly against: number
  /** The person's own merged text; only with 'merged'. */
  readonly wording?: LineWording
}

export type SettlementRefusal = 'no-such-clash' | 'already-settled' | 'cannot-keep-both' | 'no-merged-words'

/**
 * One text after the other, where that is possible without choosing: neither side removed the line, both leave it in one
 * section, and no field has two values. Otherwise undefined, and a person merges by hand.
 */
export function bothWordings(theirs: Attempt, mine: Attempt): LineWording | undefined {
  if (theirs.isRemoved || mine.isRemoved || theirs.wording.section !== mine.wording.section) return undefined
  const fields: Record<string, unknown> = { ...theirs.wording.fields }
  for (const [name, value] of Object.entries(mine.wording.fields)) {
    if (value === undefined) continue
    if (fields[name] !== undefined && !isSameValue(fields[name], value)) return undefined
    fields[name] = value
  }
  const texts = [...new Set([theirs.wording.text, mine.wording.text])]
  return { section: theirs.wording.section, text: texts.join('\n\n'), fields: fields as LineFields }
}

/**
 * Settles a clash. 'theirs' leaves the latest as it is and makes no revision; every other choice is itself a save made
 * against the revision that was shown, so when a third person saved meanwhile the clash stays open and is shown again.
 */
export function settleClash(
  history: LineHistory,
  number: number,
  settlement: Settlement,
): Outcome<Recorded, SettlementRefusal> {
  const clash = history.clashes.find((each) => each.number === number)
  if (clash === undefined) return refused('no-such-clash')
  if (clash.settled !== undefined) return refused('already-settled')
  const { by, choice, against } = settlement
  const settledAs = (revision: number, into: LineHistory): LineHistory =>
    withClash(into, { ...clash, settled: { as: choice, by, revision } })
  if (choice === 'theirs') {
    const latest = latestOf(history)
    return ok({ kind: 'same', history: settledAs(latest.n, history), revision: latest })
  }
  const mine = clash.attempts.at(-1) ?? clash.attempts[0]
  const wanted = wantedBy(settlement, mine, findRevision(history, against))
  if (typeof wanted === 'string') return refused(wanted)
  const attempt: Attempt = { by, base: against, how: 'resolved', ...wanted }
  const saved = saveLine(latestOf(history), attempt)
  if (saved.kind === 'clash') {
    const reopened: Clash = { ...clash, attempts: [...clash.attempts, attempt] }
    const clashing = withClash(history, reopened)
    return ok({ kind: 'clash', history: clashing, shown: showClash(clashing, reopened) })
  }
  const after = saved.kind === 'accepted' ? withRevision(history, saved.revision) : history
  return ok({ kind: saved.kind, history: settledAs(saved.revision.n, after), revision: saved.revision })
}

function wantedBy(
  { choice, wording }: Settlement,
  mine: Attempt,
  theirs: Revision | undefined,
): Pick<Attempt, 'wording' | 'isRemoved'> | SettlementRefusal {
  if (choice === 'mine') return { wording: mine.wording, isRemoved: mine.isRemoved }
  if (choice === 'merged') return wording === undefined ? 'no-merged-words' : { wording, isRemoved: false }
  const both = theirs && bothWordings(theirs, mine)
  return both === undefined ? 'cannot-keep-both' : { wording: both, isRemoved: false }
}
