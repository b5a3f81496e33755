// One child: who they are, where they go, and everything that has happened, from the seed, the area and their number alone.

import type { RecordedFact } from '../domain/case-file/facts.ts'
import type { NhsNumber } from '../domain/identifiers/nhs-number.ts'
import type { Upn } from '../domain/identifiers/upn.ts'
import type { PlainDate } from '../domain/calendar/plain-date.ts'
import type { CaseId, ChildId } from '../domain/ids.ts'
import { attendingOf, categoryOf } from './attending.ts'
import { cellAt } from './composition.ts'
import { dateOf, dayOf, lastOf, yearOf } from './days.ts'
import { nameOf, nhsNumberOf, upnOf } from './identity.ts'
import { Ledger } from './ledger.ts'
import { livePlan } from './lives.ts'
import { endingAt } from './endings.ts'
import { liveRequest } from './lives-without-plan.ts'
import { sexAndNeedAt } from './need-table.ts'
import { ethnicity, newAges, tableOf, type Need, type PlacementGroup, type Profile } from './published.ts'
import { randomOf, weightedBy, type Random } from './random.ts'
import type { Sex } from './need-table.ts'
import type { Standing, World } from './world.ts'

export interface MadeChild {
  readonly area: string
  readonly number: number
  readonly childId: ChildId
  readonly caseId: CaseId
  readonly givenName: string
  readonly familyName: string
  readonly bornOn: PlainDate
  readonly sex: Sex
  /** A code of the SEN2 return. */
  readonly ethnicity: string
  /** Not of somebody who was never in a school, nor of every young child. */
  readonly upn?: Upn
  readonly nhsNumber?: NhsNumber
  /** What the plan, or whoever asked, says the child needs help with first. */
  readonly need: Need
  /** What was made: tests hold the facts against it, and nothing else reads it. */
  readonly standing: Standing['is']
  readonly facts: readonly RecordedFact[]
}

const ethnicities: Readonly<Record<Profile, Record<string, number>>> = { london: tableOf(ethnicity, 'london'), rest: tableOf(ethnicity, 'rest') }

export function makeChild(world: World, number: number): MadeChild {
  const { area, seed, today, hubFrom } = world
  const random = randomOf(seed, area.key, number)
  const standing = world.standingOf(number)
  const [childId, caseId] = [random.id<ChildId>(), random.id<CaseId>()]
  const ledger = new Ledger(today, hubFrom)
  const even = (standing.place + 0.5) / Math.max(1, standing.of)
  const officer = world.officerOf(standing.place, standing.is === 'in-force')
  const made = bear(world, standing, even, random)
  const attending = attendingOf({ bornOn: made.bornOn, today, group: made.group, category: categoryOf(area.profile, made.group, made.age, random.next()), profile: area.profile, surroundings: world.surroundings, random })
  const life = { world, ledger, random, officer, bornOn: made.bornOn, attending, standing }
  if (standing.is === 'in-force' || standing.is === 'ceased') livePlan(life, made)
  else liveRequest(life, standing)
  const { sex, need } = sexAndNeedAt(area.profile, { age: made.age, group: made.group, isNew: made.held <= 1 }, random.next())
  const ageNow = (today - made.bornOn) / 365.25
  const hasUpn = attending.stays.some(({ setting }) => setting !== undefined) && (ageNow >= 5 || random.chance(0.5))
  const hasNhs = area.nhsFrom >= 860_000 ? true : standing.is === 'in-force'
  return {
    area: area.key, number, childId, caseId, ...nameOf(random, sex), bornOn: dateOf(made.bornOn), sex, ethnicity: weightedBy(ethnicities[area.profile], random.next()),
    ...(hasUpn ? { upn: upnOf(area.upnFrom + number) } : {}), ...(hasNhs ? { nhsNumber: nhsNumberOf(area.nhsFrom + (area.nhsFrom >= 860_000 ? number : standing.place)) } : {}),
    need, standing: standing.is, facts: ledger.finish(),
  }
}

interface Born { readonly bornOn: number; readonly age: number; readonly group: PlacementGroup; readonly held: number; readonly endedOn?: number; readonly code?: ReturnType<typeof endingAt>['code'] }

function bear(world: World, standing: Standing, even: number, random: Random): Born {
  const { today, area: { profile } } = world
  const bornFor = (age: number, on: number): number => {
    const august = yearOf(lastOf('08-31', on))
    return dayOf(`${august - age - 1}-09-01`) + Math.floor(random.next() * 365)
  }
  if (standing.is === 'in-force') {
    const { age, held, group } = cellAt(profile, even)
    return { bornOn: bornFor(age, today), age, held, group }
  }
  if (standing.is === 'ceased') {
    const endedOn = today - standing.year * 365 - 1 - Math.floor(random.next() * 365)
    const { code, age } = endingAt(profile, even, random)
    const bornOn = code === 1 ? dayOf(`${yearOf(endedOn) - 25}-01-01`) + Math.floor(random.next() * 240) : bornFor(age, endedOn)
    const group: PlacementGroup = age >= 16 ? (code === 6 || random.chance(0.35) ? 'elsewhere' : 'fe') : random.chance(0.56) ? 'mainstream' : 'special'
    return { bornOn, age: Math.min(25, Math.floor((today - bornOn) / 365.25)), held: random.between(1, Math.max(1, Math.min(9, age - 4))), group, endedOn, code }
  }
  const years = 'year' in standing ? standing.year : 0
  const weights = Object.fromEntries(newAges.ages.map((row) => [row.age, standing.is === 'refused' ? row.requests * row.refused : row.requests]))
  const age = Number(standing.is === 'support' ? 3 + Math.floor(random.next() * 14) : weightedBy(weights, even))
  const bornOn = bornFor(age, today - years * 365)
  const now = Math.floor((today - bornOn) / 365.25)
  return { bornOn, age: Math.min(25, Math.max(2, now)), held: 0, group: now <= 3 ? 'early-years' : now >= 16 ? 'fe' : random.chance(0.97) ? 'mainstream' : 'elsewhere' }
}

