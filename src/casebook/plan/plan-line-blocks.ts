// One line of a plan as it is printed: its number, its words, and under them what the line says in its boxes, what it is
// joined to and where it comes from. Nothing is added that the line does not say.

import { dateWords } from '../../domain/calendar/date-words.ts'
import type { AdviceId, LineId } from '../../domain/ids.ts'
import type { AdviceEntry } from '../../domain/plan/freeze.ts'
import type {
  AdulthoodPathway, DirectPaymentFields, LineFields, NeedArea, Period, PlanLine, ProvisionKind, Source,
} from '../../domain/plan/line.ts'
import { promiseInWords } from '../../domain/plan/promise-words.ts'
import type { Block } from '../../platform/documents/printed-document.ts'
import { heading, paragraph, summaryList } from '../../platform/documents/printed-document.ts'

/** What a line is printed with: its number and neighbours, and the reports of section K by their identity. */
export interface LineSurroundings {
  readonly numbers: ReadonlyMap<LineId, string>
  readonly neighboursOf: (id: LineId) => readonly PlanLine[]
  /** Number in section K ("K3") and the entry. */
  readonly advice: ReadonlyMap<AdviceId, { readonly number: string; readonly entry: AdviceEntry }>
  readonly childName: string
}

const areaWords: Record<NeedArea, string> = {
  'communication-and-interaction': 'communication and interaction', 'cognition-and-learning': 'cognition and learning',
  'social-emotional-mental-health': 'social, emotional and mental health', 'sensory-and-or-physical': 'sensory and physical needs',
}
const pathwayWords: Record<AdulthoodPathway, string> = {
  employment: 'towards work or further study', 'independent-living': 'towards independent living', community: 'towards taking part in the community',
  health: 'towards being healthy',
}
const provisionWords: Record<ProvisionKind, string> = {
  teaching: 'teaching', 'adult-support': 'support from an adult', 'therapy-direct': 'therapy', 'therapy-group': 'therapy in a group',
  'programme-by-trained-adult': 'a programme given by a trained adult', consultation: 'advice to staff', training: 'training of staff',
  equipment: 'equipment', environment: 'surroundings', strategy: 'ways of working', review: 'checking progress', nursing: 'nursing', care: 'care',
  'short-break': 'short breaks', other: 'other help',
}
const periodWords: Record<Period, string> = {
  once: 'once', day: 'a day', 'school-day': 'a school day', week: 'a week', fortnight: 'a fortnight', month: 'a month', 'half-term': 'a half term',
  term: 'a term', year: 'a year',
}

const isSaid = (text: string | undefined): text is string => text !== undefined && text.trim() !== ''
const possessive = (name: string): string => `${name}${name.endsWith('s') ? '’' : '’s'}`

/** What the line is about, in a word or two beside its number. */
export function subjectOf({ kind, fields }: PlanLine, childName: string): string | undefined {
  switch (kind) {
    case 'need': return fields.area && areaWords[fields.area]
    case 'outcome': return fields.pathway && pathwayWords[fields.pathway]
    case 'provision': return fields.provisionKind && provisionWords[fields.provisionKind]
    case 'view': return isSaid(fields.whoseName)
      ? `views of ${fields.whoseName}`
      : fields.whose === 'child' ? `${possessive(childName)} own views` : fields.whose === 'parent' ? 'views of the family' : undefined
    case 'none-identified': return 'none identified'
    case 'placement': return undefined
    case 'direct-payment': return 'a direct payment'
  }
}

/** The line's heading, words and details. */
export function lineBlocks(line: PlanLine, around: LineSurroundings): Block[] {
  const number = around.numbers.get(line.id) ?? line.section
  const subject = subjectOf(line, around.childName)
  const rows = fieldRows(line)
  const about = [linkWords(line, around), sourceWords(line.sources, around)].filter((words) => words !== undefined)
  return [
    heading(2, subject === undefined ? number : `${number}: ${subject}`, `line-${number.toLowerCase().replace('.', '-')}`),
    ...line.text.trim().split(/\n{2,}/).filter((part) => part.trim() !== '').map((part) => paragraph(part)),
    ...(rows.length === 0 ? [] : [summaryList(rows)]),
    ...(about.length === 0 ? [] : [paragraph(about.join(' '))]),
  ]
}

