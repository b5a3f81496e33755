// The lines and links that an older plan becomes once every piece is placed, and what its section K lists.

import type { PlainDate } from '../calendar/plain-date.ts'
import type { LineId } from '../ids.ts'
import type { AdviceEntry } from '../plan/freeze.ts'
import type { Link, LinkKind, PlanContent, PlanLine, Source } from '../plan/line.ts'
import type { Section } from '../plan/sections.ts'
import { daySaid } from './day-said.ts'
import type { Piece } from './piece.ts'

export interface Becoming {
  readonly newId: () => LineId
  /** Where the words come from: "The plan as it came, 3 March 2025". */
  readonly source: Extract<Source, { kind: 'said' }>
  /** The setting that section I names, as the person who confirmed the plan says. */
  readonly settingName?: string | undefined
}

/** Lines in the order of the file. What stood in one row of a table, or under one outcome, is joined. */
export function planOfPieces(pieces: readonly Piece[], { newId, source, settingName }: Becoming): PlanContent {
  const positions = new Map<Section, number>()
  const lines: (PlanLine & { readonly rows: readonly number[] })[] = pieces.flatMap((piece) => {
    const { section, kind, text, fields, rows } = piece
    if (section === undefined || kind === undefined) return []
    const position = positions.get(section) ?? 0
    positions.set(section, position + 1)
    const told = kind === 'none-identified' ? { source: source.by, on: source.on } : fields
    return [{ id: newId(), kind, section, position, text, fields: told, revision: 1, sources: [source], rows }]
  })
  // A later check asks what section I says, and reads it from the line's fields and not from its words.
  const placements = lines.filter(({ kind }) => kind === 'placement')
  const naming = placements.find(({ text }) => settingName !== undefined && text.toLowerCase().includes(settingName.toLowerCase())) ?? placements[0]
  const named = (line: PlanLine): PlanLine => (settingName !== undefined && line.id === naming?.id ? { ...line, fields: { ...line.fields, settingName } } : line)
  const links = lines.flatMap((from) => lines.flatMap((to): Link[] => {
    const kind = joinOf(from, to)
    return kind !== undefined && from.rows.some((row) => to.rows.includes(row)) ? [{ from: from.id, to: to.id, kind }] : []
  }))
  return { lines: lines.map((line) => named(withoutRows(line))), links }
}

function withoutRows(line: PlanLine & { readonly rows: readonly number[] }): PlanLine {
  const { rows: _, ...rest } = line
  return rest
}

function joinOf(from: PlanLine, to: PlanLine): LinkKind | undefined {
  if (from.kind === 'need' && to.kind === 'outcome') return 'leads-to'
  if (from.kind === 'provision' && to.kind === 'need') return 'meets'
  return from.kind === 'provision' && to.kind === 'outcome' ? 'serves' : undefined
}

const dayInWords = /\(?\b(?:dated?:?\s*)?\d{1,2}(?:st|nd|rd|th)?[\s./-]+(?:\d{1,2}|[A-Za-z]{3,9})[\s./-]+\d{2,4}\b\)?/u

/** Section K as the plan lists it: a title as it was written, its day where it says one. Who wrote it is in the title. */
export function adviceListed(pieces: readonly Piece[]): AdviceEntry[] {
  return pieces.filter(({ section }) => section === 'K').map(({ text }) => {
    const dated: PlainDate | undefined = daySaid(text)
    const title = dated === undefined ? text : text.replace(dayInWords, '').replace(/[\s,;:–-]+(?:dated|of|on)?[\s,;:–-]*$/u, '').trim()
    return { title: title === '' ? text : title, author: '', role: '', ...(dated === undefined ? {} : { dated }) }
  })
}
