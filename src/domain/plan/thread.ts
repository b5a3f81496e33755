// The golden thread: views, needs, outcomes and provision joined so that each can be followed to the others
// (reg 12(1)(b), (e), (f); Code of Practice 9.61 to 9.69). A broken thread is listed, never mended by the program.

import type { LineId } from '../ids.ts'
import type { LineKind, LinkKind, PlanContent, PlanLine } from './line.ts'
import { linesInOrder } from './plan-order.ts'
import { sections, type Section } from './sections.ts'

export const threadGapKinds = [
  'need-without-provision', 'need-without-outcome', 'outcome-without-need', 'outcome-without-provision',
  'provision-without-need', 'provision-without-outcome', 'line-without-source', 'section-blank', 'link-astray',
] as const
export type ThreadGapKind = (typeof threadGapKinds)[number]

type LineGapKind = Exclude<ThreadGapKind, 'section-blank'>
export type ThreadGap =
  | { readonly kind: LineGapKind; readonly section: Section; readonly lineId: LineId }
  | { readonly kind: 'section-blank'; readonly section: Section }

/** Which kinds of line a link of each kind joins. A link is read by what stands at its ends, whichever way it was drawn. */
const joins: Record<LinkKind, readonly [readonly LineKind[], readonly LineKind[]]> = {
  meets: [['provision', 'direct-payment'], ['need']],
  'leads-to': [['need'], ['outcome']],
  serves: [['provision', 'direct-payment'], ['outcome']],
}

function doJoin(kind: LinkKind, a: PlanLine, b: PlanLine): boolean {
  const [left, right] = joins[kind]
  return (left.includes(a.kind) && right.includes(b.kind)) || (left.includes(b.kind) && right.includes(a.kind))
}

/** Every line with the lines it is joined to. Links to a line that is not in the content, or between the wrong kinds, join nothing. */
export function neighboursOf(content: PlanContent): ReadonlyMap<LineId, readonly PlanLine[]> {
  const byId = new Map(content.lines.map((line) => [line.id, line]))
  const neighbours = new Map<LineId, Set<PlanLine>>(content.lines.map((line) => [line.id, new Set()]))
  for (const link of content.links) {
    const from = byId.get(link.from)
    const to = byId.get(link.to)
    if (from === undefined || to === undefined || !doJoin(link.kind, from, to)) continue
    neighbours.get(from.id)?.add(to)
    neighbours.get(to.id)?.add(from)
  }
  return new Map([...neighbours].map(([id, lines]) => [id, linesInOrder([...lines])]))
}

const missing: Partial<Record<LineKind, readonly (readonly [LineKind, LineGapKind])[]>> = {
  need: [['provision', 'need-without-provision'], ['outcome', 'need-without-outcome']],
  outcome: [['need', 'outcome-without-need'], ['provision', 'outcome-without-provision']],
  provision: [['need', 'provision-without-need'], ['outcome', 'provision-without-outcome']],
}

/** A line that says its own source in its fields, or decides a placement or a payment, needs no advice behind it. */
const needsSource = (line: PlanLine): boolean =>
  line.kind === 'view' || line.kind === 'need' || line.kind === 'outcome' || line.kind === 'provision'

/**
 * Whether a section says nothing at all. I is left out: it must be blank in a draft and is judged apart (CFA 2014 s.38(5)).
 * K holds no lines. A line of spaces is no line.
 */
const isBlank = (content: PlanContent, section: Section): boolean =>
  section !== 'K' && section !== 'I' &&
  !content.lines.some((line) => line.section === section && (line.text.trim() !== '' || line.kind === 'none-identified'))

const blankSections = (content: PlanContent): ThreadGap[] =>
  sections.filter((section) => isBlank(content, section)).map((section) => ({ kind: 'section-blank', section }))

function linksAstray(content: PlanContent): ThreadGap[] {
  const byId = new Map(content.lines.map((line) => [line.id, line]))
  return content.links.flatMap((link): ThreadGap[] => {
    const from = byId.get(link.from)
    const to = byId.get(link.to)
    if (from !== undefined && to !== undefined && doJoin(link.kind, from, to)) return []
    const standing = from ?? to
    return standing === undefined ? [] : [{ kind: 'link-astray', section: standing.section, lineId: standing.id }]
  })
}

/** Everything broken in the thread, in reading order: lines first, then links that join nothing, then blank sections. */
export function threadGaps(content: PlanContent): ThreadGap[] {
  const neighbours = neighboursOf(content)
  const ofLines = linesInOrder(content.lines).flatMap((line): ThreadGap[] => {
    const kinds = new Set(neighbours.get(line.id)?.map((other) => other.kind))
    const gaps: ThreadGap[] = (missing[line.kind] ?? [])
      .filter(([kind]) => !kinds.has(kind))
      .map(([, gap]) => ({ kind: gap, section: line.section, lineId: line.id }))
    if (needsSource(line) && line.sources.length === 0) {
      gaps.push({ kind: 'line-without-source', section: line.section, lineId: line.id })
    }
    return gaps
  })
  return [...ofLines, ...linksAstray(content), ...blankSections(content)]
}

/** A line joined to another: directly, or through one line that both are joined to. */
export interface Joined {
  readonly line: PlanLine
  /** Empty when joined directly. */
  readonly through: readonly LineId[]
}

export interface Thread {
  readonly line: PlanLine
  readonly needs: readonly Joined[]
  readonly outcomes: readonly Joined[]
  readonly provision: readonly Joined[]
  readonly directPayments: readonly Joined[]
}

/** What hangs together with a line: its needs, outcomes and provision, directly or through one other line. */
export function threadOf(content: PlanContent, lineId: LineId): Thread | undefined {
  const line = content.lines.find((each) => each.id === lineId)
  if (line === undefined) return undefined
  const neighbours = neighboursOf(content)
  const direct = neighbours.get(lineId) ?? []
  const found = new Map<LineId, { line: PlanLine; through: LineId[] }>(
    direct.map((other) => [other.id, { line: other, through: [] }]),
  )
  const isDirect = new Set(found.keys())
  for (const middle of direct) {
    for (const far of neighbours.get(middle.id) ?? []) {
      // A second need met by the same provision is not part of this need's thread.
      if (far.kind === line.kind || isDirect.has(far.id)) continue
      const joined = found.get(far.id) ?? { line: far, through: [] }
      joined.through.push(middle.id)
      found.set(far.id, joined)
    }
  }
  const inOrder = linesInOrder([...found.values()].map((joined) => joined.line))
  const ofKind = (kind: LineKind): Joined[] =>
    inOrder.filter((other) => other.kind === kind).flatMap((other) => found.get(other.id) ?? [])
  return {
    line,
    needs: ofKind('need'),
    outcomes: ofKind('outcome'),
    provision: ofKind('provision'),
    directPayments: ofKind('direct-payment'),
  }
}
