// What a return says and the facts made from it do not: found by writing the return back from them and comparing, kept in one fact for each request, and put back when
// the same return is written again. In a later return only what has no day in any of them stays: whether there was mediation, an appeal, an exception.

import type { SaidItem } from '../../case-file/brought-facts.ts'
import { isSameValue } from '../../plan/same-value.ts'

type Block = Readonly<Record<string, unknown>>

const isBlock = (value: unknown): value is Block => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every element in which what was said differs from what the facts say: lists as a whole, blocks element by element where both have them. */
export function itemsOf(facts: object, said: object, above: readonly string[] = []): SaidItem[] {
  const [was, says] = [facts as Block, said as Block]
  return [...new Set([...Object.keys(was), ...Object.keys(says)])].filter((key) => key !== 'unreadable').flatMap((key) => {
    const [one, other] = [was[key], says[key]]
    if (isSameValue(one, other)) return []
    const path = [...above, key]
    if (isBlock(one) && isBlock(other)) return itemsOf(one, other, path)
    return [{ path, ...(one === undefined ? {} : { was: one }), ...(other === undefined ? {} : { says: other }) }]
  })
}

const withoutDay: ReadonlySet<string> = new Set(['RYA', 'RequestMediation', 'RequestTribunal', 'AssessmentMediation', 'AssessmentTribunal', 'Week20'])

/** The block with what was said put back: where the facts say what they said then. Something that has become known since stands. */
export function withItems<Given extends object>(block: Given, items: readonly SaidItem[], { isSameReturn }: { readonly isSameReturn: boolean }): Given {
  return items.reduce((whole, { path, was, says }) => {
    const element = path.at(-1) ?? ''
    // Of another return: a flag that it asks for again, and that the facts know nothing of.
    if (!isSameReturn && (!withoutDay.has(element) || at(whole, path) === undefined)) return whole
    return isSameValue(at(whole, path), was) ? put(whole, path, says) : whole
  }, block)
}

const at = (block: object, path: readonly string[]): unknown => path.reduce<unknown>((inside, key) => (isBlock(inside) ? inside[key] : undefined), block)

function put<Given extends object>(block: Given, [key = '', ...rest]: readonly string[], value: unknown): Given {
  const { [key]: before, ...others } = block as Block
  const now = rest.length === 0 ? value : put(isBlock(before) ? before : {}, rest, value)
  return (now === undefined ? others : { ...others, [key]: now }) as Given
}
