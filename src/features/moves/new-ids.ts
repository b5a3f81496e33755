// The ids of a package and those of the rows made from it. Each row is new here; what the frozen texts of versions say stays to the letter,
// and a map beside each text leads from its ids to ours.

import { thaw } from '../../domain/plan/freeze.ts'

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The same value with each id that is known put as ours, also inside texts such as "parent:ID". */
export function withNewIds(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return value.replaceAll(uuid, (id) => ids.get(id) ?? id)
  if (Array.isArray(value)) return value.map((each) => withNewIds(each, ids))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withNewIds(each, ids)]))
}

/** Which row here each line and report in a frozen text is: over what the other council's map said, where it had come with a move before. */
export function idsOfVersion(frozen: string, before: unknown, ids: ReadonlyMap<string, string>): Record<string, string> {
  const version = thaw(frozen)
  if (!version.ok) return {}
  const theirs = (id: string): string => (typeof before === 'object' && before !== null ? (before as Readonly<Record<string, unknown>>)[id] ?? id : id) as string
  const inText = version.value.content.lines.flatMap(({ id, sources }) => [id, ...sources.flatMap((source) => (source.kind === 'advice' ? [source.adviceId, source.adviceLineId ?? '', source.documentId ?? ''] : []))])
  return Object.fromEntries([...new Set<string>(inText)].flatMap((id) => {
    const ours = ids.get(theirs(id))
    return ours === undefined ? [] : [[id, ours] as const]
  }))
}
