// Which paragraph of a file is which of the copy that it was made from: by the hidden mark; without one by its words and by where it
// stands. A paragraph that is none of them is nobody's, and stays so: whoever reads the answer shows it.

import { isSameWords, likeness, plainWords } from './same-words.ts'

export interface CopyParagraph {
  readonly mark?: string
  /** As a reader has it who takes every marked change as done. */
  readonly text: string
}

export interface FileParagraph {
  readonly text: string
  readonly marks: readonly string[]
}

/** For each paragraph of the file, the place of the copy's paragraph that it is; undefined for what is new. */
export function align(copy: readonly CopyParagraph[], file: readonly FileParagraph[]): (number | undefined)[] {
  const byMark = new Map(copy.flatMap(({ mark }, place) => (mark === undefined ? [] : [[mark, place] as const])))
  const found: (number | undefined)[] = file.map(({ marks }) => marks.map((mark) => byMark.get(mark)).find((place) => place !== undefined))
  const taken = new Set(found.filter((place) => place !== undefined))
  const take = (at: number, place: number): void => {
    found[at] = place
    taken.add(place)
  }
  for (const gap of gapsOf(copy, file, found, taken)) alignGap(gap, { copy, file, take })
  // What was carried somewhere else is still known by its exact words.
  const free = new Map<string, number[]>()
  for (const [place, { text }] of copy.entries()) if (!taken.has(place)) free.set(plainWords(text), [...(free.get(plainWords(text)) ?? []), place])
  for (const [at, { text }] of file.entries()) {
    const place = found[at] === undefined && plainWords(text) !== '' ? free.get(plainWords(text))?.shift() : undefined
    if (place !== undefined) take(at, place)
  }
  return found
}

/** Paragraphs that nobody knows yet, of both sides, between the same two that are known. Blank ones need no place. */
interface Gap {
  readonly copy: readonly number[]
  readonly file: readonly number[]
}

function gapsOf(copy: readonly CopyParagraph[], file: readonly FileParagraph[], found: readonly (number | undefined)[], taken: ReadonlySet<number>): Gap[] {
  const gaps: Gap[] = []
  let from = -1
  let open: number[] = []
  const close = (to: number): void => {
    const free = to > from ? [...copy.keys()].slice(from + 1, to).filter((place) => !taken.has(place) && plainWords(copy[place]?.text ?? '') !== '') : []
    if (open.length > 0 && free.length > 0) gaps.push({ copy: free, file: open })
    open = []
  }
  for (const [at, paragraph] of file.entries()) {
    const place = found[at]
    if (place === undefined) {
      if (plainWords(paragraph.text) !== '') open.push(at)
      continue
    }
    close(place)
    from = place
  }
  close(copy.length)
  return gaps
}

interface Sides {
  readonly copy: readonly CopyParagraph[]
  readonly file: readonly FileParagraph[]
  readonly take: (at: number, place: number) => void
}

const likeEnough = 0.6
/** So many pairs are compared word by word; a longer stretch without one paragraph in common is left to the reader. */
const mostPairs = 250_000

/** Paragraphs whose words stand once on each side first, in the order they keep; then the likest between them. */
function alignGap(gap: Gap, sides: Sides): void {
  const anchors = inOrder(onlyOnes(gap, sides))
  if (anchors.length === 0) {
    alignByLikeness(gap, sides)
    return
  }
  let [c, f] = [0, 0]
  for (const [place, at] of [...anchors, [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] as const]) {
    const inner = { copy: gap.copy.filter((each, index) => index >= c && each < place), file: gap.file.filter((each, index) => index >= f && each < at) }
    if (inner.copy.length > 0 && inner.file.length > 0) alignByLikeness(inner, sides)
    if (Number.isFinite(at)) sides.take(at, place)
    c += inner.copy.length + 1
    f += inner.file.length + 1
  }
}

