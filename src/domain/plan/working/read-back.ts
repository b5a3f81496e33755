// What a Word file that was edited outside asks for, line by line, against the copy that it was made from. Nothing in it is dropped:
// what is no line's is handed back as it stands, for a person to place.

import type { LineId } from '../../ids.ts'
import type { LineFields } from '../line.ts'
import type { Section } from '../sections.ts'
import type { CopyParagraph } from './align.ts'
import { align } from './align.ts'
import type { Box } from './read-box.ts'
import { isSameWords, plainWords } from './same-words.ts'
import type { Role } from './word-marks.ts'
import { roleOf } from './word-marks.ts'

/** A paragraph of the file as a reader has it who takes every change in it as done. */
export interface ReadParagraph {
  readonly text: string
  /** Our marks that lie over its words, and where each begins in them; of an empty paragraph those that stand in it. */
  readonly marks: readonly { readonly name: string; readonly at: number }[]
  readonly comments: readonly { readonly by: string; readonly text: string }[]
}

export type Difference =
  /** Other words; or, with `fields`, what its boxes shall say as well (boxes-asked.ts), its words the same or others. */
  | { readonly kind: 'change'; readonly lineId: LineId; readonly was: string; readonly wanted: string; readonly fields?: LineFields; readonly boxes?: readonly Box[] }
  | { readonly kind: 'remove'; readonly lineId: LineId; readonly was: string }
  | { readonly kind: 'add'; readonly section: Section; readonly wanted: string }
  /** A box of a line that should say something else, or a comment in the margin. */
  | { readonly kind: 'comment'; readonly lineId?: LineId; readonly section?: Section; readonly wanted: string; readonly by?: string; readonly box?: Box }
  /** Words that belong to no line: a heading that was changed, a paragraph before the first section. */
  | { readonly kind: 'unplaced'; readonly was?: string; readonly wanted: string; readonly section?: Section; readonly by?: string }

export interface ReadBack {
  readonly differences: readonly Difference[]
  /** Sections that are not in the file at all: nothing is taken to be asked of them. */
  readonly missing: readonly Section[]
  /** Whether our marks were there; without them lines are known by their words alone, and a person should look twice. */
  readonly hasMarks: boolean
  /** How many paragraphs of lines were found again; none: it is not this plan. */
  readonly known: number
}

export function readBack(copy: readonly CopyParagraph[], given: readonly ReadParagraph[]): ReadBack {
  const file = given.flatMap(piecesOf)
  const places = align(copy, file.map(({ text, marks }) => ({ text, marks: marks.map(({ name }) => name) })))
  const told = new Teller(copy, file, places)
  return { differences: told.all(), missing: told.missing(), hasMarks: file.some(({ marks }) => marks.length > 0), known: told.known() }
}

/** Two lines that were run into one paragraph are two again, where the second begins. */
function piecesOf(paragraph: ReadParagraph): ReadParagraph[] {
  const marks = paragraph.marks.filter(({ name }) => roleOf(name).kind !== 'fixed').toSorted((a, b) => a.at - b.at)
  const [first, ...others] = marks
  if (first === undefined || others.length === 0) return [{ ...paragraph, marks }]
  const starts = [0, ...others.map(({ at }) => at)]
  return marks.map((mark, index) => ({
    text: paragraph.text.slice(starts[index], starts[index + 1]).trim(), marks: [mark], comments: index === 0 ? paragraph.comments : [],
  }))
}

class Teller {
  readonly #copy: readonly CopyParagraph[]
  readonly #roles: readonly Role[]
  readonly #sections: readonly (Section | undefined)[]
  readonly #file: readonly ReadParagraph[]
  readonly #places: readonly (number | undefined)[]

  constructor(copy: readonly CopyParagraph[], file: readonly ReadParagraph[], places: readonly (number | undefined)[]) {
    this.#copy = copy
    this.#file = file
    this.#places = places
    this.#roles = copy.map(({ mark }) => roleOf(mark))
    let section: Section | undefined
    this.#sections = this.#roles.map((role) => (section = role.kind === 'section' ? role.section : section))
  }

  all(): Difference[] {
    const inLines = this.#wordsOfLines()
    return [...this.#lines(inLines), ...this.#file.flatMap((_, at) => this.#others(at, inLines)), ...this.#lostBoxes()]
  }

  known(): number {
    return this.#places.filter((place) => place !== undefined && this.#roles[place]?.kind === 'line').length
  }

  missing(): Section[] {
    return [...new Set(this.#sections)].filter((section) => section !== undefined && !this.#isThere(section)) as Section[]
  }

  /** A section is there when its heading is, or anything of it. */
  #isThere(section: Section): boolean {
    return this.#places.some((place) => place !== undefined && this.#sections[place] === section)
  }

  #roleAt(at: number): Role | undefined {
    const place = this.#places[at]
    return place === undefined ? undefined : this.#roles[place]
  }

  /** Paragraphs of the file that are a line's words, by line; one that stands between two of the same line is of it. */
  #wordsOfLines(): Map<LineId, number[]> {
    const found = new Map<LineId, number[]>()
    for (const at of this.#file.keys()) {
      const role = this.#roleAt(at)
      const lineId = role?.kind === 'line' ? role.lineId : role === undefined ? this.#between(at) : undefined
      if (lineId !== undefined) found.set(lineId, [...(found.get(lineId) ?? []), at])
    }
    return found
  }

