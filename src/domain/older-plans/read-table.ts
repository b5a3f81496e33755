// Reads a table of an older plan: a box around some words, rows with a heading in front, or columns that say what each cell is.

import { guessNeedArea } from '../advice/guess-mark.ts'
import type { Column } from './columns.ts'
import { columnSaid, partOf } from './columns.ts'
import type { HeadingSaid } from './section-headings.ts'
import { headingSaid, opensNothing } from './section-headings.ts'
import type { Walk, Words } from './walk.ts'
import { add, addPart, endLabel, lastLine, openColumn, openNothing, openPart, openSection, sectionOf, shortened } from './walk.ts'
import type { WordBlock, WordCell, WordParagraph, WordRow, WordTable } from './word-file.ts'

interface Here { readonly at: number; readonly cell: WordCell; readonly text: string }
interface Head { readonly column: Column | undefined; readonly label: string }

const countOf = (text: string): number => text.split(/\s+/).filter(Boolean).length

/** Reads what stands in a cell as it would be read outside a table. */
type ReadCell = (blocks: readonly WordBlock[]) => void

export function readTable(walk: Walk, table: WordTable, readCell: ReadCell): void {
  // A heading right before a table is its caption.
  if (walk.label !== undefined) walk.said.push({ role: 'heading', text: walk.label, sure: 'sure', why: 'The heading of a table', rows: [] })
  walk.label = undefined
  endLabel(walk)
  walk.from = walk.said.length
  let heads: ReadonlyMap<number, Head> | undefined
  /** What a cell that goes on downwards held. */
  const held = new Map<number, readonly Words[]>()
  for (const row of table.rows) {
    const cells = cellsOf(row)
    const filled = cells.filter(({ cell, text }) => !cell.continues && /[\p{L}\p{N}☑☒✓]/u.test(text))
    if (filled.length === 0) continue
    const found = headsIn(filled, heads !== undefined)
    if (found === 'pages') {
      for (const { text } of table.rows.flatMap(cellsOf)) if (text !== '') walk.said.push({ role: 'page', text, sure: 'sure', why: 'It leads to pages, or explains the sections', rows: [] })
      return
    }
    if (found !== undefined) {
      heads = found
      walk.said.push(...filled.map(({ text }): Words => ({ role: 'heading', text, sure: 'sure', why: 'The head of a column', rows: [] })))
      continue
    }
    const opened = openedBy(filled)
    if (opened !== undefined && opened.cells === 1 && filled.length > 1 && saysSection(heads, filled[0])) {
      openSection(walk, opened.said, opened.text)
      readByColumn(walk, { cells, filled: filled.slice(1), heads: heads ?? new Map(), held }, readCell)
      continue
    }
    if (opened !== undefined) {
      heads = undefined
      openSection(walk, opened.said, opened.text)
      if (opened.said.rest !== undefined) add(walk, opened.said.rest)
      readCell(opened.rest)
      for (const { cell } of filled.slice(opened.cells)) readCell(cell.blocks)
      continue
    }
    if (heads !== undefined && filled.length === 1 && isAcross(filled[0], cells)) readAcross(walk, filled[0], readCell)
    else if (heads !== undefined) readByColumn(walk, { cells, filled, heads, held }, readCell)
    else readPlainRow(walk, filled, readCell)
  }
  walk.intro = undefined
}

function cellsOf(row: WordRow): Here[] {
  let at = 0
  return row.cells.map((cell) => {
    const here = { at, cell, text: textOf(cell.blocks) }
    at += cell.span
    return here
  })
}

const paragraphsOf = (blocks: readonly WordBlock[]): WordParagraph[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block] : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsOf(cell.blocks)))))
const textOf = (blocks: readonly WordBlock[]): string => paragraphsOf(blocks).map(({ text }) => text).join('\n').trim()

/** A list of contents, or a key to the sections: what a section must hold is no section. */
const leadsElsewhere = /^page(?: (?:no|number))?\.?$|\bsections? (?:must|should) (?:include|contain|set out)\b|^what (?:each|the|this|a) section (?:is|means|includes?|contains?|tells?)\b/iu

/** An action plan that holds several sections, with a column that says of each row which. */
const saysSection = (heads: ReadonlyMap<number, Head> | undefined, first: Here | undefined): boolean =>
  first !== undefined && /^(?:ehcp? (?:plan )?)?sections?$/iu.test(heads?.get(first.at)?.label.replace(/[\s:]+$/u, '') ?? '')

