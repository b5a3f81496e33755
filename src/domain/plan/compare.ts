// Two contents of a plan, line by line. A line is the same line by its identity, never by looking alike: so a changed
// line is shown as changed, not as one taken out and another put in (reg 22(2): the notice gives the proposed amendments).

import type { LineId } from '../ids.ts'
import { keptOrder } from './kept-order.ts'
import type { LineFields, LineKind, Link, PlanContent, PlanLine, Source } from './line.ts'
import { inPlanOrder, linesOfSection, linkKey, linksInOrder } from './plan-order.ts'
import { isSameValue } from './same-value.ts'
import { sections, type Section } from './sections.ts'

export interface Change<T> {
  readonly before: T
  readonly after: T
}

export interface FieldChange {
  readonly field: keyof LineFields
  /** Absent on one side: the field was not said there. */
  readonly before?: LineFields[keyof LineFields]
  readonly after?: LineFields[keyof LineFields]
}

/** What differs in a line that stands on both sides. Position and revision may differ without anything to show. */
export interface LineChanges {
  readonly text?: Change<string>
  readonly kind?: Change<LineKind>
  readonly section?: Change<Section>
  readonly position?: Change<number>
  readonly revision?: Change<number>
  readonly sources?: Change<readonly Source[]>
  readonly fields: readonly FieldChange[]
  readonly linksAdded: readonly Link[]
  readonly linksRemoved: readonly Link[]
}

export type LineDifference =
  | { readonly status: 'added'; readonly id: LineId; readonly after: PlanLine }
  | { readonly status: 'removed'; readonly id: LineId; readonly before: PlanLine }
  | {
      /** changed: something that is read differs. reordered: only its place among the others. */
      readonly status: 'changed' | 'reordered' | 'unchanged'
      readonly id: LineId
      readonly before: PlanLine
      readonly after: PlanLine
      readonly isReordered: boolean
      readonly changes: LineChanges
    }

export interface PlanDifferences {
  /** Every line of both sides, in the order to show them: the later order, removed lines where they stood. */
  readonly lines: readonly LineDifference[]
  readonly linksAdded: readonly Link[]
  readonly linksRemoved: readonly Link[]
}

/** All that differs between two contents; either may be the earlier. */
export function comparePlans(before: PlanContent, after: PlanContent): PlanDifferences {
  const earlier = new Map(before.lines.map((line) => [line.id, line]))
  const later = new Map(after.lines.map((line) => [line.id, line]))
  const linksAdded = linksMissingFrom(before, after)
  const linksRemoved = linksMissingFrom(after, before)
  const moved = movedLines(before, after)
  const lines = idsToShow(before, after).flatMap((id): LineDifference[] => {
    const was = earlier.get(id)
    const is = later.get(id)
    if (was === undefined) return is === undefined ? [] : [{ status: 'added', id, after: is }]
    if (is === undefined) return [{ status: 'removed', id, before: was }]
    const changes = changesOf(was, is, linksAdded, linksRemoved)
    const isReordered = moved.has(id)
    const status = isRead(changes) ? 'changed' : isReordered ? 'reordered' : 'unchanged'
    return [{ status, id, before: was, after: is, isReordered, changes }]
  })
  return { lines, linksAdded, linksRemoved }
}

/** Whether a reader of the two sides would find nothing different. */
export const isSamePlan = (differences: PlanDifferences): boolean =>
  differences.linksAdded.length === 0 && differences.linksRemoved.length === 0 &&
  differences.lines.every((line) => line.status === 'unchanged')

function linksMissingFrom(content: PlanContent, other: PlanContent): Link[] {
  const keys = new Set(content.links.map(linkKey))
  return linksInOrder(other.links.filter((link) => !keys.has(linkKey(link))))
}

const touches = (id: LineId) => (link: Link): boolean => link.from === id || link.to === id

const changed = <T>(before: T, after: T): Change<T> | undefined =>
  (isSameValue(before, after) ? undefined : { before, after })

