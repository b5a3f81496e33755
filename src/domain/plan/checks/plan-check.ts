// One check of a plan before it goes out: what it asks, on what ground, how heavy its answer is, and who may release it.

import type { LineId } from '../../ids.ts'
import type { LineKind, PlanLine } from '../line.ts'
import { linesInOrder, linesOfSection } from '../plan-order.ts'
import type { Section } from '../sections.ts'
import type { AdviceItem, PlanStatus, PlanUnderCheck } from './plan-under-check.ts'

/** blocks: a legal minimum is not met. warns: a person should look. says: worth knowing. */
export type Severity = 'blocks' | 'warns' | 'says'

export interface Where {
  readonly section?: Section
  readonly lineId?: LineId
  readonly adviceItem?: AdviceItem
}

export interface Found {
  readonly words: string
  readonly where: Where
  /** Names the thing found, so that a release is for this thing as it stood and for no other. One of a kind in a check. */
  readonly about: string
}

export interface PlanCheck {
  readonly id: string
  /** The question that the check answers, in words for a list of checks. */
  readonly asks: string
  readonly citation: string
  readonly severity: Readonly<Record<PlanStatus, Severity | 'not-asked'>>
  /** Who may let a plan go although this check holds it. The reason is recorded and counted. */
  readonly release: 'never' | 'named-manager'
  readonly find: (plan: PlanUnderCheck) => readonly Found[]
}

export interface Finding extends Found {
  readonly checkId: string
  readonly severity: Severity
  readonly citation: string
  readonly release: PlanCheck['release']
}

/** Blocks a final or amended plan; in a draft it is shown in time, as a warning. */
export const blocksFinal = { draft: 'warns', final: 'blocks', amended: 'blocks' } as const
export const alwaysBlocks = { draft: 'blocks', final: 'blocks', amended: 'blocks' } as const
export const alwaysWarns = { draft: 'warns', final: 'warns', amended: 'warns' } as const
export const alwaysSays = { draft: 'says', final: 'says', amended: 'says' } as const
export const onlyFinal = { draft: 'not-asked', final: 'blocks', amended: 'blocks' } as const
export const onlyDraft = { draft: 'blocks', final: 'not-asked', amended: 'not-asked' } as const

/** Found in a line. A release falls when the line gets another revision: it was given for the words that were read. */
export const inLine = (line: PlanLine, words: string, what = ''): Found => ({
  words,
  where: { section: line.section, lineId: line.id },
  about: `line ${line.id} revision ${line.revision}${what && ` ${what}`}`,
})

export const inSection = (section: Section, words: string, what = ''): Found => ({
  words,
  where: { section },
  about: `section ${section}${what && ` ${what}`}`,
})

export const inAdvice = (item: AdviceItem, words: string, what = ''): Found => ({
  words,
  where: { section: 'K', adviceItem: item },
  about: `advice ${item}${what && ` ${what}`}`,
})

export const inPlan = (words: string, what: string): Found => ({ words, where: {}, about: `plan ${what}` })

export const isSaid = (text: string | undefined): text is string => text !== undefined && text.trim() !== ''

/** Lines of one kind, in reading order, in these sections or in any. */
export const linesOfKind = (plan: PlanUnderCheck, kind: LineKind, sections?: readonly Section[]): PlanLine[] =>
  linesInOrder(plan.content.lines.filter((line) => line.kind === kind && (sections === undefined || sections.includes(line.section))))

/** Whether a section says anything: words, or a statement that nothing was identified. */
export const saysAnything = (plan: PlanUnderCheck, section: Section): boolean =>
  linesOfSection(plan.content, section).some((line) => isSaid(line.text) || line.kind === 'none-identified')

export const hasItems = (plan: PlanUnderCheck, section: Section): boolean =>
  linesOfSection(plan.content, section).some((line) => line.kind !== 'none-identified' && isSaid(line.text))