/** The heads of the columns, where this row holds them: two that are known, or one where all are bold. */
function headsIn(filled: readonly Here[], hasHeads: boolean): ReadonlyMap<number, Head> | 'pages' | undefined {
  if (filled.length < 2 || filled.some(({ text }) => countOf(text) > 16)) return undefined
  if (filled.some(({ text }) => leadsElsewhere.test(text))) return 'pages'
  const known = filled.map(({ text }) => columnSaid(text))
  const count = known.filter((column) => column !== undefined).length
  const isBold = filled.every(({ cell }) => paragraphsOf(cell.blocks).every((one) => one.isBold || one.text === ''))
  const isLabelled = filled.length === 2 && known[1] === undefined
  // "Who will do it | setting" is a label with its answer.
  if (count > 0 && !known.some((column) => isMain(column) || column === 'area')) return undefined
  if (count < 2 && !(count === 1 && isBold && !isLabelled && !hasHeads) && !(isBold && !hasHeads && isListHead(filled))) return undefined
  return new Map(filled.map(({ at, text }, index) => [at, { column: known[index], label: text }]))
}

/** The head of a list of reports. */
const isListHead = (filled: readonly Here[]): boolean => filled.filter(({ text }) => /^(?:(?:name|author|role|title|date|report|advice|document|type|profession(?:al)?|agency|from|source|appendix)\b.{0,40})$/iu.test(text)).length >= 2

interface OpenedBy { readonly said: HeadingSaid; readonly text: string; readonly cells: number; readonly rest: readonly WordBlock[] }

/** A section's heading in a row of its own, in front of its words, or with its letter in a cell apart. */
function openedBy(filled: readonly Here[]): OpenedBy | undefined {
  const [first, second] = filled
  if (first === undefined) return undefined
  if (/^(?:section\s+|part\s+)?[A-K]\s*\(?[12]?\)?[.:]?$/i.test(first.text)) {
    const together = second === undefined ? undefined : `${/^(?:section|part)/i.test(first.text) ? '' : 'Section '}${first.text} ${second.text}`
    const both = together === undefined || countOf(second?.text ?? '') > 40 ? undefined : headingSaid(together, { isHeading: true })
    if (together !== undefined && both !== undefined && both.sure === 'sure' && both.rest === undefined && isTitled(together, second?.text ?? '')) return { said: both, text: `${first.text} ${second?.text ?? ''}`, cells: 2, rest: [] }
    const alone = headingSaid(/^(?:section|part)/i.test(first.text) ? first.text : `Section ${first.text}`, { isHeading: true })
    if (alone !== undefined && (filled.length > 1 || /^(?:section|part)/i.test(first.text))) return { said: alone, text: first.text, cells: 1, rest: [] }
  }
  const [head, ...more] = paragraphsOf(first.cell.blocks)
  if (head === undefined || first.cell.blocks.some((block) => block.kind === 'table')) return undefined
  const isMarked = head.isBold || head.level !== undefined || !/\p{Ll}/u.test(head.text)
  const isAlone = filled.length === 1 && more.length === 0 && countOf(head.text) <= 25 && !/[.]$/.test(head.text)
  const numbered = head.number === undefined ? head.text : `${head.number} ${head.text}`
  const said = headingSaid(numbered, { isHeading: isMarked || isAlone || filled.length > 1 && countOf(head.text) <= 12 }) ?? undefined
  // Unlettered words in front of others may be a label inside the section ("Outcome", "Provision").
  if (said === undefined || (!said.isLettered && (filled.length > 1 || columnSaid(head.text) !== undefined))) return undefined
  return { said, text: head.text, cells: 1, rest: more }
}

const isTitled = (together: string, title: string): boolean => headingSaid(title, { isHeading: true }) !== undefined && headingSaid(together, { isHeading: true })?.isLettered === true

/** One filled cell over several columns, in a table with heads: a heading inside it, such as an area of need. */
const isAcross = (here: Here | undefined, cells: readonly Here[]): here is Here =>
  here !== undefined && (cells.length === 1 || here.cell.span >= Math.max(2, cells.reduce((sum, { cell }) => sum + cell.span, 0) - 1)) && countOf(here.text) <= 25

function readAcross(walk: Walk, { text, cell }: Here, readCell: ReadCell): void {
  if (opensNothing(text)) return openNothing(walk, text)
  const column = columnSaid(text)
  if (column === 'need' || column === 'outcome' || column === 'provision') return openColumn(walk, column, text)
  if (paragraphsOf(cell.blocks).length === 1 && countOf(text) <= 14) return openPart(walk, text)
  readCell(cell.blocks)
}

const isMain = (column: Column | undefined): boolean => column !== undefined && partOf[column] === undefined && column !== 'reference' && column !== 'area'

interface RowByColumn { readonly cells: readonly Here[]; readonly filled: readonly Here[]; readonly heads: ReadonlyMap<number, Head>; readonly held: Map<number, readonly Words[]> }

