// A plan side by side with the version that is in force: each line as it was issued and as it stands now, whose change each word is,
// and what was said of it (SEND Regulations 2014 reg 22(2); the Tribunal's guidance on working documents). What a family asks for and
// nobody has answered is the family's; what the council wrote is the council's; what was accepted is agreed.

import type { LineId, ProposalId } from '../../ids.ts'
import type { LineDifference } from '../compare.ts'
import { comparePlans } from '../compare.ts'
import type { PlanContent, PlanLine } from '../line.ts'
import { inPlanOrder } from '../plan-order.ts'
import type { Section } from '../sections.ts'
import { sections } from '../sections.ts'
import type { CompareWords, MarkedWords, Step } from './party-marks.ts'
import { markedWords } from './party-marks.ts'

/** What a line said at a revision made since the version in force. */
export interface LaterRevision {
  readonly n: number
  readonly text: string
  readonly isRemoved: boolean
}

/** What the marks need to know of a proposal. */
export interface Said {
  readonly id: ProposalId
  readonly kind: 'comment' | 'change' | 'add' | 'remove'
  readonly section: Section
  readonly lineId?: LineId
  readonly onRevision?: number
  readonly text: string
  /** The family's and the council's words are a party's; what a school or an adviser asks for is nobody's until the council takes it. */
  readonly party?: 'family' | 'local-authority'
  readonly saidBy: string
  readonly decision?: 'accepted' | 'declined' | 'answered'
  readonly resultingRevision?: number
}

export interface WorkingLine<S extends Said = Said> {
  readonly id: LineId
  /** "F3" as the plan stands now; "F3 as issued" for a line that is gone. */
  readonly number: string
  readonly status: LineDifference['status']
  readonly was?: PlanLine
  readonly is?: PlanLine
  readonly words: readonly MarkedWords[]
  /** Whose the settled changes are, for what is no words: boxes, the place. */
  readonly party: 'agreed' | 'local-authority'
  /** Open requests that cannot all stand in one text: each against the words as they stand. */
  readonly apart: readonly { readonly said: S; readonly words: readonly MarkedWords[] }[]
  /** Everything that was said of the line, oldest first. */
  readonly said: readonly S[]
}

export interface WorkingSection<S extends Said = Said> {
  readonly section: Section
  readonly lines: readonly WorkingLine<S>[]
  /** What was said of the section, and what it should say besides. */
  readonly said: readonly S[]
}

export interface WorkingParts<S extends Said = Said> {
  /** The version in force; absent before there is one. */
  readonly base?: PlanContent
  readonly now: PlanContent
  readonly since: ReadonlyMap<LineId, readonly LaterRevision[]>
  readonly said: readonly S[]
}

const bare = ({ lines }: PlanContent): PlanContent => ({ lines: lines.map((line) => ({ ...line, sources: [] })), links: [] })

export function workingSections<S extends Said>({ base, now, since, said }: WorkingParts<S>, compare: CompareWords): WorkingSection<S>[] {
  const before = bare(base ?? { lines: [], links: [] })
  const after = bare(now)
  const numbers = numbersOf(after, numbersOf(before))
  const placed = comparePlans(before, after).lines.map((difference): { readonly section: Section; readonly line: WorkingLine<S> } => {
    const was = 'before' in difference ? difference.before : undefined
    const is = 'after' in difference ? difference.after : undefined
    const ofLine = said.filter(({ lineId }) => lineId === difference.id)
    const steps = stepsOf(was, is, since.get(difference.id) ?? [], ofLine)
    const asked = openRequests(ofLine)
    const [only] = asked
    const current = is?.text ?? ''
    const inText = asked.length === 1 && only !== undefined && is !== undefined ? [askedStep(only)] : []
    const line: WorkingLine<S> = {
      id: difference.id, number: `${numbers.get(difference.id) ?? ''}${is === undefined ? ' as issued' : ''}`, status: difference.status, said: ofLine,
      words: markedWords(was?.text ?? '', [...steps, ...inText], compare), party: steps.at(-1)?.party === 'agreed' ? 'agreed' : 'local-authority',
      apart: inText.length > 0 || is === undefined ? [] : asked.map((one) => ({ said: one, words: markedWords(current, [askedStep(one)], compare) })),
      ...(was === undefined ? {} : { was }), ...(is === undefined ? {} : { is }),
    }
    return { section: (is ?? was)?.section ?? 'A', line }
  })
  const known = new Set(placed.map(({ line }) => line.id))
  return sections.map((section) => ({
    section, lines: placed.filter((one) => one.section === section).map(({ line }) => line),
    said: said.filter((one) => one.section === section && (one.lineId === undefined || !known.has(one.lineId))),
  }))
}

const numbersOf = (content: PlanContent, otherwise: ReadonlyMap<LineId, string> = new Map()): Map<LineId, string> => {
  const numbers = new Map(otherwise)
  const count = new Map<Section, number>()
  for (const { id, section } of inPlanOrder(content).lines) {
    const no = (count.get(section) ?? 0) + 1
    count.set(section, no)
    numbers.set(id, `${section}${no}`)
  }
  return numbers
}

/** What was written since the version in force, step by step. Where a reader is not shown the steps, the whole is one. */
function stepsOf(was: PlanLine | undefined, is: PlanLine | undefined, since: readonly LaterRevision[], said: readonly Said[]): Step[] {
  const accepted = said.filter(({ decision, party, resultingRevision }) => decision === 'accepted' && party === 'family' && resultingRevision !== undefined)
  const final = is?.text ?? ''
  const steps = since.map(({ n, text, isRemoved }): Step => (
    { text: isRemoved ? '' : text, party: accepted.some(({ resultingRevision }) => resultingRevision === n) ? 'agreed' : 'local-authority' }
  ))
  if (steps.at(-1)?.text === final || (steps.length === 0 && final === (was?.text ?? ''))) return steps
  const isAgreed = accepted.some(({ resultingRevision = 0 }) => resultingRevision > (was?.revision ?? 0) && resultingRevision <= (is?.revision ?? Number.POSITIVE_INFINITY))
  return [...steps, { text: final, party: isAgreed ? 'agreed' : 'local-authority' }]
}

/** What a party asks for and nobody has answered: of each person what they asked for last. */
function openRequests<S extends Said>(said: readonly S[]): S[] {
  const open = said.filter(({ kind, decision, party }) => (kind === 'change' || kind === 'remove') && decision === undefined && party !== undefined)
  return open.filter((one, index) => !open.slice(index + 1).some(({ saidBy }) => saidBy === one.saidBy))
}

const askedStep = ({ kind, text, party = 'local-authority' }: Said): Step => ({ text: kind === 'remove' ? '' : text, party, isAsked: true })
