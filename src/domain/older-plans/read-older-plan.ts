// Reads an older plan: which words belong to which section of SEND Regulations 2014 reg 12(1), what the front says of it, and whether
// it is an EHC plan at all. No word is lost: what belongs nowhere is a piece that waits.

import { readOutcomeDate } from '../advice/read-outcome-date.ts'
import type { LineFields, LineKind } from '../plan/line.ts'
import { ok, refused, type Outcome } from '../outcome.ts'
import { isSection, type Section } from '../plan/sections.ts'
import { readQuantity } from '../wording/read-quantity.ts'
import { usualKind, type Piece } from './piece.ts'
import { readFacts, type Pair, type PlanFacts } from './plan-facts.ts'
import { readBlocks } from './read-blocks.ts'
import { beginWalk, endLabel, pieceOf, type Words } from './walk.ts'
import { wordsIn, type WordBlock, type WordFile } from './word-file.ts'

export interface OlderPlanRead {
  readonly pieces: readonly Piece[]
  readonly facts: PlanFacts
  /** Sections of which a heading or words were found. */
  readonly found: readonly Section[]
  readonly changes: number
  readonly comments: number
  readonly pictures: number
}

/** statement: a statement of special educational needs under the Education Act 1996, in Parts 1 to 6. */
export type NotAPlan = 'statement' | 'not-a-plan'

/** Fewer sections than this and it is some other paper. */
const fewestSections = 4

export function readOlderPlan(file: WordFile): Outcome<OlderPlanRead, NotAPlan> {
  const walk = beginWalk()
  readBlocks(walk, inReadingOrder(file.blocks))
  endLabel(walk)
  walk.said.push(...missedWords(file, walk.said))
  const pieces = walk.said.map((words, index) => finished(words, index + 1))
  const found = [...new Set(pieces.flatMap(({ section }) => (section === undefined ? [] : [section])))].filter(isSection)
  if (isStatement(file) && found.length < 7) return refused('statement')
  if (found.length < fewestSections) return refused('not-a-plan')
  const { facts, from } = readFacts(file, pieces.filter(({ section }) => section === 'I').map(({ text }) => text))
  return ok({ pieces: pieces.map((piece) => asFact(piece, from)), facts, found, changes: file.changes, comments: file.comments, pictures: file.pictures })
}

/** Words from which a fact of the front was read do not wait: the fact is confirmed apart. */
function asFact(piece: Piece, from: readonly Pair[]): Piece {
  if (piece.role !== 'line' || piece.section !== undefined) return piece
  const isFact = from.some(({ label, value }) => [label, value, `${label}: ${value}`, `${label.replace(/:$/u, '')}: ${value}`, `${label} ${value}`].some((text) => text.trim() === piece.text))
  return isFact ? { ...piece, role: 'heading', sure: 'sure', why: 'Read from the front, and confirmed apart: whose plan it is, and its days' } : piece
}

export const notAPlanWords: Readonly<Record<NotAPlan, string>> = {
  statement: 'This is a statement of special educational needs, from before education, health and care plans. Statements ended in March 2018. Find the plan that took its place',
  'not-a-plan': 'This does not read as an education, health and care plan: fewer than four of the sections A to K were found in it',
}

/**
 * The last net under all the rules: words of the file that are in no piece, by count, wait to be placed. The rules lose none that we
 * know of; what nobody foresaw is still not lost.
 */
function missedWords(file: WordFile, said: readonly Words[]): Words[] {
  const left = new Map<string, number>()
  const bare = (word: string): string => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  for (const word of said.flatMap(({ text }) => wordsIn(text)).map(bare)) left.set(word, (left.get(word) ?? 0) + 1)
  return paragraphsOf(inReadingOrder(file.blocks)).flatMap((text): Words[] => {
    const missed = wordsIn(text).filter((word) => {
      const count = left.get(bare(word)) ?? 0
      left.set(bare(word), count - 1)
      return count <= 0
    })
    return missed.length === 0 ? [] : [{ role: 'line', text: missed.join(' '), sure: 'unsure', why: 'The rules passed over these words: look for them in the file', rows: [] }]
  })
}

