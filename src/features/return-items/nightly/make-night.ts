// Each night every area's return is made and checked, child by child: as if today were survey day, and as it would be on the survey day that comes (or
// came, until its deadline). What is wrong is kept as faults of cases; what is not found again is mended. One area at a time, a batch of children at a time.

import { findReturnHeader } from '../../../casebook/area-rows.ts'
import type { Job } from '../../../casebook/feature.ts'
import { listAreas } from '../../../casebook/open-area.ts'
import type { Area } from '../../../casebook/open-case-file.ts'
import { childrenForReturn } from '../../../casebook/return/children-for-return.ts'
import type { FoundFault, NightCount } from '../../../casebook/return/fault-rows.ts'
import { keepFaults, keepNight, mendOthers } from '../../../casebook/return/fault-rows.ts'
import { listCouncils } from '../../../casebook/return/write-return.ts'
import type { Occasion } from '../../../casebook/tx.ts'
import { inTransaction, read } from '../../../casebook/tx.ts'
import type { CaseId, ChildId } from '../../../domain/ids.ts'
import type { PersonFault } from '../../../domain/sen2/check-persons.ts'
import { itemKey, PersonsCheck } from '../../../domain/sen2/check-persons.ts'
import type { ChildForReturn, ReturnAsked } from '../../../domain/sen2/from-record/record-for-return.ts'
import { returnOf } from '../../../domain/sen2/return-of.ts'
import { newestReturnYear } from '../../../domain/sen2/return-years.ts'
import { tableOf, type TableEntry } from '../../../domain/sen2/year-tables.ts'
import { askedTonight } from './asked-tonight.ts'

export interface NightOfArea { readonly area: string; readonly children: number; readonly people: number; readonly errors: number; readonly queries: number; readonly mended: number }

/** Makes and checks the return of one area. Run again on the same day it takes the place of the run before. */
export async function makeNight(occasion: Occasion, { id, code }: Pick<Area, 'id' | 'code'>): Promise<NightOfArea> {
  const { house } = occasion
  const { authorityNumber, councils } = await read(occasion, async (tx) => ({ ...await findReturnHeader(tx, id), councils: await listCouncils(tx) }))
  const [run, { now, survey }] = [house.newId<string>(), askedTonight(house.clock.today(), councils)]
  const check = new PersonsCheck(now, authorityNumber)
  const bySurvey = survey === undefined ? undefined : { asked: survey, check: new PersonsCheck(survey, authorityNumber) }
  const sums = new Sums()
  let [children, errors, queries, after]: [number, number, number, ChildId | undefined] = [0, 0, 0, undefined]
  for (;;) {
    const found: FoundFault[] = []
    const batch = await read(occasion, (tx) => childrenForReturn(tx, id, after))
    if (batch.length === 0) break
    for (const { child } of batch) {
      const today = checkChild(child, now, check)
      if (today !== undefined) sums.add(today.checked)
      const later = bySurvey === undefined ? undefined : checkChild(child, bySurvey.asked, bySurvey.check)
      found.push(...together(today?.faults ?? [], later?.faults ?? [], house.clock.today() >= (bySurvey?.asked.surveyDay ?? house.clock.today())))
    }
    await inTransaction(occasion, (tx) => keepFaults(tx, id, found, run))
    children += batch.length
    errors += found.filter(({ severity }) => severity === 'error').length
    queries += found.filter(({ severity }) => severity === 'query').length
    after = batch.at(-1)?.childId
  }
  const mended = await inTransaction(occasion, async (tx) => {
    await keepNight(tx, id, sums.counts())
    return mendOthers(tx, id, run)
  })
  return { area: code, children, people: sums.people, errors, queries, mended }
}

type Fault = Omit<FoundFault, 'onlyBySurveyDay'>

function checkChild(child: ChildForReturn, asked: ReturnAsked, check: PersonsCheck) {
  const told = returnOf(child, asked)
  if (told === undefined) return undefined
  const checked = check.take(told.person)
  // What is about the person is the work of whoever has their latest case.
  const caseOf = ({ request }: PersonFault): CaseId => (told.because[request ?? told.because.length - 1]?.caseId ?? '') as CaseId
  return { checked, faults: gathered(checked.faults.map((fault) => ({ ...fault, caseId: caseOf(fault) }))) }
}

/** A case may have several requests: the same fault in two of them is one row. */
function gathered(faults: readonly Fault[]): Fault[] {
  const rows = new Map<string, Fault>()
  for (const { caseId, rule, severity, block, element, times, because } of faults) {
    const key = keyOf({ caseId, rule, block, element })
    rows.set(key, { caseId, rule, severity, block, element, because: rows.get(key)?.because ?? because, times: times + (rows.get(key)?.times ?? 0) })
  }
  return [...rows.values()]
}
const keyOf = ({ caseId, rule, block, element }: Pick<Fault, 'caseId' | 'rule' | 'block' | 'element'>): string => `${caseId} ${rule} ${block} ${element}`

/**
 * What is wrong today, and what would be on survey day. Before that day only errors count that would be: a query of a day to come mostly says that a review
 * or a decision is not there yet, which nobody can mend before it is due.
 */
function together(today: readonly Fault[], later: readonly Fault[], isSurveyPast: boolean): FoundFault[] {
  const known = new Set(today.map(keyOf))
  return [
    ...today.map((fault) => ({ ...fault, onlyBySurveyDay: false })),
    ...later.filter((fault) => !known.has(keyOf(fault)) && (isSurveyPast || fault.severity === 'error')).map((fault) => ({ ...fault, onlyBySurveyDay: true })),
  ]
}

/** How often each item was to be given, and how often it was wrong. Counts alone: nothing of a child stays. */
class Sums {
  people = 0
  readonly #counted = new Map<string, number>()
  readonly #wrong = new Map<string, number>()
  #peopleWrong = 0

  add({ counted, wrong }: ReturnType<PersonsCheck['take']>): void {
    this.people += 1
    if (wrong.size > 0) this.#peopleWrong += 1
    for (const [block, count] of counted) this.#counted.set(block, (this.#counted.get(block) ?? 0) + count)
    for (const [key, count] of wrong) this.#wrong.set(key, (this.#wrong.get(key) ?? 0) + count)
  }

  counts(): NightCount[] {
    const items = [...itemsOf(tableOf(newestReturnYear)), ...this.#wrong.keys()].map((key) => key.split(' '))
    const unique = [...new Map(items.map(([block = '', element = '']) => [itemKey(block, element), { block, element }])).values()]
    return [
      { block: 'Person', element: '', counted: this.people, wrong: this.#peopleWrong },
      ...unique.filter(({ block, element }) => !(block === 'Person' && element === '') && this.#counted.has(block))
        .map(({ block, element }) => ({ block, element, counted: this.#counted.get(block) ?? 0, wrong: this.#wrong.get(itemKey(block, element)) ?? 0 })),
    ]
  }
}

const itemsOf = (entry: TableEntry): string[] => entry.inside.flatMap((child) => (child.format === undefined ? itemsOf(child) : [itemKey(entry.element, child.element)]))

export const checkReturnNightly: Job = {
  name: 'check-return-nightly',
  runsAt: '10 2 * * *',
  run: async (occasion) => { for (const area of await read(occasion, listAreas)) await makeNight(occasion, area) },
}
