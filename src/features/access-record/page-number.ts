import type { Ask } from '../../casebook/ask.ts'

/** The page of a list that the address asks for; the first for anything that is none. */
export function pageNumber(ask: Ask): number {
  const asked = Number(ask.query.text('page'))
  return Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1
}
