// How well the wording rules do against labelled lines. Several readings of "named right" are counted, the strictest first,
// because a single figure can hide what a rule gets wrong.

import { checkOutcome, smartParts, type OutcomeCheck, type SmartPart } from './check-outcome.ts'
import { checkProvision, type ProvisionCheck, type ProvisionContext, type Verdict } from './check-provision.ts'
import { missingParts, type MissingPart } from './parts-said.ts'

export interface LabelledProvision {
  readonly id: string
  readonly text: string
  readonly verdict: Verdict
  readonly missing: readonly MissingPart[]
  readonly phrases: readonly string[]
  readonly section?: NonNullable<ProvisionContext['section']>
}

export interface LabelledOutcome {
  readonly id: string
  readonly text: string
  readonly smart: Readonly<Record<SmartPart, boolean>>
  readonly isProvisionInDisguise: boolean
}

/** `right` of `of`. */
export interface Share {
  readonly right: number
  readonly of: number
}

/** 0 to 100. A share of nothing is undefined: there was nothing to measure. */
export const percent = ({ right, of }: Share): number | undefined => (of === 0 ? undefined : (100 * right) / of)

export interface PartScore {
  readonly part: MissingPart
  /** Named by the rules and by the label; named by the rules alone; named by the label alone. */
  readonly both: number
  readonly onlyNamed: number
  readonly onlyLabelled: number
}

export interface ProvisionScore {
  readonly lines: number
  readonly weakFlagged: Share
  readonly specificFlagged: Share
  readonly verdictRight: Share
  /** The rules name exactly the parts that the label names. */
  readonly exact: Share
  /** The same, over the lines that are not specific. */
  readonly exactWeak: Share
  /** The same, for who, what, how much and how often alone. */
  readonly exactCore: Share
  readonly parts: readonly PartScore[]
  /** Of all the parts that the labels name as missing, over all lines, those that the rules name too. */
  readonly partsFound: Share
  /** Of all the parts that the rules name as missing, over all lines, those that the label names too. */
  readonly partsTrue: Share
  /** Weak phrases of the labels that the rules mark at least in part. */
  readonly phrasesMarked: Share
  readonly disagreements: readonly ProvisionDisagreement[]
}

export interface ProvisionDisagreement {
  readonly line: LabelledProvision
  readonly check: ProvisionCheck
  readonly onlyNamed: readonly MissingPart[]
  readonly onlyLabelled: readonly MissingPart[]
}

const core: readonly MissingPart[] = ['who', 'what', 'howMuch', 'howOften']

const share = <T>(items: readonly T[], isRight: (item: T) => boolean): Share =>
  ({ right: items.filter(isRight).length, of: items.length })

const without = (from: readonly MissingPart[], other: readonly MissingPart[]): MissingPart[] =>
  from.filter((part) => !other.includes(part))

const isExact = (one: ProvisionDisagreement): boolean => one.onlyNamed.length === 0 && one.onlyLabelled.length === 0
const isFlagged = (one: ProvisionDisagreement): boolean => one.check.verdict !== 'specific'

