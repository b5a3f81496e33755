// The names by which a plan's parts are found again in a Word file that comes back. Word takes forty letters, digits and underlines, and
// hides a name that begins with an underline. A line is named by its identity, so that it is known wherever the file has been.

import type { LineId } from '../../ids.ts'
import { isSection } from '../sections.ts'
import type { Section } from '../sections.ts'

/** What a paragraph of an exported plan is. */
export type Role =
  | { readonly kind: 'copy'; readonly id: string }
  | { readonly kind: 'section'; readonly section: Section }
  /** A paragraph of a line's words, counted from 0. */
  | { readonly kind: 'line'; readonly lineId: LineId; readonly part: number }
  /** What a line says in its boxes, counted as they are printed. */
  | { readonly kind: 'field'; readonly lineId: LineId; readonly no: number }
  /** Below this one writes what a section should say besides. */
  | { readonly kind: 'add-here'; readonly section: Section }
  | { readonly kind: 'fixed' }

const hexOf = (id: string): string => id.replaceAll('-', '')
const idOf = (hex: string): string => `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`

export const copyMark = (copyId: string): string => `_GTc${hexOf(copyId)}`
export const sectionMark = (section: Section): string => `_GTs_${section}`
export const addHereMark = (section: Section): string => `_GTa_${section}`
export const lineMark = (lineId: LineId, part: number): string => `_GTl${hexOf(lineId)}_${part}`
export const fieldMark = (lineId: LineId, no: number): string => `_GTf${hexOf(lineId)}_${no}`

/** What a mark says; 'fixed' for a paragraph that no mark of ours names. */
export function roleOf(mark: string | undefined): Role {
  const [, kind, hex = '', rest = ''] = /^_GT([clf])([0-9a-f]{32})(?:_(\d{1,3}))?$/i.exec(mark ?? '') ?? []
  if (kind === 'c') return { kind: 'copy', id: idOf(hex.toLowerCase()) }
  const lineId = idOf(hex.toLowerCase()) as LineId
  if (kind === 'l' && rest !== '') return { kind: 'line', lineId, part: Number(rest) }
  if (kind === 'f' && rest !== '') return { kind: 'field', lineId, no: Number(rest) }
  const [, where, section = ''] = /^_GT([sa])_([A-K][12]?)$/.exec(mark ?? '') ?? []
  if (where !== undefined && isSection(section)) return where === 's' ? { kind: 'section', section } : { kind: 'add-here', section }
  return { kind: 'fixed' }
}
