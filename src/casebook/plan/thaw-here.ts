// The frozen text of a version, read with the ids that its lines and reports have here. A version that came with a move stays to the letter,
// so that its hash holds, and a map beside it (plan_version.ids) says which row each id in it is.

import { z } from 'zod'
import type { Outcome } from '../../domain/outcome.ts'
import type { IssuedVersion, ThawRefusal } from '../../domain/plan/freeze.ts'
import { thaw } from '../../domain/plan/freeze.ts'
import type { PlanContent } from '../../domain/plan/line.ts'

const idsHere = z.record(z.string(), z.string()).nullable()

/** As `thaw`; `ids` is the row's own, null for a version that was frozen here. Whoever compares lines by their id reads versions by this. */
export function thawHere({ content, ids }: { readonly content: string; readonly ids: unknown }): Outcome<IssuedVersion, ThawRefusal> {
  const thawed = thaw(content)
  return thawed.ok ? { ...thawed, value: { ...thawed.value, content: withIdsHere(thawed.value.content, idsHere.parse(ids)) } } : thawed
}

function withIdsHere(content: PlanContent, ids: Readonly<Record<string, string>> | null): PlanContent {
  if (ids === null) return content
  const here = <T extends string>(id: T): T => (ids[id] ?? id) as T
  return {
    lines: content.lines.map((line) => ({
      ...line, id: here(line.id),
      sources: line.sources.map((source) => (source.kind === 'said' ? source : { ...source, adviceId: here(source.adviceId), ...(source.adviceLineId === undefined ? {} : { adviceLineId: here(source.adviceLineId) }) })),
    })),
    links: content.links.map(({ from, to, kind }) => ({ from: here(from), to: here(to), kind })),
  }
}