export const scoreProvisions = (lines: readonly LabelledProvision[]): ProvisionScore => {
  const judged = lines.map((line): ProvisionDisagreement => {
    const check = checkProvision(line.text, line.section === undefined ? {} : { section: line.section })
    return {
      line, check,
      onlyNamed: without(check.missing, line.missing),
      onlyLabelled: without(line.missing, check.missing),
    }
  })
  const both = judged.reduce((sum, one) => sum + one.line.missing.length - one.onlyLabelled.length, 0)
  const weak = judged.filter((one) => one.line.verdict !== 'specific')
  const phrases = judged.flatMap((one) => one.line.phrases.map((phrase) => ({ phrase, one })))
  return {
    lines: lines.length,
    weakFlagged: share(weak, isFlagged),
    specificFlagged: share(judged.filter((one) => one.line.verdict === 'specific'), isFlagged),
    verdictRight: share(judged, (one) => one.check.verdict === one.line.verdict),
    exact: share(judged, isExact),
    exactWeak: share(weak, isExact),
    exactCore: share(judged, (one) => ![...one.onlyNamed, ...one.onlyLabelled].some((part) => core.includes(part))),
    parts: missingParts.map((part) => ({
      part,
      both: judged.filter((one) => one.check.missing.includes(part) && one.line.missing.includes(part)).length,
      onlyNamed: judged.filter((one) => one.onlyNamed.includes(part)).length,
      onlyLabelled: judged.filter((one) => one.onlyLabelled.includes(part)).length,
    })).filter((part) => part.both + part.onlyNamed + part.onlyLabelled > 0),
    partsFound: { right: both, of: judged.reduce((sum, one) => sum + one.line.missing.length, 0) },
    partsTrue: { right: both, of: judged.reduce((sum, one) => sum + one.check.missing.length, 0) },
    phrasesMarked: share(phrases, ({ phrase, one }) => {
      const start = one.line.text.indexOf(phrase)
      return one.check.phrases.some((marked) => marked.start < start + phrase.length && start < marked.end)
    }),
    disagreements: judged.filter((one) => !isExact(one) || one.check.verdict !== one.line.verdict),
  }
}

export interface OutcomeDisagreement {
  readonly line: LabelledOutcome
  readonly check: OutcomeCheck
  readonly parts: readonly SmartPart[]
}

export interface OutcomeScore {
  readonly lines: number
  readonly notSmartFlagged: Share
  readonly smartFlagged: Share
  readonly parts: readonly { readonly part: SmartPart; readonly share: Share }[]
  readonly disguise: Share
  readonly disagreements: readonly OutcomeDisagreement[]
}

const isSmart = (line: LabelledOutcome): boolean => smartParts.every((part) => line.smart[part])
const isOutcomeFlagged = (one: OutcomeDisagreement): boolean => !one.check.isSmart
const isDisguiseRight = (one: OutcomeDisagreement): boolean =>
  one.check.isProvisionInDisguise === one.line.isProvisionInDisguise

export const scoreOutcomes = (lines: readonly LabelledOutcome[]): OutcomeScore => {
  const judged = lines.map((line): OutcomeDisagreement => {
    const check = checkOutcome(line.text)
    return { line, check, parts: smartParts.filter((part) => check[part] !== line.smart[part]) }
  })
  return {
    lines: lines.length,
    notSmartFlagged: share(judged.filter((one) => !isSmart(one.line)), isOutcomeFlagged),
    smartFlagged: share(judged.filter((one) => isSmart(one.line)), isOutcomeFlagged),
    parts: smartParts.map((part) => ({ part, share: share(judged, (one) => !one.parts.includes(part)) })),
    disguise: share(judged, isDisguiseRight),
    disagreements: judged.filter((one) => one.parts.length > 0 || !isDisguiseRight(one)),
  }
}

export interface Bar {
  readonly says: string
  readonly value: number | undefined
  readonly holds: boolean
}

const atLeast = (says: string, value: number | undefined, least: number): Bar =>
  ({ says: `${says} at least ${least}%`, value, holds: value === undefined || value >= least })
const atMost = (says: string, value: number | undefined, most: number): Bar =>
  ({ says: `${says} at most ${most}%`, value, holds: value === undefined || value <= most })

/** The bars a file of provision lines must clear. */
export const provisionBars = (score: ProvisionScore): readonly Bar[] => [
  atLeast('vague and partly lines flagged', percent(score.weakFlagged), 95),
  atMost('specific lines flagged', percent(score.specificFlagged), 5),
  atLeast('missing parts of the labels that are named', percent(score.partsFound), 90),
  atLeast('missing parts named that the labels name too', percent(score.partsTrue), 90),
]

/** The bars a file of outcome lines must clear: the same two for flagging. */
export const outcomeBars = (score: OutcomeScore): readonly Bar[] => [
  atLeast('outcomes that are not SMART flagged', percent(score.notSmartFlagged), 95),
  atMost('SMART outcomes flagged', percent(score.smartFlagged), 5),
]