/** Each cell is what its column's head says. What stands in one row belongs together. */
function readByColumn(walk: Walk, { cells, filled, heads, held }: RowByColumn, readCell: ReadCell): void {
  walk.row += 1
  const row = walk.row
  if (walk.opened === 'K' || walk.opened === undefined) return void add(walk, filled.map(({ text }) => text.replaceAll('\n', ' ')).join(', '), { rows: [row], isGuess: walk.opened === undefined })
  for (const { at, cell } of cells) {
    if (cell.continues) for (const words of held.get(at) ?? []) words.rows.push(row)
    else held.delete(at)
  }
  const headOf = (at: number): Head | undefined => heads.get(at) ?? heads.get(Math.max(-1, ...[...heads.keys()].filter((one) => one <= at)))
  const parts = filled.filter(({ at }) => { const column = headOf(at)?.column; return column !== undefined && partOf[column] !== undefined })
  const said: Words[] = []
  for (const { at, cell, text } of filled) {
    const head = headOf(at)
    if (head?.column === 'area') {
      const area = guessNeedArea([text])
      Object.assign(walk, { area, under: shortened(text) })
      if (area !== undefined) walk.said.push({ role: 'heading', text, sure: 'sure', why: 'An area of need', rows: [row] })
      else walk.label = text.replaceAll('\n', ' ')
    } else if (head?.column === 'reference') walk.said.push({ role: 'heading', text, sure: 'sure', why: `In the column “${shortened(head.label)}”`, rows: [row] })
    else if (head !== undefined && isMain(head.column)) {
      const words = readMain(walk, cell, head, row, parts.some((part) => partOf[headOf(part.at)?.column ?? 'need'] === kindOf(head.column)))
      held.set(at, words)
      said.push(...words)
    }
  }
  for (const { at, cell, text } of filled) {
    const head = headOf(at)
    if (head === undefined || isMain(head.column) || head.column === 'area' || head.column === 'reference') continue
    const wanted = head.column === undefined ? undefined : partOf[head.column]
    const owner = said.findLast(({ section }) => wanted === 'outcome' ? section === 'E' : wanted === 'provision' ? section !== 'E' && section !== 'B' : true) ?? said.at(-1)
    if (addPart(owner, head.label, text)) continue
    walk.label = head.label
    readCell(cell.blocks)
  }
}

const kindOf = (column: Column | undefined): 'provision' | 'outcome' | undefined =>
  (column === 'outcome' ? 'outcome' : column === 'provision' || column === 'health-provision' || column === 'social-provision' ? 'provision' : undefined)

/** The words of a cell, one line for each paragraph; one line in all where other cells of the row say how often or by whom. */
function readMain(walk: Walk, cell: WordCell, { column, label }: Head, row: number, isOne: boolean): Words[] {
  const here = { rows: [row], head: label, ...(column === undefined ? {} : { column }) }
  const from = walk.said.length
  const paragraphs = paragraphsOf(cell.blocks).filter(({ text }) => text !== '')
  const hasTable = cell.blocks.some((block) => block.kind === 'table')
  if (isOne && !hasTable) add(walk, paragraphs.map(({ text }) => text).join('\n\n'), here)
  else {
    let intro: string | undefined
    for (const { text, list } of paragraphs) {
      if (list === undefined && text.endsWith(':') && paragraphs.length > 1) { intro = text; continue }
      if (intro !== undefined) walk.label = intro
      if (list === undefined) intro = undefined
      add(walk, text, here)
      if (intro === undefined) walk.label = undefined
    }
    if (intro !== undefined && walk.said.length === from) add(walk, intro, here)
  }
  return walk.said.slice(from)
}

/** A row without heads: a label and its words, or cells that a person has to look at. */
function readPlainRow(walk: Walk, filled: readonly Here[], readCell: ReadCell): void {
  const [first, ...others] = filled
  if (first === undefined) return
  if (others.length === 0) return readCell(first.cell.blocks)
  const joined = filled.map(({ text }) => text.replaceAll('\n', ' ')).join(walk.opened === 'K' ? ', ' : ': ')
  if (walk.opened === undefined || walk.opened === 'K') return void add(walk, joined)
  const column = columnSaid(first.text)
  // "Need met | B1" leads to another line, and says nothing of its own.
  if (column === 'reference' && others.every(({ text }) => /^(?:[A-K][12]?[.\d]*(?:[\s,&;]|and)*)+$/u.test(text))) return void walk.said.push({ role: 'heading', text: joined, sure: 'sure', why: 'It leads to other lines', rows: [] })
  if (column !== undefined && partOf[column] !== undefined && others.length === 1 && addPart(lastLine(walk, column), first.text, others[0]?.text ?? '')) return
  if (column !== undefined && isMain(column) && countOf(first.text) <= 14) {
    const isOwn = sectionOf(column, walk.opened) === walk.opened
    if (isOwn) openPart(walk, first.text)
    else openColumn(walk, column, first.text)
  } else if (countOf(first.text) <= 14) openPart(walk, first.text)
  else return void add(walk, joined, { isGuess: true })
  for (const { cell } of others) readCell(cell.blocks)
}
