// Where a child goes, year by year: told backwards from where they are on the day, with the moves between phases that lie between.

import type { TransferKind } from '../domain/transfer/phases.ts'
import { ageOn } from '../domain/calendar/plain-date.ts'
import { dateOf, dayOf, lastOf, yearOf } from './days.ts'
import type { Ledger } from './ledger.ts'
import { placements, tableOf, type PlacementGroup, type Profile } from './published.ts'
import { weightedBy, type Random } from './random.ts'
import type { Setting, Surroundings } from './surroundings.ts'

export interface Stay {
  readonly setting?: Setting
  readonly otherwise?: 'eotas' | 'elective-home' | 'nothing'
  readonly from: number
  readonly to?: number
}

export interface Transfer { readonly kind: TransferKind; readonly year: number; readonly to?: Setting }

export interface Attending { readonly stays: readonly Stay[]; readonly transfers: readonly Transfer[]; readonly category: string }

export const settingOn = ({ stays }: Attending, day: number): Setting | undefined => stays.findLast(({ from, to }) => from <= day && (to === undefined || day < to))?.setting

/** The age on the 31 August on or before a day: that of the school year, and of the statistics. */
export const schoolAgeOn = (bornOn: number, day: number): number => ageOn(dateOf(bornOn), dateOf(lastOf('08-31', day)))

const shares = { england: Object.fromEntries(placements.placements.map(({ key, england }) => [key, england])), london: Object.fromEntries(placements.placements.map(({ key, london }) => [key, london])) }
const categoryTables = new Map<string, Record<string, number>>()

/** One of the placements of a group, as often as it is published. */
export function categoryOf(profile: Profile, group: PlacementGroup, age: number, place: number): string {
  const compulsory = age >= 4 && age <= 15 ? 'school' : 'after'
  const name = `${profile} ${group} ${compulsory}`
  let table = categoryTables.get(name)
  if (table === undefined) {
    const all = tableOf(shares, profile)
    table = Object.fromEntries(placements.placements.filter((row) => row.group === group && fits(row.key, compulsory)).map(({ key }) => [key, all[key] ?? 0]))
    categoryTables.set(name, table)
  }
  return weightedBy(table, place)
}

// Who is past compulsory school age and in no education is counted apart from who should be in school.
const fits = (category: string, ages: 'school' | 'after'): boolean =>
  category === 'neet' || category === 'not-in-education-other' || category === 'not-in-education-ceasing' ? ages === 'after' : category === 'not-in-education-school-age' ? ages === 'school' : true

interface Asked { readonly bornOn: number; readonly today: number; readonly group: PlacementGroup; readonly category: string; readonly profile: Profile; readonly surroundings: Surroundings; readonly random: Random }

