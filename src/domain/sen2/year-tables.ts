// The return as a table: every element in the order of the file, with its item number in each year. This is the one source of the order:
// the check of the structure, the XML schema, the reader and the writer are all made from it.
//
// A cell reads: the item number; "?" before it where the element may be left out (whether it must be there then depends on other items, and is a
// rule); "-" where the year has no such element. The review items stand in another order in 2025, so LastReview has two rows.

import * as codes from './code-sets.ts'
import { ethnicities } from './ethnicities.ts'
import { authority, date, flag, moment, oneOf, otherAuthority, serial, text, ukprn, uln, upn, urn, year, type Format } from './formats.ts'
import { returnYears, type ReturnYear } from './return-years.ts'

export interface ItemRow { readonly kind: 'item'; readonly element: string; readonly cells: string; readonly format: Format }
export interface BlockRow { readonly kind: 'block'; readonly element: string; readonly cells: string; readonly rows: readonly Row[] }
export type Row = ItemRow | BlockRow

const item = (element: string, cells: string, format: Format): ItemRow => ({ kind: 'item', element, cells, format })
/** Cells of a block: how often it may stand there. */
const block = (element: string, cells: string, rows: readonly Row[]): BlockRow => ({ kind: 'block', element, cells, rows })

const officer = oneOf(codes.officerCodes)
const rank = oneOf(codes.ranks)
const residential = oneOf(codes.residentialWeeks)
const work = oneOf(codes.workActivities)

//                                          2023    2024    2025    2026
const header = block('Header',             '1..1    1..1    1..1    1..1', [
  block('CollectionDetails',               '1..1    1..1    1..1    1..1', [
    item('Collection',                     'header  header  header  header', oneOf({ SEN2: 'this return' })),
    item('Year',                           'header  header  header  header', year),
    item('ReferenceDate',                  'header  header  header  header', date),
  ]),
  block('Source',                          '1..1    1..1    1..1    1..1', [
    item('SourceLevel',                    'header  header  header  header', oneOf({ L: 'local authority' })),
    item('LEA',                            'header  header  header  header', authority),
    item('SoftwareCode',                   'header  header  header  header', text),
    item('Release',                        'header  header  header  header', text),
    item('SerialNo',                       'header  header  header  header', serial),
    item('DateTime',                       'header  header  header  header', moment),
    item('DMO',                            'header  header  header  header', officer),
    item('DCO',                            'header  header  header  header', officer),
    item('DSCO',                           '-       -       ?header header', officer),
  ]),
])

const planDetail = block('PlanDetail',     '1..2    1..2    1..2    1..2', [
  item('URN',                              '?4.7a   ?4.7a   ?4.7a   ?4.7a', urn),
  item('UKPRN',                            '?4.7b   ?4.7b   ?4.7b   ?4.7b', ukprn),
  item('SENSetting',                       '?4.7c   ?4.7c   ?4.7c   ?4.7c', oneOf(codes.namedSettings)),
  item('SENSettingOther',                  '?4.7c(i) ?4.7c(i) ?4.7c(i) ?4.7c(i)', text),
  item('PlacementRank',                    '4.7d    4.7d    4.7d    4.7d', rank),
  item('SENunitIndicator',                 '4.7e    4.7e    4.7e    4.7e', flag),
  item('ResourcedProvisionIndicator',      '4.7f    4.7f    4.7f    4.7f', flag),
])

const namedPlan = block('NamedPlan',       '0..1    0..1    0..1    0..1', [
  item('StartDate',                        '4.1     4.1     4.1     4.1', date),
  planDetail,
  item('PlanRes',                          '?4.2    ?4.2    ?4.2    ?4.2', residential),
  item('PlanWBP',                          '?4.3    ?4.3    ?4.3    ?4.3', work),
  item('PB',                               '?4.4a   ?4.4a   ?4.4a   ?4.4a', flag),
  item('OA',                               '?4.4b   ?4.4b   ?4.4b   ?4.4b', flag),
  item('DP',                               '?4.4c   ?4.4c   ?4.4c   ?4.4c', oneOf(codes.directPayments)),
  item('CeaseDate',                        '?4.5    ?4.5    ?4.5    ?4.5', date),
  item('CeaseReason',                      '?4.6    ?4.6    ?4.6    ?4.6', oneOf(codes.ceaseReasons)),
])

