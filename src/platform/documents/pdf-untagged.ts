import { joinedLines, spelledIn } from './pdf-lines.ts'
import { cellGap, type Piece } from './kept-text.ts'

// An untagged PDF is only words at places. What is a heading or an item is told from size, spacing and marks, so this is a
// careful guess at the structure; the words themselves are all kept.

/** A stretch of text as pdf.js hands it over, with its place: x and y from the bottom left corner, in points. */
export type PlacedText = {
  readonly str: string, readonly x: number, readonly y: number, readonly width: number, readonly size: number
}
export type PlacedPage = { readonly height: number, readonly texts: readonly PlacedText[] }

type Line = {
  readonly text: string, readonly x: number, readonly right: number, readonly y: number, readonly size: number
  readonly page: number
}

export const untaggedPieces = (pages: readonly PlacedPage[]): readonly Piece[] => {
  const { report: lines, furniture } = partedFurniture(pages, pages.flatMap((page, index) => linesOf(page.texts, index + 1)))
  const look = lookOf(lines)
  const spelled = spelledIn(lines.map((line) => line.text))
  const pieces = rowsOf(paragraphsOf(lines, look)).map((cells): Piece => {
    const first = cells[0]?.[0]
    const text = cells.map((cell) => joinedLines(cell.map((line) => line.text), spelled)).join(cellGap)
    const page = first?.page ?? 1
    if (cells.length > 1) return { kind: 'table-row', text, page }
    const level = look.headingSizes.findIndex((size) => near(size, first?.size ?? 0))
    if (level >= 0 && text.length < 200) return { kind: 'heading', level: Math.min(level + 1, 6), text, page }
    if (bullet.test(text)) return { kind: 'list-item', level: 1, text: text.replace(bullet, ''), page }
    if (numbered.test(text)) return { kind: 'list-item', level: 1, text, page }
    return { kind: 'paragraph', text, page }
  })
  return [...pieces, ...furniture.map((line): Piece => ({ kind: 'paragraph', text: line.text, page: line.page }))]
}

type Group = readonly Line[]

/** Groups that begin side by side on one line are the cells of a row. */
const rowsOf = (groups: readonly Group[]): readonly (readonly Group[])[] => {
  const rows: Group[][] = []
  for (const group of groups) {
    const row = rows.at(-1)
    const left = row?.at(-1)?.[0]
    const first = group[0]
    const isNextCell = left !== undefined && first !== undefined && left.page === first.page
      && Math.abs(left.y - first.y) < 0.4 * first.size && first.x > left.right
    if (isNextCell) row?.push(group)
    else rows.push([group])
  }
  return rows
}

const bullet = /^[•◦▪●‣–\uf0b7\uf0a7-]\s+/u
const numbered = /^(?:\d{1,3}[.)]|[a-z][.)]|\([a-z\d]{1,3}\))\s/u

const near = (one: number, other: number) => Math.abs(one - other) <= 0.06 * Math.max(one, other)

/** Text in the order of the file. A step back up the page, or a wide gap along a line, is another column or cell. */
const linesOf = (texts: readonly PlacedText[], page: number): readonly Line[] => {
  const lines: Line[] = []
  for (const item of texts) {
    if (item.str.trim() === '') continue
    const last = lines.at(-1)
    const gap = item.x - (last?.right ?? 0)
    const isSameLine = last !== undefined && Math.abs(last.y - item.y) < 0.4 * Math.max(last.size, item.size)
      && gap > -item.size && gap < (bulletOnly.test(last.text) ? 4 : 1.6) * item.size
    if (last !== undefined && isSameLine) {
      const space = gap > 0.12 * item.size && !/\s$/.test(last.text) ? ' ' : ''
      lines[lines.length - 1] = {
        ...last, text: last.text + space + item.str, right: item.x + item.width, size: Math.max(last.size, item.size),
      }
    } else {
      lines.push({ text: item.str, x: item.x, right: item.x + item.width, y: item.y, size: item.size, page })
    }
  }
  return lines
}

const bulletOnly = /^\s*(?:[•◦▪●‣–\uf0b7\uf0a7-]|\d{1,3}[.)])\s*$/u

