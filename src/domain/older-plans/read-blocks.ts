// Reads the paragraphs of an older plan one after the other: headings open sections, labels say what follows, everything else is words.

import type { Column } from './columns.ts'
import { columnSaid, partOf } from './columns.ts'
import { headingSaid, isPlainTitle, isSigned, opensNothing } from './section-headings.ts'
import { readTable } from './read-table.ts'
import type { Walk } from './walk.ts'
import { add, addPart, endLabel, lastLine, openColumn, openNothing, openPart, openSection, sectionOf } from './walk.ts'
import type { WordBlock, WordParagraph } from './word-file.ts'

export function readBlocks(walk: Walk, blocks: readonly WordBlock[], { inCell = false } = {}): void {
  for (const block of blocks) {
    if (block.kind === 'table') readTable(walk, block, (inside) => { readBlocks(walk, inside, { inCell: true }) })
    else readParagraph(walk, block, { inCell, isAlone: blocks.length === 1 })
  }
  if (inCell) walk.intro = undefined
}

const countOf = (text: string): number => text.split(/\s+/).filter(Boolean).length
const isShouted = (text: string): boolean => /\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)

/** By style, bold, capitals, or in a box of its own: words that may be a heading. */
const looksLikeHeading = ({ text, level, isBold, place }: WordParagraph): boolean =>
  level !== undefined || (countOf(text) <= 30 && (isBold || isShouted(text) || place === 'text-box'))

/** "Special educational needs" alone on its line, with nothing to mark it out. */
const looksLikeTitle = ({ text, list }: WordParagraph): boolean => list === undefined && /^\p{Lu}/u.test(text) && isPlainTitle(text)

const isOfPages = ({ text, style = '' }: WordParagraph): boolean =>
  /^toc\b/i.test(style) || /(?:\t|\.{4,})\s*\d{1,3}$/.test(text) || /^\W*page\s+\d+(?:\s+of\s+\d+)?\W*$/i.test(text) || /^\d{1,3}$/.test(text)

/** "B3", "F12: therapy": the numbers of lines in a plan that this hub printed. */
const lineNumber = /^(?:[A-GIJ]|H[12]\.)\d{1,3}(?::\s.{1,80})?$/u

function readParagraph(walk: Walk, paragraph: WordParagraph, { inCell, isAlone }: { inCell: boolean; isAlone: boolean }): void {
  const { text, place, number } = paragraph
  if (place === 'header' || place === 'footer') return void add(walk, text, { role: 'page' })
  if (place === 'hidden') return void walk.said.push({ role: 'line', text, sure: 'unsure', why: 'It is hidden in the file, and Word does not print it', rows: [] })
  if (isOfPages(paragraph)) return void walk.said.push({ role: 'page', text, sure: 'sure', why: 'It leads to pages', rows: [] })
  const [first = '', ...more] = text.split('\n')
  if (more.length > 0 && headingSaid(first, { isHeading: paragraph.level !== undefined || paragraph.isBold }) !== undefined && headingSaid(text, { isHeading: true })?.isLettered !== false) {
    readParagraph(walk, { ...paragraph, text: first }, { inCell, isAlone: false })
    return readParagraph(walk, { ...paragraph, isBold: false, text: more.join('\n').trim() }, { inCell, isAlone: false })
  }
  if (walk.opened !== undefined && lineNumber.test(text) && looksLikeHeading(paragraph)) {
    endLabel(walk)
    walk.said.push({ role: 'heading', text, sure: 'sure', why: 'The number of a line', rows: [] })
    return
  }
  const isHeading = looksLikeHeading(paragraph)
  const whole = number === undefined ? text : `${number} ${text}`
  const opened = headingSaid(whole, { isHeading, isStyled: paragraph.level !== undefined }) ?? headingSaid(text, { isHeading: isHeading || (looksLikeTitle(paragraph) && !inCell) || (inCell && isAlone && looksLikeTitle(paragraph) && walk.opened === undefined) })
  if (opened !== undefined && isTrueHeading(walk, opened.isLettered, paragraph)) {
    openSection(walk, opened, text)
    if (opened.rest !== undefined) add(walk, opened.rest)
    return
  }
  if ((isHeading && opensNothing(text)) || isSigned(text)) return openNothing(walk, text)
  readInside(walk, paragraph, isHeading)
}