type Row = readonly [label: string, words: string]
const row = (label: string, words: string | undefined): Row[] => (isSaid(words) ? [[label, words]] : [])
const day = (date: LineFields['from']): string | undefined => (date === undefined ? undefined : dateWords(date))

/** What a line says in its boxes, each with its label. */
export function fieldRows({ kind, fields }: Pick<PlanLine, 'kind' | 'fields'>): Row[] {
  switch (kind) {
    case 'view': return row('How gathered', fields.howGathered)
    case 'need': return []
    case 'outcome': return [...row('By when', fields.by), ...row('How we will know', fields.measure)]
    case 'provision': return [
      ...row('Who', fields.who), ...row('What', fields.what), ...row('How much and how often', promiseInWords(fields)),
      ...row('For how long', fields.howLong), ...row('In what group', fields.groupSize), ...row('Where', fields.setting),
      ...row('Starting', day(fields.from)),
      ...row('Checked by', [fields.checkedBy, fields.checkedWhen].filter(isSaid).join(', ')),
      ...row('Why the wording is flexible', fields.flexibleBecause),
    ]
    case 'none-identified': return [...row('Who says so', fields.source), ...row('On', day(fields.on))]
    case 'placement': return [
      ...row('Name', fields.settingName), ...row('Type', fields.settingType), ...row('From', day(fields.from)),
      // Why another setting is not named is in the family's letter. Why none can be right is part of the plan (CFA 2014 s.61).
      ...(isSaid(fields.settingName) || isSaid(fields.settingType) ? [] : row('Why no school or college is named', fields.notNamedBecause)),
    ]
    case 'direct-payment': return [
      ...row('How much', amountWords(fields)), ...row('Paid to', fields.recipient), ...row('Agreed in writing on', day(fields.consentOn)),
    ]
  }
}

function amountWords({ amountPence, per }: DirectPaymentFields): string | undefined {
  if (amountPence === undefined) return undefined
  const pounds = (amountPence / 100).toLocaleString('en-GB', { style: 'currency', currency: 'GBP', minimumFractionDigits: amountPence % 100 === 0 ? 0 : 2 })
  return per === undefined ? pounds : `${pounds} ${periodWords[per]}`
}

const joinedAs: Partial<Record<PlanLine['kind'], readonly (readonly [PlanLine['kind'], string, string])[]>> = {
  need: [['outcome', 'Leads to outcome', 'Leads to outcomes'], ['provision', 'Met by', 'Met by']],
  outcome: [['need', 'Answers need', 'Answers needs'], ['provision', 'Helped by', 'Helped by']],
  provision: [['need', 'Meets need', 'Meets needs'], ['outcome', 'Helps outcome', 'Helps outcomes']],
  'direct-payment': [['need', 'Meets need', 'Meets needs'], ['outcome', 'Helps outcome', 'Helps outcomes']],
}

/** "Meets needs B1 and B2; helps outcome E1.": the golden thread, readable on paper. */
function linkWords(line: PlanLine, { numbers, neighboursOf }: LineSurroundings): string | undefined {
  const said = (joinedAs[line.kind] ?? []).flatMap(([kind, one, many]) => {
    const joined = neighboursOf(line.id).filter((other) => other.kind === kind).map(({ id }) => numbers.get(id) ?? '')
    return joined.length === 0 ? [] : [`${joined.length === 1 ? one : many} ${listed(joined)}`]
  })
  const [first, ...rest] = said
  return first === undefined ? undefined : `${[first, ...rest.map((words) => words.charAt(0).toLowerCase() + words.slice(1))].join('; ')}.`
}

const listed = (items: readonly string[]): string =>
  (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`)

/** "From: K5, therapy advice, 16 November 2026." */
function sourceWords(sources: readonly Source[], { advice }: LineSurroundings): string | undefined {
  const said = sources.map((source) => {
    if (source.kind === 'said') return `${source.by}, ${dateWords(source.on)}`
    const report = advice.get(source.adviceId)
    if (report === undefined) return 'a report that is no longer listed'
    const { title, dated } = report.entry
    return `${report.number}, ${title.charAt(0).toLowerCase()}${title.slice(1)}${dated === undefined ? '' : `, ${dateWords(dated)}`}`
  })
  return said.length === 0 ? undefined : `From: ${[...new Set(said)].join('; ')}.`
}