export function attendingOf({ bornOn, today, group, category, profile, surroundings, random }: Asked): Attending {
  const august = yearOf(lastOf('08-31', today))
  const age = schoolAgeOn(bornOn, today)
  /** 3 September of the school year in which a child was that old on 31 August. */
  const september = (old: number): number => dayOf(`${august - age + old}-09-03`)
  const pick = (of: string, phase: Setting['phase']): Setting => surroundings.pick(random, of, phase)
  const mainstream = (phase: 'primary' | 'secondary'): Setting => pick(categoryOf(profile, 'mainstream', 10, random.next()), phase)
  const stays: Stay[] = []
  const transfers: Transfer[] = []
  const move = (kind: TransferKind, old: number, to?: Setting): void => { transfers.push({ kind, year: august - age + old, ...(to === undefined ? {} : { to }) }) }
  const before = (setting: Setting, from: number, to: number): void => { stays.unshift({ setting, from: Math.max(from, bornOn + 400), to }) }

  /** Everything before an age, back to the nursery. */
  const earlier = (old: number, isSpecial: boolean): void => {
    if (old >= 16) {
      const special = isSpecial ? pick(categoryOf(profile, 'special', 15, random.next()), 'special') : undefined
      const school = special ?? mainstream('secondary')
      const from = special === undefined || random.chance(0.35) ? 11 : 4
      before(school, september(from), september(16))
      if (from === 11) { move('primary-to-secondary', 11, school); earlier(11, false) }
    } else if (old === 11) before(mainstream('primary'), september(4), september(11))
    else if (old === 4 && age <= 9) before(pick('early-years', 'early-years'), september(2), september(4))
  }

  if (group === 'not-recorded') return { stays: [], transfers: upcoming(age, august, random), category }
  if (group === 'fe') {
    const college = pick(category, 'post-16')
    const second = age >= 18 && random.chance(0.3) ? Math.min(age, 18 + Math.floor(random.next() * 3)) : 16
    stays.push({ setting: college, from: september(second) })
    if (second > 16) { const first = pick(categoryOf(profile, 'fe', 17, random.next()), 'post-16'); move('post-16-to-post-16', second, college); before(first, september(16), september(second)); move('secondary-to-post-16', 16, first) } else move('secondary-to-post-16', 16, college)
    earlier(16, random.chance(0.35))
  } else if (group === 'elsewhere' && !/^(arranged|online|welsh|other)/.test(category)) {
    const began = today - 40 - Math.floor(random.next() * 800)
    const otherwise = category === 'elective-home' ? 'elective-home' : category === 'eotas' ? 'eotas' : 'nothing'
    stays.push({ otherwise, from: began })
    const old = schoolAgeOn(bornOn, began)
    const left = old >= 16 ? pick('fe-general', 'post-16') : old >= 4 ? mainstream(old >= 11 ? 'secondary' : 'primary') : pick('early-years', 'early-years')
    before(left, september(old >= 16 ? 16 : old >= 11 ? 11 : old >= 4 ? 4 : 2), began)
    if (old >= 16) { move('secondary-to-post-16', 16, left); earlier(16, random.chance(0.3)) } else if (old >= 11) { move('primary-to-secondary', 11, left); earlier(11, false) }
  } else if (group === 'early-years') stays.push({ setting: pick(category, 'early-years'), from: september(Math.min(2, age)) })
  else {
    const isMainstream = group === 'mainstream'
    const phase = isMainstream ? (age >= 11 ? 'secondary' : 'primary') : group === 'elsewhere' ? 'all-through' : 'special'
    const setting = pick(category, phase)
    const since = isMainstream ? (age >= 11 ? 11 : 4) : age >= 11 && random.chance(0.35) ? 11 : Math.min(age, 4)
    stays.push({ setting, from: september(Math.min(age, since)) })
    if (since === 11) { move('primary-to-secondary', 11, setting); earlier(11, false) } else if (age >= 4) { move('early-years-to-school', 4, setting); earlier(4, false) }
  }
  const first = stays[0]
  const stay = first !== undefined && first.from <= bornOn ? [{ ...first, from: bornOn + 400 }, ...stays.slice(1)] : stays
  return { stays: stay, transfers: [...transfers.toReversed(), ...upcoming(age, august, random)], category }
}

/** The move that lies ahead in the calendar year of the next September. */
function upcoming(age: number, august: number, random: Random): Transfer[] {
  const year = august + 1
  if (age === 3) return [{ kind: 'early-years-to-school', year }]
  if (age === 10) return [{ kind: 'primary-to-secondary', year }]
  if (age === 15) return [{ kind: 'secondary-to-post-16', year }]
  // Courses of one and two years end; nothing published says whose.
  return age >= 16 && age <= 21 && random.chance(age === 18 ? 0.36 : 0.24) ? [{ kind: 'post-16-to-post-16', year }] : []
}

/** The facts of stays that reach into the time of the hub and into the time in which the child is known to it. */
export function attend(ledger: Ledger, { stays }: Attending, knownFrom: number, until: number): void {
  for (const { setting, otherwise, from, to } of stays) {
    if (to !== undefined && to <= knownFrom) continue
    const began = Math.max(from, Math.min(knownFrom, ledger.today))
    if (began > until) continue
    if (setting !== undefined) ledger.add(from, { type: 'setting-began', organisationId: setting.id, name: setting.name })
    else if (otherwise === 'eotas' || otherwise === 'elective-home') ledger.add(began, { type: 'educated-otherwise', arrangement: otherwise })
    if (setting !== undefined && to !== undefined && to <= until) ledger.add(to - 1, { type: 'setting-ended', name: setting.name })
  }
}
