// Along the thread a line may be linked to lines of other kinds: provision to needs and outcomes, a need to outcomes, each the
// other way round too. Links are kept one way: provision meets need, need leads to outcome, provision serves outcome.

import type { LineId } from '../../../domain/ids.ts'
import type { LineKind, Link, LinkKind, PlanContent, PlanLine } from '../../../domain/plan/line.ts'
import { linesInOrder } from '../../../domain/plan/plan-order.ts'

const joins: readonly { kind: LinkKind; from: readonly LineKind[]; to: readonly LineKind[] }[] = [
  { kind: 'meets', from: ['provision', 'direct-payment'], to: ['need'] },
  { kind: 'leads-to', from: ['need'], to: ['outcome'] },
  { kind: 'serves', from: ['provision', 'direct-payment'], to: ['outcome'] },
]

/** The link that would join two lines, the way it is kept; undefined when their kinds do not join. */
export function linkBetween(a: PlanLine, b: PlanLine): Link | undefined {
  for (const { kind, from, to } of joins) {
    if (from.includes(a.kind) && to.includes(b.kind)) return { kind, from: a.id, to: b.id }
    if (from.includes(b.kind) && to.includes(a.kind)) return { kind, from: b.id, to: a.id }
  }
  return undefined
}

/** Every line that this one can be linked to, in reading order. */
export const linkable = (content: PlanContent, line: PlanLine): PlanLine[] =>
  linesInOrder(content.lines.filter((other) => other.id !== line.id && linkBetween(line, other) !== undefined))

export const isJoined = (content: PlanContent, a: LineId, b: LineId): boolean =>
  content.links.some(({ from, to }) => (from === a && to === b) || (from === b && to === a))

/** The links of the plan once a line is linked to just those of the offered lines that were chosen. */
export function linkedTo(
  content: PlanContent, line: PlanLine, { to, offered }: { to: readonly LineId[]; offered: readonly LineId[] },
): Link[] {
  const other = ({ from, to: end }: Link): LineId | undefined => (from === line.id ? end : end === line.id ? from : undefined)
  const kept = content.links.filter((link) => {
    const end = other(link)
    return end === undefined || !offered.includes(end) || to.includes(end)
  })
  const wanted = content.lines.filter(({ id }) => to.includes(id) && !isJoined(content, line.id, id))
  return [...kept, ...wanted.flatMap((each) => linkBetween(line, each) ?? [])]
}
