// The order in which a plan is read: by section, then by position, then by identity so that ties are never left to chance.

import type { Link, PlanContent, PlanLine } from './line.ts'
import { sections, type Section } from './sections.ts'

const sectionRank = new Map<Section, number>(sections.map((section, rank) => [section, rank]))

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export function compareLineOrder(a: PlanLine, b: PlanLine): number {
  const bySection = (sectionRank.get(a.section) ?? 0) - (sectionRank.get(b.section) ?? 0)
  return bySection || a.position - b.position || byText(a.id, b.id)
}

export const linesInOrder = (lines: readonly PlanLine[]): PlanLine[] => lines.toSorted(compareLineOrder)

export const linesOfSection = (content: PlanContent, section: Section): PlanLine[] =>
  linesInOrder(content.lines.filter((line) => line.section === section))

/** One text for one link, so that links can be held in sets: the same two ends and kind are the same link. */
export const linkKey = (link: Link): string => `${link.kind} ${link.from} ${link.to}`

/** Links without repeats, in a fixed order. */
export function linksInOrder(links: readonly Link[]): Link[] {
  const byKey = new Map(links.map((link) => [linkKey(link), link]))
  return [...byKey.values()].toSorted((a, b) => byText(linkKey(a), linkKey(b)))
}

/** The same content in reading order, repeated links dropped: what comparing and freezing work on. */
export const inPlanOrder = (content: PlanContent): PlanContent => ({
  lines: linesInOrder(content.lines),
  links: linksInOrder(content.links),
})
