// What a person does with an older plan before it is the child's plan: moves pieces between sections, splits and joins them, leaves
// out what is no part of the plan and says why. No word is changed and none is lost: a plan that is in force is brought in as it reads.

import { ok, refused, type Outcome } from '../outcome.ts'
import type { Section } from '../plan/sections.ts'
import { sections } from '../plan/sections.ts'
import { waits, type Piece } from './piece.ts'
import { kindAndFields } from './read-older-plan.ts'
import { wordsIn } from './word-file.ts'

export type PlacingRefusal = 'no-such-piece' | 'nothing-chosen' | 'words-differ' | 'one-part' | 'nothing-to-join' | 'not-in-one-place' | 'no-reason'

export type Placed = Outcome<readonly Piece[], PlacingRefusal>

const asked = 'A person put it there'

/** Puts pieces into a section, whatever they were before: a heading of the form may be words of the plan after all. */
export function moveTo(pieces: readonly Piece[], ids: readonly number[], section: Section): Placed {
  return change(pieces, ids, (piece) => placedBy(piece, section))
}

/** The piece as if nobody had put it anywhere. */
function unplaced(piece: Piece): Piece {
  const { leftOut: _, kind: __, section: ___, ...rest } = piece
  return { ...rest, role: 'line', fields: {} }
}

function placedBy(piece: Piece, section: Section): Piece {
  return { ...unplaced(piece), section, sure: 'sure', why: asked, ...kindAndFields(section, piece.text) }
}

/** Says that pieces are where they belong: they are no longer unsure. */
export const agree = (pieces: readonly Piece[], ids: readonly number[]): Placed =>
  change(pieces, ids, (piece) => (piece.section === undefined ? piece : { ...piece, sure: 'sure', why: asked }))

/** Takes pieces out of the plan's lines, with the reason. They stay on record with the file. */
export function leaveOut(pieces: readonly Piece[], ids: readonly number[], reason: string): Placed {
  if (reason.trim() === '') return refused('no-reason')
  return change(pieces, ids, (piece) => ({ ...unplaced(piece), leftOut: reason.trim() }))
}

/** Back to where it waits to be placed. */
export const takeBack = (pieces: readonly Piece[], ids: readonly number[]): Placed =>
  change(pieces, ids, (piece) => ({ ...unplaced(piece), sure: 'unsure' }))

function change(pieces: readonly Piece[], ids: readonly number[], to: (piece: Piece) => Piece): Placed {
  if (ids.length === 0) return refused('nothing-chosen')
  if (ids.some((id) => !pieces.some((piece) => piece.id === id))) return refused('no-such-piece')
  return ok(pieces.map((piece) => (ids.includes(piece.id) ? to(piece) : piece)))
}

/** Makes several pieces of one. The parts hold the same words in the same order. */
export function split(pieces: readonly Piece[], id: number, parts: readonly string[]): Placed {
  const piece = pieces.find((one) => one.id === id)
  if (piece === undefined) return refused('no-such-piece')
  const texts = parts.map((part) => part.trim()).filter((part) => part !== '')
  if (texts.length < 2) return refused('one-part')
  if (!isSameWords(texts, [piece.text])) return refused('words-differ')
  const next = Math.max(...pieces.map((one) => one.id)) + 1
  const split_ = texts.map((text, index): Piece => {
    const { kind: _, ...rest } = piece
    return { ...rest, id: index === 0 ? id : next + index - 1, text, ...(piece.section === undefined ? {} : kindAndFields(piece.section, text)) }
  })
  return ok(pieces.flatMap((one) => (one.id === id ? split_ : [one])))
}

/** Makes one piece of two or more of the same section, in the order of the file. */
export function join(pieces: readonly Piece[], ids: readonly number[]): Placed {
  const chosen = pieces.filter(({ id }) => ids.includes(id))
  const [first, ...others] = chosen
  if (chosen.length !== ids.length) return refused('no-such-piece')
  if (first === undefined || others.length === 0) return refused('nothing-to-join')
  if (others.some(({ section }) => section !== first.section)) return refused('not-in-one-place')
  const text = chosen.map((piece) => piece.text).join(chosen.some((piece) => piece.text.includes('\n')) ? '\n\n' : ' ')
  const { kind: _, ...rest } = first
  const joined: Piece = {
    ...rest, text, rows: [...new Set(chosen.flatMap(({ rows }) => rows))], sure: chosen.every(({ sure }) => sure === 'sure') ? 'sure' : first.sure,
    ...(first.section === undefined ? {} : kindAndFields(first.section, text)),
  }
  return ok(pieces.flatMap((one) => (one.id === first.id ? [joined] : ids.includes(one.id) ? [] : [one])))
}

const isSameWords = (a: readonly string[], b: readonly string[]): boolean => lettersOf(a) === lettersOf(b)
const lettersOf = (texts: readonly string[]): string => texts.join(' ').normalize('NFC').replaceAll(/\s+/gu, '')

/** Whether no word was lost or changed since the file was read, in whatever order. Proved before anything is kept. */
export function holdsSameWords(before: readonly Piece[], after: readonly Piece[]): boolean {
  const sorted = (pieces: readonly Piece[]): string => pieces.flatMap(({ text }) => wordsIn(text)).toSorted().join(' ')
  return sorted(before) === sorted(after)
}

export type Standing = 'settled' | 'a-few' | 'much'

export interface PlacingCounts {
  /** Lines of the plan. */
  readonly placed: number
  readonly unsure: number
  readonly waiting: number
  readonly leftOut: number
  /** Sections of which nothing was found. */
  readonly empty: readonly Section[]
  readonly standing: Standing
}

/** How much a person still has to look at. What is unsure comes first in the queue. */
export function countsOf(pieces: readonly Piece[]): PlacingCounts {
  const placed = pieces.filter(({ section }) => section !== undefined)
  const unsure = placed.filter(({ sure }) => sure !== 'sure').length
  const waiting = pieces.filter(waits).length
  const empty = sections.filter((section) => !placed.some((piece) => piece.section === section))
  const open = unsure + waiting
  const isMuch = open > 12 || placed.length === 0 || open / Math.max(1, placed.length) > 0.2 || ['B', 'E', 'F'].some((section) => empty.some((one) => one === section))
  return { placed: placed.length, unsure, waiting, leftOut: pieces.filter(({ leftOut: reason }) => reason !== undefined).length, empty, standing: isMuch ? 'much' : open === 0 ? 'settled' : 'a-few' }
}

export const standingWords: Readonly<Record<Standing, string>> = { much: 'Much to look at', 'a-few': 'A few things to look at', settled: 'Nothing is unsure' }