const assessment = block('Assessment',     '0..1    0..1    0..1    0..1', [
  item('AssessmentOutcome',                '3.1     3.1     3.1     3.1', oneOf(codes.assessmentOutcomes)),
  item('AssessmentOutcomeDate',            '?3.2    ?3.2    ?3.2    ?3.2', date),
  item('AssessmentMediation',              '?3.3    ?3.3    ?3.3    ?3.3', flag),
  item('AssessmentTribunal',               '?3.4    ?3.4    ?3.4    ?3.4', flag),
  item('OtherMediation',                   '?3.5    ?3.5    ?3.5    ?3.5', flag),
  item('OtherTribunal',                    '?3.6    ?3.6    ?3.6    ?3.6', flag),
  item('Week20',                           '?3.7    ?3.7    ?3.7    ?3.7', flag),
  namedPlan,
])

const placementDetail = block('PlacementDetail', '1..n 1..n 1..n 1..n', [
  item('URN',                              '?5.5a   ?5.7a   ?5.7a   ?5.7a', urn),
  item('UKPRN',                            '?5.5b   ?5.7b   ?5.7b   ?5.7b', ukprn),
  item('SENSetting',                       '?5.5c   ?5.7c   ?5.7c   ?5.7c', oneOf(codes.placedSettings)),
  item('SENSettingOther',                  '?5.5c(i) ?5.7c(i) ?5.7c(i) ?5.7c(i)', text),
  item('PlacementRank',                    '5.5d    5.7d    5.7d    5.7d', rank),
  item('EntryDate',                        '5.5e    5.7e    5.7e    5.7e', date),
  item('LeavingDate',                      '?5.5f   ?5.7f   ?5.7f   ?5.7f', date),
  item('AttendancePattern',                '?5.5g   -       -       -', oneOf(codes.attendancePatterns)),
  item('SENunitIndicator',                 '5.5h    5.7g    5.7g    5.7g', flag),
  item('ResourcedProvisionIndicator',      '5.5i    5.7h    5.7h    5.7h', flag),
  item('Res',                              '-       ?5.2    ?5.2    ?5.2', residential),
  item('WBP',                              '-       ?5.3    ?5.3    ?5.3', work),
])

const activePlans = block('ActivePlans',   '0..1    0..1    0..1    0..1', [
  item('TransferLA',                       '?5.1    ?5.1    ?5.1    ?5.1', otherAuthority),
  placementDetail,
  item('Res',                              '?5.2    -       -       -', residential),
  item('WBP',                              '?5.3    -       -       -', work),
  block('SENneed',                         '1..2    1..2    1..2    1..2', [
    item('SENtype',                        '5.6     5.8a    -       -', oneOf(codes.needsBefore2025)),
    item('SENtype',                        '-       -       5.8a    5.8a', oneOf(codes.needs)),
    item('SENtypeRank',                    '5.7     5.8b    5.8b    5.8b', rank),
  ]),
  item('ReviewMeeting',                    '-       ?5.4    ?5.4a   ?5.4a', date),
  item('LastReview',                       '-       -       ?5.4b   -', date),
  item('ReviewOutcome',                    '-       ?5.5    ?5.4c   ?5.4c', oneOf(codes.reviewOutcomes)),
  item('ReviewDraft',                      '-       -       ?5.4d   ?5.4d', date),
  item('PhaseTransferDueDate',             '-       -       ?5.6a   ?5.6a', date),
  item('PhaseTransferFinalDate',           '-       -       ?5.6b   ?5.6b', date),
  item('LastReview',                       '?5.4    ?5.6    -       ?5.4b', date),
])

