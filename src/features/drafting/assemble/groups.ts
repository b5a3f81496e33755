// Marked lines as they are decided: grouped by the section they belong in and the report they stand in.

import type { PlanLine } from '../../../domain/plan/line.ts'
import { linesOfSection } from '../../../domain/plan/plan-order.ts'
import { kindsInSection } from '../../../domain/plan/line.ts'
import type { Section } from '../../../domain/plan/sections.ts'
import { sections } from '../../../domain/plan/sections.ts'
import type { WhatBecame } from '../../../domain/plan/what-became-of.ts'
import type { MarkedLine, Report } from '../advice-line-store.ts'
import type { Draft } from '../open-draft.ts'

export interface AnsweredLine {
  readonly line: MarkedLine
  readonly became: WhatBecame
}

export interface Assembling {
  readonly draft: Draft
  readonly answered: readonly AnsweredLine[]
}

export interface Group {
  readonly id: string
  readonly section: Section
  readonly report: Report
  readonly lines: readonly AnsweredLine[]
}

export const filters = {
  waiting: { words: 'Waiting', keeps: (became: WhatBecame) => became.kind === 'waiting' },
  used: { words: 'In the plan', keeps: (became: WhatBecame) => became.kind === 'stands' || became.kind === 'changed' || became.kind === 'merged' },
  'not-used': { words: 'Not used', keeps: (became: WhatBecame) => became.kind === 'not-used' },
  all: { words: 'All', keeps: () => true },
} as const

/** In the order of the plan's sections, then of the reports. */
export function groupsOf(answered: readonly AnsweredLine[], show: keyof typeof filters): Group[] {
  const shown = answered.filter(({ became }) => filters[show].keeps(became))
  return sections.flatMap((section) => {
    const here = shown.filter(({ line }) => line.section === section)
    return [...new Set(here.map(({ line }) => line.adviceId))].flatMap((adviceId): Group[] => {
      const lines = here.filter(({ line }) => line.adviceId === adviceId)
      const [first] = lines
      return first === undefined ? [] : [{ id: `${section}-${adviceId}`, section, report: first.line.report, lines }]
    })
  })
}

/** Lines of the plan that say the same kind of thing: those a marked line may join, its own section's first. */
export const joinable = (draft: Draft, line: MarkedLine): PlanLine[] => {
  const own = linesOfSection(draft.content, line.section)
  return [...own, ...draft.content.lines.filter(({ section }) => section !== line.section)].filter(({ kind }) => kind === line.kind)
}

export const sectionsFor = (line: MarkedLine): Section[] => sections.filter((section) => section !== 'I' && kindsInSection[section].includes(line.kind))
