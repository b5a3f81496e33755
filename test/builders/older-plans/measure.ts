// How much of an older plan's words is put where it belongs, and that none is lost.

import { readOlderPlan } from '../../../src/domain/older-plans/read-older-plan.ts'
import type { Piece } from '../../../src/domain/older-plans/piece.ts'
import { wordsIn } from '../../../src/domain/older-plans/word-file.ts'
import { wordFileOf } from '../../../src/platform/documents/word-file-in.ts'
import { zipParts } from '../../../src/platform/documents/zip-guard.ts'
import type { OlderPlanFile } from './template.ts'

export interface Measured {
  readonly name: string
  readonly about: string
  /** Words of the plan whose section is known. */
  readonly words: number
  readonly right: number
  /** In another section, or taken for a heading. */
  readonly wrong: number
  readonly waiting: number
  /** Words of the front and the form that were put into a section. */
  readonly strayed: number
  /** Words of the whole file that are in no piece. Must be 0. */
  readonly lost: number
  readonly mistakes: readonly string[]
}

const folded = (text: string): string => wordsIn(text).join(' ')

export function measure(file: OlderPlanFile): Measured {
  const read = wordFileOf(file.bytes)
  if (!read.ok) throw new Error(`${file.name}: ${read.refusal}`)
  const plan = readOlderPlan(read.value)
  if (!plan.ok) throw new Error(`${file.name}: ${plan.refusal}`)
  const pieces = plan.value.pieces.map((piece) => ({ piece, text: folded(piece.text) }))
  const counts = { words: 0, right: 0, wrong: 0, waiting: 0, strayed: 0 }
  const mistakes: string[] = []
  for (const { section, text } of file.truth) {
    const size = wordsIn(text).length
    const holding = pieces.filter((one) => one.text.includes(folded(text))).map(({ piece }) => piece)
    if (section === 'none') {
      if (holding.length > 0 && holding.every((piece) => piece.section !== undefined)) {
        counts.strayed += size
        mistakes.push(`in ${holding[0]?.section}, of no section: ${text}`)
      }
      continue
    }
    counts.words += size
    const where = whereIs(holding, section)
    counts[where] += size
    if (where !== 'right') mistakes.push(`${where} (${section}${holding.length === 0 ? ', in pieces' : `, ${holding[0]?.role} in ${holding[0]?.section ?? 'none'}`}): ${text}`)
  }
  return { name: file.name, about: file.about, ...counts, lost: lostWords(file.bytes, plan.value.pieces).length, mistakes }
}

function whereIs(holding: readonly Piece[], section: string): 'right' | 'wrong' | 'waiting' {
  if (holding.some((piece) => piece.role === 'line' && piece.section === section)) return 'right'
  return holding.length > 0 && holding.every((piece) => piece.role === 'line' && piece.section === undefined) ? 'waiting' : 'wrong'
}

/** Words that the file would print and that no piece has: counted by another way than the reader's, from the letters in the file itself. */
export function lostWords(bytes: Uint8Array, pieces: readonly Piece[]): string[] {
  const left = new Map<string, number>()
  for (const word of pieces.flatMap(({ text }) => wordsIn(text))) left.set(bare(word), (left.get(bare(word)) ?? 0) + 1)
  const lost: string[] = []
  const seenFurniture = new Set<string>()
  for (const { name, unpack } of zipParts(bytes)) {
    if (!/^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/.test(name)) continue
    const isFurniture = /header|footer/.test(name)
    for (const paragraph of paragraphsIn(new TextDecoder().decode(unpack()))) {
      if (isFurniture && seenFurniture.has(paragraph)) continue
      if (isFurniture) seenFurniture.add(paragraph)
      for (const word of wordsIn(paragraph)) {
        const count = left.get(bare(word)) ?? 0
        if (count === 0) lost.push(word)
        else left.set(bare(word), count - 1)
      }
    }
  }
  return lost
}

/** A label may have lost the stop at its end, or been given one. */
const bare = (word: string): string => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')

function paragraphsIn(xml: string): string[] {
  const printed = xml.replaceAll(/<w:(del|moveFrom) [\s\S]*?<\/w:\1>/g, '').replaceAll(/<mc:Fallback>[\s\S]*?<\/mc:Fallback>/g, '')
  return printed.split(/<\/w:p>/).map((paragraph) => paragraph.replaceAll(/<w:(?:tab|br)(?: [^>]*)?\/>/g, ' ').match(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>| /g)?.map((run) => run.replaceAll(/<[^>]+>/g, '')).join('') ?? '')
    .map((text) => text.replaceAll(/&(?:amp|lt|gt|quot|apos);/g, (entity) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" })[entity] ?? ''))
}