const person = block('Person',             '1..n    1..n    1..n    1..n', [
  item('Surname',                          '1.1     1.1     1.1     1.1', text),
  item('Forename',                         '1.2     1.2     1.2     1.2', text),
  item('PersonBirthDate',                  '1.3     1.3     1.3     1.3', date),
  item('GenderCurrent',                    '1.4     -       -       -', oneOf(codes.genders)),
  item('Sex',                              '-       1.4     1.4     1.4', oneOf(codes.sexes)),
  item('Ethnicity',                        '1.5     1.5     1.5     1.5', oneOf(ethnicities)),
  item('PostCode',                         '?1.6    ?1.6    ?1.6    ?1.6', text),
  item('UPN',                              '?1.7a   ?1.7a   ?1.7a   ?1.7a', upn),
  item('UniqueLearnerNumber',              '?1.7b   ?1.7b   ?1.7b   ?1.7b', uln),
  item('UPNunknown',                       '?1.7c   ?1.7c   ?1.7c   ?1.7c', oneOf(codes.upnUnknownReasons)),
  block('Requests',                        '1..n    1..n    1..n    1..n', [
    item('ReceivedDate',                   '?2.1    ?2.1    ?2.1    ?2.1', date),
    item('RequestSource',                  '-       -       ?2.2    ?2.2', oneOf(codes.requestSources)),
    item('RYA',                            '?2.2    ?2.2    ?2.3    ?2.3', flag),
    item('RequestOutcomeDate',             '?2.3    ?2.3    ?2.4    ?2.4', date),
    item('RequestOutcome',                 '2.4     2.4     2.5     2.5', oneOf(codes.requestOutcomes)),
    item('RequestMediation',               '?2.5    ?2.5    ?2.6    ?2.6', flag),
    item('RequestTribunal',                '?2.6    ?2.6    ?2.7    ?2.7', flag),
    item('Exported',                       '?2.7    ?2.7    ?2.8    ?2.8', otherAuthority),
    assessment,
    activePlans,
  ]),
])

export const wholeReturn = block('Message', '1..1   1..1    1..1    1..1', [header, block('Persons', '1..1 1..1 1..1 1..1', [person])])

/** One element in one year. */
export interface TableEntry {
  readonly element: string
  /** "2.5"; "header"; undefined for a block. */
  readonly item: string | undefined
  readonly least: number
  readonly most: number
  /** undefined for a block. */
  readonly format: Format | undefined
  /** What stands inside a block, in order. */
  readonly inside: readonly TableEntry[]
  /** Place in `inside` by element. */
  readonly order: ReadonlyMap<string, number>
}

function entryIn(row: Row, column: number): TableEntry | undefined {
  const cell = row.cells.split(/\s+/)[column] ?? '-'
  if (cell === '-') return undefined
  if (row.kind === 'item') {
    return { element: row.element, item: cell.replace('?', ''), least: cell.startsWith('?') ? 0 : 1, most: 1, format: row.format, inside: [], order: new Map() }
  }
  const [least = '0', most = 'n'] = cell.split('..')
  const inside = row.rows.map((one) => entryIn(one, column)).filter((one) => one !== undefined)
  const order = new Map(inside.map(({ element }, index) => [element, index]))
  return { element: row.element, item: undefined, least: Number(least), most: most === 'n' ? Infinity : Number(most), format: undefined, inside, order }
}

const tables = new Map(returnYears.map((of, column) => {
  const entry = entryIn(wholeReturn, column)
  if (entry === undefined) throw new Error('a year without a return')
  return [of, entry]
}))

/** The whole return of that year, from `Message` down. */
export function tableOf(of: ReturnYear): TableEntry {
  const table = tables.get(of)
  if (table === undefined) throw new Error('no such return')
  return table
}

/** The entry below by its path: `entryAt(tableOf(2026), 'Persons', 'Person')`. */
export function entryAt(table: TableEntry, ...path: readonly string[]): TableEntry {
  return path.reduce((above, element) => {
    const found = above.inside[above.order.get(element) ?? -1]
    if (found === undefined) throw new Error(`no ${element} in ${above.element}`)
    return found
  }, table)
}

/** The years whose return has that element inside that block. */
export function yearsWith(blockName: string, element: string): readonly ReturnYear[] {
  const has = (entry: TableEntry): boolean => (entry.element === blockName && entry.order.has(element)) || entry.inside.some(has)
  return returnYears.filter((of) => has(tableOf(of)))
}

const items = new Map(returnYears.map((of) => [of, itemsIn(tableOf(of), new Map())]))

function itemsIn(entry: TableEntry, found: Map<string, string>): ReadonlyMap<string, string> {
  for (const { element, item: number } of entry.inside) if (number !== undefined && number !== 'header') found.set(`${entry.element} ${element}`, number)
  for (const child of entry.inside) itemsIn(child, found)
  return found
}

/** "2.5" for RequestOutcome in Requests in 2026; undefined for blocks, the header, and what the year has not. */
export const itemOf = (of: ReturnYear, blockName: string, element: string): string | undefined => items.get(of)?.get(`${blockName} ${element}`)