/**
 * Parts what stands at the same place at the edge of most pages (headers, footers) from the report. It is kept once, at the
 * end, so that no word is ever lost to a wrong guess; only page numbers go. Only the numbers of the page and of the last page
 * may differ, so that "Target 3" at the top of page 4 is never taken for a header.
 */
const partedFurniture = (pages: readonly PlacedPage[], lines: readonly Line[]) => {
  const isPageNumber = (digits: string, page: number) => Number(digits) === page || Number(digits) === pages.length
  const wordsOf = (line: Line) => line.text.trim().replace(/\d+/g, (digits) => (isPageNumber(digits, line.page) ? '#' : digits))
  const keyOf = (line: Line) => `${Math.round(line.y / 4)} ${wordsOf(line)}`
  const isAtEdge = (line: Line) => {
    const height = pages[line.page - 1]?.height ?? 0
    return line.y > height * 0.9 || line.y < height * 0.12
  }
  const seenOn = new Map<string, Set<number>>()
  for (const line of lines.filter(isAtEdge)) seenOn.set(keyOf(line), (seenOn.get(keyOf(line)) ?? new Set()).add(line.page))
  const isOnlyNumber = (line: Line) => /^(?:page )?#(?: (?:of|\/) #)?$/i.test(wordsOf(line))
  const isFurniture = (line: Line) => isAtEdge(line) && (
    (pages.length > 1 && (seenOn.get(keyOf(line))?.size ?? 0) > pages.length / 2) || /^page # of #$/i.test(wordsOf(line))
  )
  const furniture = lines.filter((line) => isFurniture(line) && !isOnlyNumber(line))
  return {
    report: lines.filter((line) => !isFurniture(line)),
    furniture: furniture.filter((line, index) => furniture.findIndex((other) => wordsOf(other) === wordsOf(line)) === index),
  }
}

type Look = {
  readonly bodySize: number, readonly lineStep: number, readonly right: number, readonly headingSizes: readonly number[]
}

const lookOf = (lines: readonly Line[]): Look => {
  const letters = new Map<number, number>()
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2
    letters.set(size, (letters.get(size) ?? 0) + line.text.length)
  }
  const bodySize = [...letters].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? 0
  const steps = lines.flatMap((line, index) => {
    const next = lines[index + 1]
    const step = next !== undefined && next.page === line.page ? line.y - next.y : 0
    return step > 0.5 * bodySize && step < 4 * bodySize && near(line.size, bodySize) ? [step] : []
  }).toSorted((one, other) => one - other)
  const headingSizes = [...letters.keys()].filter((size) => size > bodySize * 1.08).toSorted((one, other) => other - one)
  // The lower quartile: most gaps between lines are inside paragraphs, and those are the smallest. A page of few lines may
  // have none of them, and then single spacing is the best guess.
  const measured = steps[Math.floor(steps.length / 4)] ?? bodySize * 1.3
  const lineStep = steps.length < 12 ? Math.min(measured, bodySize * 1.45) : measured
  return { bodySize, lineStep, right: Math.max(0, ...lines.map((line) => line.right)), headingSizes }
}

const paragraphsOf = (lines: readonly Line[], look: Look): readonly (readonly Line[])[] => {
  const groups: Line[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group === undefined || last === undefined || startsAnew(last, line, look)) groups.push([line])
    else group.push(line)
  }
  return groups
}

const startsAnew = (last: Line, line: Line, look: Look): boolean => {
  if (!near(last.size, line.size) || bullet.test(line.text) || numbered.test(line.text)) return true
  const hasStopped = /[.!?:;…]["'”’)\]]*\s*$/u.test(last.text)
  if (last.page !== line.page) return hasStopped || !/^\s*["'“‘(]?\p{Ll}/u.test(line.text)
  const step = last.y - line.y
  if (step < 0.4 * line.size || step > look.lineStep * 1.2) return true
  if (line.x < last.x - 2 * line.size && line.right < last.x) return true // back to the left: the first cell of the next row
  return hasStopped && last.right < look.right - 12 * line.size
}
