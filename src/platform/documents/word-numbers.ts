// The numbers that Word counts by itself ("Section A", "1.2", "(a)"): they stand in no text of the file, and some councils'
// section letters are such numbers. ECMA-376 Part 1, 17.9.

import type { XmlNode } from './xml-tree.ts'
import { childOf, nodesIn } from './xml-tree.ts'

export interface ListPlace {
  readonly numId: string
  /** 0 for the outermost. */
  readonly level: number
}

/** Counts through the document: asked once for each numbered paragraph, in order. Undefined where a bullet or nothing is printed. */
export type NumberOf = (place: ListPlace) => string | undefined

interface Level { readonly format: string; readonly text: string; readonly start: number }

const valueOf = (node: XmlNode | undefined, name: string): string | undefined => childOf(node, name)?.attributes['val']

export function countWordNumbers(numbering: XmlNode | undefined): NumberOf {
  const abstracts = new Map<string, ReadonlyMap<number, Level>>()
  const abstractOf = new Map<string, string>()
  for (const node of numbering === undefined ? [] : nodesIn(numbering)) {
    if (node.name === 'abstractNum') abstracts.set(node.attributes['abstractNumId'] ?? '', levelsIn(node))
    if (node.name === 'num') abstractOf.set(node.attributes['numId'] ?? '', valueOf(node, 'abstractNumId') ?? '')
  }
  const counts = new Map<string, number[]>()
  return ({ numId, level }) => {
    const abstractId = abstractOf.get(numId)
    const levels = abstractId === undefined ? undefined : abstracts.get(abstractId)
    const own = levels?.get(level)
    if (abstractId === undefined || levels === undefined || own === undefined || level > 8) return undefined
    const counted = counts.get(abstractId) ?? []
    for (let above = 0; above < level; above += 1) counted[above] ??= levels.get(above)?.start ?? 1
    counted[level] = (counted[level] ?? own.start - 1) + 1
    counted.length = level + 1
    counts.set(abstractId, counted)
    if (own.format === 'bullet' || own.format === 'none') return undefined
    const printed = own.text.replaceAll(/%(\d)/g, (_, digit: string) => written(counted[Number(digit) - 1] ?? 1, levels.get(Number(digit) - 1)?.format ?? 'decimal')).trim()
    return printed === '' ? undefined : printed
  }
}

const levelsIn = (abstract: XmlNode): ReadonlyMap<number, Level> =>
  new Map(nodesIn(abstract).filter(({ name }) => name === 'lvl').map((level) => [
    Number(level.attributes['ilvl'] ?? 0), { format: valueOf(level, 'numFmt') ?? 'decimal', text: valueOf(level, 'lvlText') ?? '', start: Number(valueOf(level, 'start') ?? 1) },
  ]))

function written(count: number, format: string): string {
  switch (format) {
    case 'upperLetter': return letters(count).toUpperCase()
    case 'lowerLetter': return letters(count)
    case 'upperRoman': return roman(count).toUpperCase()
    case 'lowerRoman': return roman(count)
    default: return String(count)
  }
}

/** 1 is a, 26 is z, 27 is aa, 28 is bb: as Word does. */
const letters = (count: number): string => String.fromCodePoint(97 + ((count - 1) % 26)).repeat(Math.min(4, Math.ceil(count / 26)))

const romanParts = [[100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']] as const

function roman(count: number): string {
  let left = Math.min(count, 399)
  let text = ''
  for (const [value, letter] of romanParts) while (left >= value) { text += letter; left -= value }
  return text
}