/** Inside a section, words such as "Outcomes" or "Provision" head a part of it and open no other, unless they are styled as the sections are. */
function isTrueHeading(walk: Walk, isLettered: boolean, { text, level, place, isBold }: WordParagraph): boolean {
  if (isLettered || walk.opened === undefined) return true
  const column = columnSaid(text)
  if (column === undefined || column === 'health-provision' || column === 'social-provision' || column === 'health-need' || column === 'social-need') return level !== undefined || place === 'text-box' || isBold || isShouted(text) || isPlainTitle(text)
  return level !== undefined && level <= 2 && walk.opened !== 'several'
}

function readInside(walk: Walk, paragraph: WordParagraph, isHeading: boolean): void {
  const { text, list } = paragraph
  if (walk.opened === undefined) return void add(walk, text)
  if (takesLabel(walk, text)) return
  const column = countOf(text) <= 14 && (isHeading || text.endsWith(':')) ? columnSaid(text) : undefined
  if (column !== undefined) return readLabel(walk, column, text)
  if (isHeading && isPartHeading(walk, paragraph)) return openPart(walk, text)
  if (readRunIn(walk, text)) return
  if (list === undefined) walk.intro = undefined
  if (list === undefined && text.endsWith(':') && countOf(text) <= 30) {
    endLabel(walk)
    walk.intro = text
    return
  }
  add(walk, text)
}

/** Bold words that say what will be are an outcome or a promise, and not a heading. */
function isPartHeading(walk: Walk, { text, level, list }: WordParagraph): boolean {
  if (level !== undefined) return countOf(text) <= 25
  if (list !== undefined || countOf(text) > 12 || /[.;]$/u.test(text)) return false
  return !/\b(?:will|can|shall|must|is able to|to be able to)\b/iu.test(text) && walk.opened !== 'K' && walk.opened !== 'I'
}

function readLabel(walk: Walk, column: Column, text: string): void {
  if (partOf[column] !== undefined || column === 'reference') {
    // "How often" alone, with its answer in the next paragraph.
    endLabel(walk)
    walk.label = text
    return
  }
  if (column === 'area') return openPart(walk, text)
  const isOwn = sectionOf(column, walk.opened) === walk.opened
  if (isOwn) return openPart(walk, text)
  openColumn(walk, column, text)
}

/** "How often: once a week" belongs to the line before it; "Outcome 2: Rewan will …" is an outcome wherever it stands. */
function readRunIn(walk: Walk, text: string): boolean {
  const cut = /^([^:\n]{2,70}):\s+(\S[\s\S]*)$/u.exec(text)
  if (cut === null) return false
  const [, label = '', value = ''] = cut
  const column = columnSaid(label)
  if (column === undefined || column === 'area' || column === 'reference') return false
  if (partOf[column] !== undefined) return countOf(value) <= 40 && addPart(lastLine(walk, column), label, value)
  const section = sectionOf(column, walk.opened)
  if (section === undefined || section === walk.opened) return false
  endLabel(walk)
  add(walk, text, { column })
  return true
}

/** "How often" stood alone, and this is its answer. */
function takesLabel(walk: Walk, text: string): boolean {
  const { label } = walk
  const column = label === undefined ? undefined : columnSaid(label)
  if (label === undefined || column === undefined || partOf[column] === undefined || countOf(text) > 40) return false
  walk.label = undefined
  if (addPart(lastLine(walk, column), label, text)) return true
  walk.label = label
  return false
}
