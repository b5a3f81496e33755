import { readOutcomeDate } from '../../../domain/advice/read-outcome-date.ts'
import type { LineFields, LineKind, Period } from '../../../domain/plan/line.ts'
import { adulthoodPathways, kindsInSection, needAreas, periods, provisionKinds } from '../../../domain/plan/line.ts'
import { sections } from '../../../domain/plan/sections.ts'
import type { Section } from '../../../domain/plan/sections.ts'
import { isMarkKind } from '../../../domain/advice/guess-mark.ts'
import { readQuantity } from '../../../domain/wording/read-quantity.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError, FormValues } from '../../../ui/form.tsx'
import type { MarkedLine } from '../line-store.ts'

export interface LineForm {
  readonly kind: LineKind
  readonly section: Section
  readonly text: string
  readonly fields: LineFields
}

export const longestLine = 4000
const textFields = {
  provision: ['who', 'what', 'howLong', 'groupSize', 'setting', 'checkedBy', 'checkedWhen', 'flexibleBecause'],
  outcome: ['by', 'measure'], view: ['whoseName', 'howGathered'], need: [],
} as const
const numberFields = [['minutes', 'Minutes each time'], ['times', 'Number of times'], ['weeks', 'Weeks in a year']] as const
const mostOf: Readonly<Record<string, number>> = { minutes: 1440, times: 100, weeks: 53 }

const oneOf = <T extends string>(all: readonly T[], text: string): T | undefined => all.find((one) => one === text)

export function readLine(form: FormBody): { value: LineForm } | { errors: FieldError[] } {
  const errors: FieldError[] = []
  const kind = form.text('kind')
  const section = oneOf(sections, form.text('section'))
  const text = form.text('text')
  if (text === '') errors.push({ field: 'text', message: 'Enter the line’s wording' })
  if (text.length > longestLine) errors.push({ field: 'text', message: `Wording must be ${longestLine.toLocaleString('en-GB')} characters or fewer` })
  if (!isMarkKind(kind)) errors.push({ field: 'kind', message: 'Select what this line is' })
  if (section === undefined || (isMarkKind(kind) && !kindsInSection[section].includes(kind))) {
    errors.push({ field: 'section', message: 'Select a section in which such a line may stand' })
  }
  const fields = isMarkKind(kind) ? readFields(form, kind, errors) : {}
  if (errors.length > 0 || !isMarkKind(kind) || section === undefined) return { errors }
  return { value: { kind, section, text, fields } }
}

/** Only what was filled in. An empty field stays empty: what the advice does not say is never made up. */
function readFields(form: FormBody, kind: keyof typeof textFields, errors: FieldError[]): LineFields {
  const texts = textFields[kind].flatMap((name) => (form.text(name) === '' ? [] : [[name, form.text(name)]]))
  const numbers = kind !== 'provision' ? [] : numberFields.flatMap(([name, what]) => {
    const typed = form.text(name)
    if (typed === '') return []
    const value = Number(typed)
    const isWhole = /^\d{1,4}$/.test(typed) && value > 0 && value <= (mostOf[name] ?? 0)
    if (!isWhole) errors.push({ field: name, message: `${what} must be a whole number between 1 and ${mostOf[name] ?? 0}` })
    return isWhole ? [[name, value]] : []
  })
  const per = oneOf(periods, form.text('per'))
  const provisionKind = oneOf(provisionKinds, form.text('provisionKind'))
  const area = oneOf(needAreas, form.text('area'))
  const pathway = oneOf(adulthoodPathways, form.text('pathway'))
  const whose = oneOf(['child', 'parent', 'other'] as const, form.text('whose'))
  return {
    ...Object.fromEntries([...texts, ...numbers]) as LineFields,
    ...(kind === 'provision' && per !== undefined ? { per } : {}), ...(kind === 'provision' && provisionKind !== undefined ? { provisionKind } : {}),
    ...(kind === 'need' && area !== undefined ? { area } : {}), ...(kind === 'outcome' && pathway !== undefined ? { pathway } : {}),
    ...(kind === 'view' && whose !== undefined ? { whose } : {}),
  }
}

/** What the line's own words say, read for a person to confirm. */
export function readingOf({ kind, text }: Pick<MarkedLine, 'kind' | 'text'>): LineFields {
  if (kind === 'provision') return readQuantity(text)
  const by = kind === 'outcome' ? readOutcomeDate(text) : undefined
  return by === undefined ? {} : { by }
}

/** The page's fields: as confirmed, or as read from the words while nobody has confirmed them. */
export function valuesOf(line: MarkedLine): FormValues {
  const fields: LineFields = line.isWorded ? line.fields : { ...readingOf(line), ...line.fields }
  return {
    kind: line.kind, section: line.section, text: line.text,
    ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)])),
  }
}

export const periodWords: Record<Period, string> = {
  once: 'once, in all', day: 'a day', 'school-day': 'each school day', week: 'a week', fortnight: 'a fortnight', month: 'a month',
  'half-term': 'each half term', term: 'each term', year: 'a year',
}