  #between(at: number): LineId | undefined {
    const [before, after] = [this.#known(at, -1), this.#known(at, 1)].map((one) => (one === undefined ? undefined : this.#roleAt(one)))
    return before?.kind === 'line' && after?.kind === 'line' && before.lineId === after.lineId ? before.lineId : undefined
  }

  /** The nearest paragraph before or after that is known. */
  #known(at: number, step: 1 | -1): number | undefined {
    for (let next = at + step; next >= 0 && next < this.#file.length; next += step) if (this.#places[next] !== undefined) return next
    return undefined
  }

  #lines(inLines: ReadonlyMap<LineId, readonly number[]>): Difference[] {
    const was = new Map<LineId, string[]>()
    const sections = new Map<LineId, Section | undefined>()
    for (const [place, role] of this.#roles.entries()) {
      if (role.kind !== 'line') continue
      was.set(role.lineId, [...(was.get(role.lineId) ?? []), this.#copy[place]?.text ?? ''])
      sections.set(role.lineId, this.#sections[place])
    }
    return [...was].flatMap(([lineId, paragraphs]): Difference[] => {
      const before = textOf(paragraphs)
      const after = textOf((inLines.get(lineId) ?? []).map((at) => this.#file[at]?.text ?? ''))
      if (isSameWords(before, after)) return []
      const section = sections.get(lineId)
      if (after === '') return section !== undefined && !this.#isThere(section) ? [] : [{ kind: 'remove', lineId, was: before }]
      return [{ kind: 'change', lineId, was: before, wanted: after }]
    })
  }

  /** What a paragraph says that is not a line's words, and what was noted beside any. */
  #others(at: number, inLines: ReadonlyMap<LineId, readonly number[]>): Difference[] {
    const paragraph = this.#file[at]
    if (paragraph === undefined) return []
    const role = this.#roleAt(at)
    const place = this.#places[at]
    const isOfLine = role?.kind === 'line' || [...inLines.values()].some((all) => all.includes(at))
    const before = place === undefined ? '' : this.#copy[place]?.text ?? ''
    const said = isOfLine || isSameWords(before, paragraph.text) ? [] : this.#saidAt(at, role, before, paragraph.text)
    const lineId = role?.kind === 'line' || role?.kind === 'field' ? role.lineId : undefined
    return [...said, ...paragraph.comments.map((comment) => this.#comment(at, lineId, comment))]
  }

  #saidAt(at: number, role: Role | undefined, was: string, text: string): Difference[] {
    const section = this.#sectionAt(at)
    if (role === undefined) return plainWords(text) === '' ? [] : [newWords(section, text)]
    if (role.kind === 'add-here') {
      const besides = text.startsWith(was) ? text.slice(was.length).trim() : text
      return plainWords(besides) === '' ? [] : [newWords(role.section, besides)]
    }
    if (role.kind === 'field') return [boxOf(role.lineId, { label: this.#labelOf(at), was, wanted: text })]
    return plainWords(text) === '' ? [] : [{ kind: 'unplaced', was, wanted: text, ...(section === undefined ? {} : { section }) }]
  }

  /** The label that the copy prints before a box. */
  #labelOf(at: number): string {
    const place = this.#places[at]
    return place === undefined ? '' : this.#copy[place - 1]?.text ?? ''
  }

  #sectionAt(at: number): Section | undefined {
    const known = this.#places[at] === undefined ? this.#known(at, -1) : at
    const place = known === undefined ? undefined : this.#places[known]
    return place === undefined ? undefined : this.#sections[place]
  }

  #comment(at: number, lineId: LineId | undefined, { by, text }: { by: string; text: string }): Difference {
    const section = this.#sectionAt(at)
    const from = by === '' ? {} : { by }
    if (lineId !== undefined) return { kind: 'comment', lineId, wanted: text, ...from }
    return section === undefined ? { kind: 'unplaced', wanted: text, ...from } : { kind: 'comment', section, wanted: text, ...from }
  }

  /** Boxes whose paragraph is gone while the line itself stays. */
  #lostBoxes(): Difference[] {
    const there = new Set(this.#places)
    const lines = new Set([...this.#wordsOfLines()].filter(([, all]) => all.some((at) => plainWords(this.#file[at]?.text ?? '') !== '')).map(([lineId]) => lineId))
    return this.#roles.flatMap((role, place): Difference[] => (
      role.kind === 'field' && !there.has(place) && lines.has(role.lineId) ? [boxOf(role.lineId, { label: this.#copy[place - 1]?.text ?? '', was: this.#copy[place]?.text ?? '', wanted: '' })] : []
    ))
  }
}

const boxOf = (lineId: LineId, box: Box): Difference => ({ kind: 'comment', lineId, wanted: `${box.label}: ${box.wanted.trim() === '' ? 'take this out' : box.wanted}`, box })

const textOf = (paragraphs: readonly string[]): string => paragraphs.map((text) => text.trim()).filter((text) => text !== '').join('\n\n')

/** A number alone, as "F4" over a new line, is no line of its own. Sections I and K take no new lines (CFA 2014 s.38(5); reg 12(1)(k)). */
const isNumber = (text: string): boolean => /^(section )?[A-K][12]?[.\d]{0,4}[.:]?$/iu.test(plainWords(text))

function newWords(section: Section | undefined, text: string): Difference {
  if (section === undefined || isNumber(text)) return { kind: 'unplaced', wanted: text.trim(), ...(section === undefined ? {} : { section }) }
  return section === 'I' || section === 'K' ? { kind: 'comment', section, wanted: text.trim() } : { kind: 'add', section, wanted: text.trim() }
}
