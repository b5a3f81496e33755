// A provision line, read once: what every rule about it needs.

import { readCounts, readDurations, type Count, type Duration } from './amount.ts'
import { readDeliverers, type Deliverers } from './deliverer.ts'
import { readDeadlines, readFrequencies, readSpans, type Frequency } from './frequency.ts'
import { findUnsizedGroups, readGroupSizes, type GroupSize } from './group-size.ts'
import { sortLine, type LineSort } from './line-sort.ts'
import { blank, findAll, heldIn, readPlainText, type Found, type Place, type PlainText } from './plain-text.ts'
import { readReviewing, type Reviewing } from './reviewing.ts'
import { readPlacings } from './schedule.ts'
import { findWeakPhrases, type WeakPhrase } from './weak-words.ts'

export interface ProvisionLine {
  readonly plain: PlainText
  /** The text with its checking clauses blanked out, of the same length. */
  readonly main: string
  readonly sort: LineSort
  readonly reviewing: Reviewing
  readonly deliverers: Deliverers
  /** Of the work itself, not of the checking. */
  readonly durations: readonly Duration[]
  readonly counts: readonly Count[]
  readonly frequencies: readonly Frequency[]
  readonly spans: readonly Place[]
  readonly deadlines: readonly Place[]
  /** Everything else that places the work in time. */
  readonly placings: readonly Place[]
  readonly groupSizes: readonly GroupSize[]
  readonly unsizedGroups: readonly Found[]
  readonly weak: readonly WeakPhrase[]
  /** First names, as far as the words around them show that they are names. */
  readonly names: readonly Place[]
  /** A firm interval or amount stands somewhere in the line, even if only for the checking. */
  readonly isFirmSomewhere: boolean
}

const namePlace = new RegExp(
  String.raw`(?:^|[.;] |\bsupport |\bof |\bfor |\bto )(?:[a-z]{2,14}(?:'s|s')|(?!(?:[a-z]*(?:therapy|ing|` +
  String.raw`tion|ment|ics|ions|support|sessions|visits|lessons|time|room)|school|council|staff|teachers?|` +
  String.raw`adults?)\b)[a-z]{2,14}(?= (?:will|would|should|needs to|needs|has|is|requires)\b))`, 'g',
)

export const readProvisionLine = (text: string): ProvisionLine => {
  const plain = readPlainText(text)
  const reviewing = readReviewing(plain.text)
  const main = blank(plain.text, reviewing.clauses)
  const durations = readDurations(main)
  const frequencies = readFrequencies(main)
  const spans = readSpans(main)
  const isTimed = durations.some((duration) => duration.unit === 'minute' || duration.unit === 'hour')
  const weak = findWeakPhrases(plain.text)
  // Who stands only in a condition ("if the therapist considers it necessary") does not do the work.
  const acting = blank(main, weak.filter((phrase) => phrase.weakness === 'condition' && !phrase.text.startsWith('or ')))
  const anyone = readDeliverers(acting, [], 'other')
  const sort = sortLine(acting, isTimed, [...anyone.roles, ...anyone.unnamed], [...frequencies, ...spans])
  const groupSizes = readGroupSizes(main)
  const timed = heldIn(main.length, [...durations, ...frequencies])
  return {
    plain, main, sort, reviewing, durations, frequencies, spans, groupSizes,
    deliverers: sort.kind === 'training' ? readDeliverers(acting, [], 'training') : anyone,
    counts: readCounts(main).filter((count) => count.noun !== 'times' || timed.isFree(count)),
    deadlines: readDeadlines(main),
    placings: readPlacings(main),
    unsizedGroups: findUnsizedGroups(main, groupSizes),
    weak,
    names: findAll(plain.text, namePlace),
    isFirmSomewhere: durations.length > 0 || frequencies.length > 0 || readFrequencies(plain.text).length > 0,
  }
}
