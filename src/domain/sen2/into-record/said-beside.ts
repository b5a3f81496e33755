// What the return said beside the facts: the return is written back from what was made of it, and what differs goes into the fact of its request.

import { askedFor, type CaseForReturn, type ChildForReturn, type SettingForReturn } from '../from-record/record-for-return.ts'
import { returnOf } from '../return-of.ts'
import type { Sen2Person } from '../sen2-return.ts'
import { itemsOf } from './items.ts'
import type { CameFrom, RecordToMake, WhereToMake } from './record-to-make.ts'

/** The record that would be, as the return is written from it. */
export function recordForReturn({ child, needs, settings, cases }: RecordToMake): ChildForReturn {
  const { postcode, ...rest } = child
  return {
    ...rest, addresses: postcode === undefined ? [] : [{ household: 'home', postcode, fromOn: child.bornOn }], needs, settings: settings.map(settingOf),
    cases: cases.map(({ requests, plan, facts }, index): CaseForReturn => ({
      id: String(index),
      ledger: facts.map(({ fact, on, isOfFactBefore }, at) => ({ ...fact, ...(isOfFactBefore === undefined ? {} : { finalSeq: at }), seq: at + 1, happenedOn: on })),
      requests, namedSettings: (plan?.named ?? []).map(settingOf), personalBudgets: plan?.budget === undefined ? [] : [plan.budget],
    })),
  }
}

const settingOf = (where: WhereToMake): SettingForReturn => where

export function withWhatWasSaid(record: RecordToMake, person: Sen2Person, { year }: CameFrom): RecordToMake {
  const written = returnOf(recordForReturn(record), askedFor(year))?.person
  const { Requests: said, ...ofPerson } = person
  const { Requests: told = [], ...toldOfPerson } = written ?? { Requests: [] }
  const isFirst = { yet: true }
  return {
    ...record,
    cases: record.cases.map((one) => ({
      ...one,
      facts: one.facts.map((made) => {
        if (made.fact.type !== 'return-brought-in') return made
        const items = itemsOf(told[made.fact.no] ?? {}, said[made.fact.no] ?? {})
        // What is said of the person goes with the request that stands first in the record.
        const ofThem = isFirst.yet ? itemsOf(toldOfPerson, ofPerson, ['Person']) : []
        isFirst.yet = false
        return { ...made, fact: { ...made.fact, items: [...ofThem, ...items] } }
      }),
    })),
  }
}
