// Which lines of a plan somebody is asked about at a review: a therapist the help they give, the needs it meets and the outcomes it
// serves; health and social care what stands in their sections; the family all of it; whoever teaches the child all but what is not theirs to say.

import type { AdviceId, LineId } from '../ids.ts'
import type { LineKind, PlanContent, PlanLine } from '../plan/line.ts'
import { linesInOrder } from '../plan/plan-order.ts'
import type { Section } from '../plan/sections.ts'
import type { InviteePart } from './invitees.ts'

export interface Concerned {
  readonly part: InviteePart
  readonly personId?: string
  readonly organisationId?: string
  /** "speech and language therapist". */
  readonly profession?: string
}

export interface AdviceAuthor {
  readonly personId?: string
  readonly organisationId?: string
}

const sectionsOf: Partial<Record<InviteePart, readonly Section[]>> = { health: ['C', 'G'], 'social-care': ['D', 'H1', 'H2'] }
const everyLine: readonly InviteePart[] = ['parent', 'young-person', 'child']

/**
 * That nothing is needed for health or care is for those to say who found it; section I names the setting itself, and of that it is asked in its own
 * words. What a setting finds missing it can still add.
 */
const notOfTheSetting: readonly LineKind[] = ['none-identified', 'placement']

/** In plan order. Empty for whoever is asked about no line: they may still write what they think. */
export function linesThatConcern(who: Concerned, content: PlanContent, authors: ReadonlyMap<AdviceId, AdviceAuthor>): LineId[] {
  const lines = linesInOrder(content.lines)
  if (everyLine.includes(who.part)) return lines.map(({ id }) => id)
  if (who.part === 'setting') return lines.filter(({ kind }) => !notOfTheSetting.includes(kind)).map(({ id }) => id)
  const own = new Set(lines.filter((line) => isTheirs(who, line, authors) || (sectionsOf[who.part]?.includes(line.section) ?? false)).map(({ id }) => id))
  // From the help that is theirs to the need it meets and the outcome it serves: those are judged with it.
  for (const { from, to, kind } of content.links) if (kind !== 'leads-to' && own.has(from)) own.add(to)
  return lines.filter(({ id }) => own.has(id)).map(({ id }) => id)
}

function isTheirs({ personId, organisationId, profession }: Concerned, { fields, sources }: PlanLine, authors: ReadonlyMap<AdviceId, AdviceAuthor>): boolean {
  const isBySource = sources.some((source) => {
    const author = source.kind === 'advice' ? authors.get(source.adviceId) : undefined
    return author !== undefined && ((personId !== undefined && author.personId === personId) || (organisationId !== undefined && author.organisationId === organisationId))
  })
  const named = profession?.trim().toLowerCase() ?? ''
  return isBySource || (named !== '' && [fields.who, fields.checkedBy].some((words) => words?.toLowerCase().includes(named) ?? false))
}
