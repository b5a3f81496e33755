// The facts that the clocks read, described for people: from the engine's own vocabulary, so that what is documented is what is
// read. Used by the command's help, by docs/how-to/work-out-the-dates.md, and by the door that reads facts.

import { eventKinds, eventTypes, type EventKind, type EventType, type FieldKind } from '../../domain/clocks/event-kinds.ts'

export interface FieldOfFact {
  readonly name: string
  readonly kind: FieldKind
  readonly isOptional: boolean
}

export interface FactRow {
  readonly type: EventType
  /** What happened, as a clause. */
  readonly says: string
  /** The kind of thing that it is about; none for a fact that only moves others. */
  readonly about: string | undefined
  readonly fields: readonly FieldOfFact[]
}

/** The fields that every fact has, beside its own. */
export const commonFields = [
  { name: 'type', kind: 'one of the words below', says: 'what happened' },
  { name: 'on', kind: 'date', says: 'the day in London on which it happened. Either this or “at”' },
  { name: 'at', kind: 'moment', says: 'the moment, with Z or an offset: it counts on the day that London then had' },
  { name: 'about?', kind: 'text', says: 'the thing it is about, by a name that the facts agree on (“second review”); the newest of its kind when left out' },
  { name: 'within?', kind: 'text', says: 'for a fact that begins something of its own: what that stands within (the request of a draft)' },
  { name: 'notice?', kind: 'text', says: 'a name for the notice that it sends' },
  { name: 'seq?', kind: 'number', says: 'its number in your record: on every fact of a case or on none; the place in the list counts when left out' },
  { name: 'corrects?', kind: 'number', says: 'the number of the fact that this one puts right' },
  { name: 'recordedOn?', kind: 'date', says: 'the day it was written down, when that was later. Or “recordedAt”, a moment' },
] as const

export function factRow(type: EventType): FactRow {
  const kind: EventKind = eventKinds[type]
  return {
    type, says: kind.says, about: kind.scope,
    fields: Object.entries(kind.fields ?? {}).map(([key, value]) => ({
      name: key.replace(/\?$/, ''), kind: value, isOptional: key.endsWith('?'),
    })),
  }
}

export const factRows: readonly FactRow[] = eventTypes.map(factRow)

/** "date", "text", "true or false", or its words. */
export function kindWords(kind: FieldKind): string {
  if (typeof kind !== 'string') return kind.join(' | ')
  return kind === 'flag' ? 'true or false' : kind
}

const fieldWords = ({ name, kind, isOptional }: FieldOfFact): string => `${name}${isOptional ? '?' : ''}: ${kindWords(kind)}`

/** For a terminal: each fact with its fields under it. */
export function factListText(): string {
  return [
    'Fields of every fact ("?" may be left out):',
    ...commonFields.map(({ name, kind, says }) => `  ${name.padEnd(12)} ${kind}: ${says}`),
    '',
    'Facts, and the fields that each has of its own:',
    ...factRows.flatMap(({ type, says, fields }) => [`  ${type}`, `      ${says}`, ...fields.map((field) => `      ${fieldWords(field)}`)]),
  ].join('\n')
}

const cell = (text: string): string => text.replaceAll('|', '\\|')

/** For the documentation: one table. */
export function factListMarkdown(): string {
  return [
    '| Fact | What happened | About | Its own fields |',
    '|---|---|---|---|',
    ...factRows.map(({ type, says, about, fields }) =>
      `| \`${type}\` | ${says} | ${about ?? ''} | ${fields.map((field) => `\`${cell(field.name)}${field.isOptional ? '?' : ''}\`: ${cell(kindWords(field.kind))}`).join('; ')} |`),
  ].join('\n')
}

export const commonFieldsMarkdown = (): string => [
  '| Field | Kind | What it says |', '|---|---|---|', ...commonFields.map(({ name, kind, says }) => `| \`${name}\` | ${kind} | ${says} |`),
].join('\n')
