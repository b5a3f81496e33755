// From advice to plan: adopting marked lines, splitting and merging lines. Whatever is done to a line, where its words
// come from goes with it. Each function answers new content; the content that it was given is left as it was.

import type { LineId } from '../ids.ts'
import { ok, refused, type Outcome } from '../outcome.ts'
import { sourceOf, type AdviceLine, type Disposition } from './advice-line.ts'
import { kindsInSection, type LineFields, type Link, type PlanContent, type PlanLine, type Source } from './line.ts'
import { linesOfSection, linkKey } from './plan-order.ts'
import { isSameValue } from './same-value.ts'
import type { Section } from './sections.ts'

export interface Adopted {
  readonly content: PlanContent
  readonly disposition: Disposition
}

export type AdoptRefusal = 'kind-not-in-section' | 'line-exists' | 'no-such-line' | 'already-adopted'

const findLine = (content: PlanContent, id: LineId): PlanLine | undefined => content.lines.find((line) => line.id === id)

const mayStand = (kind: PlanLine['kind'], section: Section): boolean => kindsInSection[section].includes(kind)

/** Adds sources that are not there yet, the first ones first. */
export const joinSources = (...lists: readonly (readonly Source[])[]): Source[] =>
  lists.flat().reduce<Source[]>(
    (kept, source) => (kept.some((each) => isSameValue(each, source)) ? kept : [...kept, source]), [],
  )

const lastPosition = (content: PlanContent, section: Section): number =>
  Math.max(-1, ...linesOfSection(content, section).map((line) => line.position))

/** The advice line becomes a line of the plan, at the end of its section, word for word, its fields as the advice has them. */
export function adoptAdviceLine(
  content: PlanContent,
  adviceLine: AdviceLine,
  { lineId, section = adviceLine.section }: { lineId: LineId; section?: Section },
): Outcome<Adopted, AdoptRefusal> {
  if (!mayStand(adviceLine.kind, section)) return refused('kind-not-in-section')
  if (findLine(content, lineId)) return refused('line-exists')
  const line: PlanLine = {
    id: lineId,
    kind: adviceLine.kind,
    section,
    position: lastPosition(content, section) + 1,
    text: adviceLine.text,
    fields: adviceLine.fields,
    revision: 1,
    sources: [sourceOf(adviceLine)],
  }
  return ok({ content: { ...content, lines: [...content.lines, line] }, disposition: { kind: 'used', lineId } })
}

/**
 * The advice line says what a line of the plan says already, or part of it: its source is added there. The line's words
 * and numbers stay as they are unless the writer gives others; nothing is mixed by the program.
 */
export function mergeAdviceLine(
  content: PlanContent,
  adviceLine: AdviceLine,
  { lineId, text, fields }: { lineId: LineId; text?: string; fields?: LineFields },
): Outcome<Adopted, AdoptRefusal> {
  const into = findLine(content, lineId)
  if (into === undefined) return refused('no-such-line')
  if (into.kind !== adviceLine.kind) return refused('kind-not-in-section')
  if (
    into.sources.some((source) => source.kind === 'advice' && source.adviceLineId === adviceLine.id)
  ) return refused('already-adopted')
  const merged: PlanLine = {
    ...into,
    text: text ?? into.text,
    fields: fields ?? into.fields,
    revision: into.revision + 1,
    sources: joinSources(into.sources, [sourceOf(adviceLine)]),
  }
  return ok({ content: withLine(content, merged), disposition: { kind: 'merged', lineId } })
}

const withLine = (content: PlanContent, line: PlanLine): PlanContent =>
  ({ ...content, lines: content.lines.map((each) => (each.id === line.id ? line : each)) })

export interface Part {
  readonly text: string
  readonly fields: LineFields
}

export type SplitRefusal = 'no-such-line' | 'too-few-parts' | 'empty-part' | 'line-exists'

/**
 * One line becomes several, standing one after another. The first keeps the line's identity; the others get new ones.
 * Each keeps all sources and all links: which of them still fit each part is for a person to say.
 */
export function splitLine(
  content: PlanContent,
  lineId: LineId,
  first: Part,
  others: readonly (Part & { readonly id: LineId })[],
): Outcome<PlanContent, SplitRefusal> {
  const line = findLine(content, lineId)
  if (line === undefined) return refused('no-such-line')
  if (others.length === 0) return refused('too-few-parts')
  if ([first, ...others].some((part) => part.text.trim() === '')) return refused('empty-part')
  const newIds = others.map((part) => part.id)
  if (new Set(newIds).size < newIds.length || newIds.some((id) => findLine(content, id))) return refused('line-exists')
  const parts: PlanLine[] = [
    { ...line, ...first, revision: line.revision + 1 },
    ...others.map((part) => ({ ...line, ...part, revision: 1 })),
  ]
  const ordered = linesOfSection(content, line.section).flatMap((each) => (each.id === lineId ? parts : [each]))
  const elsewhere = content.lines.filter((each) => each.section !== line.section)
  return ok({
    lines: [...elsewhere, ...ordered.map((each, position) => ({ ...each, position }))],
    links: [
      ...content.links,
      ...newIds.flatMap((id) =>
        linksMovedTo(content.links, new Set([lineId]), id).filter((link) => link.from === id || link.to === id)),
    ],
  })
}

export type MergeRefusal = 'no-such-line' | 'too-few-lines' | 'different-kinds' | 'different-sections' | 'empty-part'

/**
 * Several lines of one kind and section become one, which keeps the identity and place of the first named. It gets the
 * words and numbers that the writer gives, and the sources and links of all.
 */
export function mergeLines(
  content: PlanContent, lineIds: readonly LineId[], merged: Part,
): Outcome<PlanContent, MergeRefusal> {
  const ids = [...new Set(lineIds)]
  const lines = ids.map((id) => findLine(content, id)).filter((line) => line !== undefined)
  const [kept, ...others] = lines
  if (kept === undefined || lines.length < ids.length) return refused('no-such-line')
  if (others.length === 0) return refused('too-few-lines')
  if (others.some((line) => line.kind !== kept.kind)) return refused('different-kinds')
  if (others.some((line) => line.section !== kept.section)) return refused('different-sections')
  if (merged.text.trim() === '') return refused('empty-part')
  const gone = new Set(others.map((line) => line.id))
  const line: PlanLine = {
    ...kept, ...merged, revision: kept.revision + 1, sources: joinSources(...lines.map((each) => each.sources)),
  }
  return ok({
    lines: withLine(content, line).lines.filter((each) => !gone.has(each.id)),
    links: linksMovedTo(content.links, gone, kept.id),
  })
}

/** Links with some ends put onto another line; a link that would join a line to itself falls away, and repeats too. */
function linksMovedTo(links: readonly Link[], ends: ReadonlySet<LineId>, to: LineId): Link[] {
  const moved = (id: LineId): LineId => (ends.has(id) ? to : id)
  const all = links.map((link) =>
    ({ ...link, from: moved(link.from), to: moved(link.to) })).filter((link) => link.from !== link.to)
  return [...new Map(all.map((link) => [linkKey(link), link])).values()]
}
