// An issued version as one text, always the same for the same plan, so that its hash proves what was issued. Words are
// kept exactly as they were typed: no normalising, no trimming. Read back, it is the plan as it was.

import { parsePlainDate, type PlainDate } from '../calendar/plain-date.ts'
import type { LineId } from '../ids.ts'
import { ok, refused, type Outcome } from '../outcome.ts'
import { lineKinds, type LineFields, type Link, type PlanContent, type PlanLine, type Source } from './line.ts'
import { inPlanOrder } from './plan-order.ts'
import { isSection } from './sections.ts'

/** What a reader sees of a version: its heading, its lines, and the advice that it lists. */
export interface IssuedVersion {
  readonly heading: {
    readonly childNames: readonly string[]
    readonly dateOfBirth: PlainDate
    readonly areaName: string
    readonly status: 'draft' | 'final' | 'amended'
    readonly versionNumber: number
    readonly issuedOn: PlainDate
    /** Absent from a draft: a plan is first made when it is first final. */
    readonly firstMadeOn?: PlainDate
  }
  readonly content: PlanContent
  /** Section K, as it was listed. */
  readonly advice: readonly AdviceEntry[]
}

export interface AdviceEntry {
  readonly author: string
  readonly role: string
  /** Absent where an older plan that was brought in does not say it. */
  readonly dated?: PlainDate
  readonly title: string
}

const format = 'golden-thread-plan-1'

/** The version with its lines and links in plan order: what `thaw` gives back. */
export const inIssuedOrder = (version: IssuedVersion): IssuedVersion => ({ ...version, content: inPlanOrder(version.content) })

/** One text for one version. Throws on a value that cannot be kept exactly (a number that is not finite): that is a fault. */
export const freeze = (version: IssuedVersion): string => canonical({ format, ...inIssuedOrder(version) })

function canonical(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('a number that is not finite cannot be frozen')
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const said = Object.entries(value).filter(([, each]) => each !== undefined)
    // By UTF-16 units, as JavaScript orders text: the same on every machine and in every language.
    const inOrder = said.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return `{${inOrder.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`
  }
  if (value !== null && !['string', 'number', 'boolean'].includes(typeof value)) throw new Error(`a ${typeof value} cannot be frozen`)
  return JSON.stringify(value)
}

export type ThawRefusal = 'not-json' | 'unknown-format' | 'not-a-plan' | 'not-canonical'

/**
 * The version that a frozen text holds. Refuses a text that `freeze` could not have written, to the letter: then it is not
 * the text that was hashed, or it was written by another program.
 */
export function thaw(text: string): Outcome<IssuedVersion, ThawRefusal> {
  const read = parsed(text)
  if (read === undefined) return refused('not-json')
  if (!isRecord(read) || read['format'] !== format) return refused('unknown-format')
  const { format: _, ...version } = read
  if (!isIssuedVersion(version)) return refused('not-a-plan')
  return freeze(version) === text ? ok(version) : refused('not-canonical')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Read = Readonly<Record<string, unknown>>
const isRecord = (value: unknown): value is Read => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): value is number => typeof value === 'number'
const isDate = (value: unknown): value is PlainDate => isText(value) && parsePlainDate(value) !== undefined
const isListOf = <T>(is: (each: unknown) => each is T) => (value: unknown): value is T[] =>
  Array.isArray(value) && value.every(is)

const isFieldValue = (value: unknown): boolean => isText(value) || isNumber(value)
const isFields = (value: unknown): value is LineFields => isRecord(value) && Object.values(value).every(isFieldValue)
const isLineId = (value: unknown): value is LineId => isText(value)

const isSource = (value: unknown): value is Source =>
  isRecord(value) &&
  (value['kind'] === 'said'
    ? isText(value['by']) && isDate(value['on'])
    : value['kind'] === 'advice' && isText(value['adviceId']) && isText(value['quote']) &&
      isNumber(value['start']) && isNumber(value['end']))

const isLine = (value: unknown): value is PlanLine =>
  isRecord(value) && isLineId(value['id']) && lineKinds.some((kind) => kind === value['kind']) &&
  isText(value['section']) && isSection(value['section']) && isNumber(value['position']) && isText(value['text']) &&
  isFields(value['fields']) && isNumber(value['revision']) && isListOf(isSource)(value['sources'])

const isLink = (value: unknown): value is Link =>
  isRecord(value) && isLineId(value['from']) && isLineId(value['to']) &&
  ['meets', 'leads-to', 'serves'].some((kind) => kind === value['kind'])

const isContent = (value: unknown): value is PlanContent =>
  isRecord(value) && isListOf(isLine)(value['lines']) && isListOf(isLink)(value['links'])

const isHeading = (value: unknown): value is IssuedVersion['heading'] =>
  isRecord(value) && isListOf(isText)(value['childNames']) && isDate(value['dateOfBirth']) && isText(value['areaName']) &&
  ['draft', 'final', 'amended'].some((status) => status === value['status']) && isNumber(value['versionNumber']) &&
  isDate(value['issuedOn']) && (value['firstMadeOn'] === undefined || isDate(value['firstMadeOn']))

const isAdviceEntry = (value: unknown): value is AdviceEntry =>
  isRecord(value) && isText(value['author']) && isText(value['role']) && (value['dated'] === undefined || isDate(value['dated'])) && isText(value['title'])

const isIssuedVersion = (value: unknown): value is IssuedVersion =>
  isRecord(value) && isHeading(value['heading']) && isContent(value['content']) && isListOf(isAdviceEntry)(value['advice'])