function changesOf(was: PlanLine, is: PlanLine, added: readonly Link[], removed: readonly Link[]): LineChanges {
  const parts = {
    text: changed(was.text, is.text),
    kind: changed(was.kind, is.kind),
    section: changed(was.section, is.section),
    position: changed(was.position, is.position),
    revision: changed(was.revision, is.revision),
    sources: changed(was.sources, is.sources),
  }
  return {
    ...(parts.text && { text: parts.text }),
    ...(parts.kind && { kind: parts.kind }),
    ...(parts.section && { section: parts.section }),
    ...(parts.position && { position: parts.position }),
    ...(parts.revision && { revision: parts.revision }),
    ...(parts.sources && { sources: parts.sources }),
    fields: fieldChanges(was.fields, is.fields),
    linksAdded: added.filter(touches(was.id)),
    linksRemoved: removed.filter(touches(was.id)),
  }
}

const fieldNames = (fields: LineFields): (keyof LineFields)[] => Object.keys(fields) as (keyof LineFields)[]

function fieldChanges(was: LineFields, is: LineFields): FieldChange[] {
  const names = [...new Set([...fieldNames(was), ...fieldNames(is)])].toSorted()
  return names.filter((field) => !isSameValue(was[field], is[field])).map((field) => ({
    field,
    ...(was[field] === undefined ? {} : { before: was[field] }),
    ...(is[field] === undefined ? {} : { after: is[field] }),
  }))
}

const isRead = (changes: LineChanges): boolean =>
  changes.text !== undefined || changes.kind !== undefined || changes.section !== undefined || changes.sources !== undefined ||
  changes.fields.length + changes.linksAdded.length + changes.linksRemoved.length > 0

/** Lines that stay in their section but no longer stand in the order that the others keep. */
function movedLines(before: PlanContent, after: PlanContent): Set<LineId> {
  const moved = new Set<LineId>()
  for (const section of sections) {
    const was = linesOfSection(before, section).map((line) => line.id)
    const is = linesOfSection(after, section).map((line) => line.id)
    const kept = new Set(keptOrder(was, is))
    for (const id of was) if (is.includes(id) && !kept.has(id)) moved.add(id)
  }
  return moved
}

/** Later order; a line that is gone stands after the line it used to follow, as a reader of the earlier side expects. */
function idsToShow(before: PlanContent, after: PlanContent): LineId[] {
  const still = new Set(after.lines.map((line) => line.id))
  return sections.flatMap((section) => {
    const shown = linesOfSection(after, section).map((line) => line.id)
    let follows: LineId | undefined
    for (const { id } of linesOfSection(before, section)) {
      if (!still.has(id)) shown.splice(follows === undefined ? 0 : shown.indexOf(follows) + 1, 0, id)
      if (shown.includes(id)) follows = id
    }
    return shown
  })
}

/** The later content, made from the earlier one and the differences alone. */
export function applyDifferences(before: PlanContent, differences: PlanDifferences): PlanContent {
  const earlier = new Map(before.lines.map((line) => [line.id, line]))
  const lines = differences.lines.flatMap((difference): PlanLine[] => {
    if (difference.status === 'added') return [difference.after]
    const was = earlier.get(difference.id)
    return difference.status === 'removed' || was === undefined ? [] : [withChanges(was, difference.changes)]
  })
  const gone = new Set(differences.linksRemoved.map(linkKey))
  return inPlanOrder(
    { lines, links: [...before.links.filter((link) => !gone.has(linkKey(link))), ...differences.linksAdded] }
  )
}

function withChanges(line: PlanLine, changes: LineChanges): PlanLine {
  const fields: Record<string, unknown> = { ...line.fields }
  for (const { field, after } of changes.fields) {
    if (after === undefined) delete fields[field]
    else fields[field] = after
  }
  return {
    ...line,
    text: changes.text?.after ?? line.text,
    kind: changes.kind?.after ?? line.kind,
    section: changes.section?.after ?? line.section,
    position: changes.position?.after ?? line.position,
    revision: changes.revision?.after ?? line.revision,
    sources: changes.sources?.after ?? line.sources,
    fields: fields as LineFields,
  }
}
