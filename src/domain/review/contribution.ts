// What one invitee gives to a review two weeks before it (SEND Regulations 2014, reg 20(4)): an answer to each line that concerns them,
// what is missing from the plan, what they think in their own words, and from Year 9 each side of adult life (reg 20(6)).

import type { LineId } from '../ids.ts'
import type { AdulthoodPathway, LineFields, Period, PlanLine } from '../plan/line.ts'
import { adulthoodPathways } from '../plan/line.ts'
import type { Section } from '../plan/sections.ts'
import type { InviteePart } from './invitees.ts'
import { isFamilyInvitee } from './invitees.ts'
import type { LineAnswer } from './line-questions.ts'
import { saysPlanIsWrong } from './line-questions.ts'

/** One person's answer to one line. */
export interface LineReply {
  readonly answer?: LineAnswer
  /** What they say of it: why it is not delivered, how far the outcome has come. */
  readonly words?: string
  /** What the line should say now. */
  readonly text?: string
  /** Of a provision: how much there should be now. */
  readonly minutes?: number
  readonly times?: number
  readonly per?: Period
}

/** Something that the plan does not say and should. */
export interface Addition {
  readonly section: Section
  readonly text: string
  readonly because?: string
}

export interface PathwayReply {
  readonly words?: string
  /** Considered, and nothing of theirs to add. */
  readonly isNothing?: true
}

export interface Contribution {
  readonly lines: Readonly<Record<string, LineReply>>
  readonly added: readonly Addition[]
  /** Free views, by the question they answer. */
  readonly views: Readonly<Record<string, string>>
  /** Of a child's own part: how they were asked, and who helped. */
  readonly howGathered: readonly string[]
  readonly helper?: string
  /** Invitations whose holders must not read it: the child's word (CFA 2014 s.19(a); UK GDPR Art 5(1)(c)). */
  readonly notFor: readonly string[]
  readonly pathways: Partial<Readonly<Record<AdulthoodPathway, PathwayReply>>>
}

export const emptyContribution: Contribution = { lines: {}, added: [], views: {}, howGathered: [], notFor: [], pathways: {} }

/** Sections in which something can be said to be missing at a review: not I, which is asked for, nor J and K, which follow from others. */
export const sectionsToAddTo: readonly Section[] = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2']

export type ContributionGap =
  | { readonly kind: 'nothing-said' }
  /** It says that the plan is wrong, and neither what it should say nor why. */
  | { readonly kind: 'say-what-changed'; readonly lineId: string }
  /** It says that help is not given, and not why (reg 20(5)(b), (c)). */
  | { readonly kind: 'say-why-not'; readonly lineId: string }
  /** In or beyond Year 9 every agency considers each side of adult life (reg 20(6)). */
  | { readonly kind: 'pathway-not-considered'; readonly pathway: AdulthoodPathway }
  /** A child's own part without how they were asked. */
  | { readonly kind: 'say-how-gathered' }

const isSaid = (words: string | undefined): words is string => words !== undefined && words.trim() !== ''

/** What keeps a contribution from being given. Nobody has to answer every line: what is not said is not made up. */
export function gapsIn(contribution: Contribution, { part, isYearNine }: { readonly part: InviteePart; readonly isYearNine: boolean }): ContributionGap[] {
  const gaps: ContributionGap[] = []
  for (const [lineId, reply] of Object.entries(contribution.lines)) {
    const hasWords = isSaid(reply.words) || isSaid(reply.text) || reply.minutes !== undefined || reply.times !== undefined
    if (reply.answer === 'changed' && !hasWords) gaps.push({ kind: 'say-what-changed', lineId })
    if ((reply.answer === 'not-delivered' || reply.answer === 'ceased') && !hasWords) gaps.push({ kind: 'say-why-not', lineId })
  }
  if (isYearNine && !isFamilyInvitee(part)) {
    for (const pathway of adulthoodPathways) {
      const reply = contribution.pathways[pathway]
      if (reply?.isNothing !== true && !isSaid(reply?.words)) gaps.push({ kind: 'pathway-not-considered', pathway })
    }
  }
  if (part === 'child' && isSaidAnywhere(contribution) && contribution.howGathered.length === 0) gaps.push({ kind: 'say-how-gathered' })
  return isSaidAnywhere(contribution) ? gaps : [{ kind: 'nothing-said' }, ...gaps]
}

const isSaidAnywhere = ({ lines, added, views, pathways }: Contribution): boolean =>
  Object.values(lines).some(({ answer, words }) => answer !== undefined || isSaid(words)) || added.length > 0
  || Object.values(views).some(isSaid) || Object.values(pathways).some(({ words, isNothing }) => isNothing === true || isSaid(words))

/** What a contribution asks to be changed in the plan, as it goes to the working document. */
export interface WantedChange {
  readonly kind: 'change' | 'remove' | 'comment' | 'add'
  readonly lineId?: LineId
  readonly onRevision?: number
  readonly section: Section
  readonly text: string
  readonly fields?: LineFields
  readonly because?: string
}

/**
 * Each answer that says the plan is no longer right, as a proposal on its line: new words or amounts are a change, help that has ceased
 * goes, and where no words were given what was said of it is a comment that somebody settles. What is missing is added.
 */
export function changesIn({ lines: replies, added }: Pick<Contribution, 'lines' | 'added'>, lines: readonly PlanLine[]): WantedChange[] {
  const changed = lines.flatMap((line): WantedChange[] => {
    const reply = replies[line.id]
    return reply?.answer === undefined || !saysPlanIsWrong(reply.answer) ? [] : [changeOf(line, reply)]
  })
  return [...changed, ...added.map(({ section, text, because }): WantedChange => ({ kind: 'add', section, text, ...(isSaid(because) ? { because } : {}) }))]
}

function changeOf(line: PlanLine, { answer, words, text, minutes, times, per }: LineReply): WantedChange {
  const about = { lineId: line.id, onRevision: line.revision, section: line.section }
  const because = isSaid(words) ? { because: words.trim() } : {}
  if (answer === 'ceased') return { ...about, kind: 'remove', text: '', ...because }
  const amounts = { ...(minutes === undefined ? {} : { minutes }), ...(times === undefined ? {} : { times }), ...(per === undefined ? {} : { per }) }
  const fields = Object.keys(amounts).length === 0 ? undefined : { ...line.fields, ...amounts }
  const isNewText = isSaid(text) && text.trim() !== line.text.trim()
  if (isNewText || fields !== undefined) {
    return { ...about, kind: 'change', text: isNewText ? text.trim() : line.text, ...(fields === undefined ? {} : { fields }), ...because }
  }
  return { ...about, kind: 'comment', text: isSaid(words) ? words.trim() : 'This outcome has been met.' }
}