const paragraphsOf = (blocks: readonly WordBlock[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsOf(cell.blocks)))))

/** Headers and footers are printed on each page: the same words once. */
function inReadingOrder(blocks: readonly WordBlock[]): WordBlock[] {
  const seen = new Set<string>()
  return blocks.filter((block) => {
    if (block.kind === 'table' || (block.place !== 'header' && block.place !== 'footer')) return true
    const key = block.text.replaceAll(/\s+/g, ' ')
    return !seen.has(key) && seen.add(key) !== undefined
  })
}

function isStatement({ blocks }: WordFile): boolean {
  const text = textOf(blocks)
  return /\bstatement of special educational needs\b/iu.test(text) && (/\beducation act 1996\b/iu.test(text) || /^\W*part (?:[2-6]|two|three|four|five|six)\b/imu.test(text))
}

const textOf = (blocks: readonly WordBlock[]): string =>
  blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.rows.map(({ cells }) => cells.map((cell) => textOf(cell.blocks)).join('\n')).join('\n'))).join('\n')

function finished(words: Words, id: number): Piece {
  const { section } = words
  if (words.role !== 'line' || section === undefined) return { ...pieceOf(words, id), fields: {} }
  return { ...pieceOf(words, id), ...kindAndFields(section, words.text, words) }
}

/** What a line of the section is, with the fields that its own words say for sure; everything else is left for a person. */
export function kindAndFields(section: Section, text: string, { area, under }: Partial<Pick<Words, 'area' | 'under'>> = {}): { kind?: LineKind; fields: LineFields } {
  if (mayBeNone.has(section) && saysNone(text)) return { kind: 'none-identified', fields: {} }
  const kind = usualKind[section]
  if (kind === undefined) return { fields: {} }
  return { kind, fields: fieldsOf(kind, text, area, under) }
}

function fieldsOf(kind: LineKind, text: string, area: LineFields['area'], under: string | undefined): LineFields {
  switch (kind) {
    case 'need': return area === undefined ? {} : { area }
    case 'outcome': { const by = readOutcomeDate(text); return by === undefined ? {} : { by } }
    case 'provision': { const { what: _, ...said } = readQuantity(text); return said }
    case 'view': return viewFields(`${under ?? ''} `)
    default: return {}
  }
}

const viewFields = (under: string): LineFields => {
  const isParents = /\b(?:parent|carer|family|mother|father|mum|dad)/iu.test(under)
  const isChilds = /\b(?:child|young person|my|me|i|pupil)\b/iu.test(under)
  return isParents === isChilds ? {} : { whose: isParents ? 'parent' : 'child' }
}

const mayBeNone: ReadonlySet<Section> = new Set<Section>(['C', 'D', 'G', 'H1', 'H2', 'J'])
const none = /^\W*(?:none(?: (?:identified|known|required|needed|at (?:this|the present) time|recorded|reported|specified))*|n\/?a|not applicable|nil|not required|nothing (?:identified|required|recorded)|(?:there (?:is|are) )?(?:currently )?no (?:identified |known |additional |specific |relevant )*(?:health|medical|social care|social|care|other|personal|direct|needs?|provision|budget)[^.]{0,110}|(?:[\p{L}'’-]+|he|she|they) (?:does|do|is|are|has) not (?:currently )?(?:have|require|need|known to|open to)[^.]{0,90}|not (?:currently )?known to (?:social care|children['’]?s services|the disabled)[^.]{0,60}|(?:a |no )?(?:personal budget|direct payments?)[^.]{0,30} (?:has|have|was|were|is) not (?:been )?(?:requested|agreed|identified|taken up)[^.]{0,40})\W*$/iu
const saysNone = (text: string): boolean => text.split(/\s+/).length <= 30 && none.test(text.replace(/^.{3,60}: /u, '')) || none.test(text)