function onlyOnes(gap: Gap, { copy, file }: Sides): (readonly [place: number, at: number])[] {
  const single = (places: readonly number[], textAt: (place: number) => string): Map<string, number> => {
    const count = new Map<string, number[]>()
    for (const place of places) count.set(plainWords(textAt(place)), [...(count.get(plainWords(textAt(place))) ?? []), place])
    return new Map([...count].flatMap(([text, all]) => (all.length === 1 && all[0] !== undefined ? [[text, all[0]] as const] : [])))
  }
  const inFile = single(gap.file, (at) => file[at]?.text ?? '')
  return [...single(gap.copy, (place) => copy[place]?.text ?? '')].flatMap(([text, place]) => {
    const at = inFile.get(text)
    return at === undefined ? [] : [[place, at] as const]
  })
}

/** The longest row of pairs that go up on both sides. */
function inOrder(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const sorted = pairs.toSorted((a, b) => a[0] - b[0])
  const best: { readonly length: number; readonly before: number }[] = []
  for (const [index, pair] of sorted.entries()) {
    let [length, before] = [1, -1]
    for (let j = 0; j < index; j += 1) {
      const other = best[j]
      if (other !== undefined && (sorted[j]?.[1] ?? 0) < pair[1] && other.length + 1 > length) [length, before] = [other.length + 1, j]
    }
    best.push({ length, before })
  }
  const row: (readonly [number, number])[] = []
  const longest = best.reduce((most, { length }) => Math.max(most, length), 0)
  let at = best.findIndex(({ length }) => length === longest)
  while (at >= 0) {
    const pair = sorted[at]
    if (pair !== undefined) row.unshift(pair)
    at = best[at]?.before ?? -1
  }
  return row
}

/** The pairing in order that shares most words; and what is left over, one for one, where as many lines as paragraphs are. */
function alignByLikeness(gap: Gap, sides: Sides): void {
  const { copy, file, take } = sides
  const pairs = gap.copy.length * gap.file.length > mostPairs ? [] : bestPairs(gap, sides)
  for (const [place, at] of pairs) take(at, place)
  const restOfCopy = gap.copy.filter((place) => !pairs.some((pair) => pair[0] === place))
  const restOfFile = gap.file.filter((at) => !pairs.some((pair) => pair[1] === at))
  const areLines = restOfCopy.every((place) => copy[place]?.mark !== undefined) && restOfFile.every((at) => file[at]?.marks.length === 0)
  if (!areLines || restOfCopy.length !== restOfFile.length) return
  for (const [index, place] of restOfCopy.entries()) {
    const at = restOfFile[index]
    if (at !== undefined) take(at, place)
  }
}

function bestPairs(gap: Gap, { copy, file }: Sides): (readonly [number, number])[] {
  const alike = gap.copy.map((place) => gap.file.map((at) => {
    const [one, other] = [copy[place]?.text ?? '', file[at]?.text ?? '']
    if (isSameWords(one, other)) return 1.5
    const share = likeness(one, other)
    return share >= likeEnough ? share : 0
  }))
  const [rows, columns] = [gap.copy.length, gap.file.length]
  const score: number[][] = Array.from({ length: rows + 1 }, () => Array.from({ length: columns + 1 }, () => 0))
  const at = (row: number, column: number): number => score[row]?.[column] ?? 0
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const here = alike[row]?.[column] ?? 0
      const best = Math.max(at(row + 1, column), at(row, column + 1), here > 0 ? here + at(row + 1, column + 1) : 0)
      const line = score[row]
      if (line !== undefined) line[column] = best
    }
  }
  const pairs: (readonly [number, number])[] = []
  for (let [row, column] = [0, 0]; row < rows && column < columns;) {
    const here = alike[row]?.[column] ?? 0
    const [place, paragraph] = [gap.copy[row], gap.file[column]]
    if (here > 0 && place !== undefined && paragraph !== undefined && at(row, column) === here + at(row + 1, column + 1)) {
      pairs.push([place, paragraph])
      row += 1
      column += 1
    } else if (at(row, column) === at(row + 1, column)) row += 1
    else column += 1
  }
  return pairs
}
