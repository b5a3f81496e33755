// What the invented plans of before say: the words of the advice packs, section by section, with what the packs do not hold (where, the
// budget, the reports) written by hand.

import type { Section } from '../../../src/domain/plan/sections.ts'
import { readPack } from '../../journeys/packs/pack.ts'

export const packNames = ['pack-01-year4-slcn', 'pack-02-nursery-nonspeaking', 'pack-03-year9-autism-pfa'] as const
export type PackName = (typeof packNames)[number]

export interface Promise_ { readonly text: string; readonly who?: string; readonly howOften?: string; readonly howMuch?: string }
export interface Thread { readonly need: string; readonly outcomes: readonly string[]; readonly provision: readonly Promise_[] }

export interface PlanWords {
  readonly name: string
  readonly bornOn: string
  readonly views: readonly string[]
  readonly parentViews: readonly string[]
  readonly needs: readonly { readonly area: string; readonly text: string }[]
  readonly of: Readonly<Record<Section, readonly string[]>>
  readonly provision: readonly Promise_[]
  /** Needs with the outcomes and provision that the pack joins to them. */
  readonly threads: readonly Thread[]
}

const areaWords: Readonly<Record<string, string>> = {
  'communication-and-interaction': 'Communication and interaction', 'cognition-and-learning': 'Cognition and learning',
  'social-emotional-mental-health': 'Social, emotional and mental health', 'sensory-and-or-physical': 'Sensory and/or physical needs',
}

const by: Readonly<Record<PackName, { readonly placement: readonly string[]; readonly budget: readonly string[]; readonly reports: readonly string[] }>> = {
  'pack-01-year4-slcn': {
    placement: ['Larkfell Primary School', 'A mainstream maintained primary school.'], budget: ['A direct payment of £30 a week has been agreed for a personal assistant at swimming.'],
    reports: ['Mrs A. Quill, educational psychologist, 3 March 2026', 'Ms T. Orme, speech and language therapist, 11 March 2026', 'Dr P. Linnet, community paediatrician, 20 February 2026'],
  },
  'pack-02-nursery-nonspeaking': {
    placement: ['Thistle Bank Nursery School', 'A maintained nursery school with a resource base.'], budget: ['The parents have asked for a personal budget for the lift to the hydrotherapy pool.'],
    reports: ['Portage home visitor, report of 4 May 2025', 'Children’s community nursing team, 12 May 2025', 'Teacher of children with vision impairment, 28 April 2025'],
  },
  'pack-03-year9-autism-pfa': {
    placement: ['Tarnside Academy', 'A mainstream secondary academy.'], budget: ['A one-off direct payment of £180 pays for travel training in the summer holiday.'],
    reports: ['Child and adolescent mental health service, letter dated 9 January 2024', 'Social worker in the disabled children’s team, 15 January 2024', 'School SENCO report, 30 November 2023'],
  },
}

const said = <K extends string>(key: K, words: string | null | undefined): Partial<Record<K, string>> => (typeof words === 'string' ? { [key]: words } as Record<K, string> : {})

export function wordsOf(name: PackName): PlanWords {
  const { case: { child }, expected } = readPack(name)
  const seen = new Set<string>()
  // The same words twice would say nothing of where the second were put.
  const once = (text: string): boolean => !seen.has(text) && seen.add(text) !== undefined
  const views = expected.views.filter(({ text }) => once(text))
  const needs = expected.needs.filter(({ text }) => once(text))
  const outcomes = expected.outcomes.filter(({ text }) => once(text))
  const provision = expected.provision.filter(({ text }) => once(text))
  const promise = (one: (typeof provision)[number]): Promise_ => ({
    text: one.text, ...said('who', one.whoDelivers), ...said('howOften', one.howOften), ...said('howMuch', one.howMuch),
  })
  const inSection = (section: string): string[] => provision.filter((one) => one.section === section).map(({ text }) => text)
  const more = by[name]
  const used = new Set<string>()
  const threads = needs.filter(({ section }) => section === 'B').map((need): Thread => {
    const take = <T extends { readonly id: string; readonly needs?: readonly string[] | undefined }>(all: readonly T[], most: number): T[] => {
      const mine = all.filter(({ id, needs: of }) => of?.includes(need.id) === true && !used.has(id)).slice(0, most)
      for (const { id } of mine) used.add(id)
      return mine
    }
    return { need: need.text, outcomes: take(outcomes, 2).map(({ text }) => text), provision: take(provision.filter(({ section }) => section === 'F'), 3).map(promise) }
  })
  return {
    name: `${child.forename} ${child.surname}`, bornOn: child.dateOfBirth, views: views.filter(({ whose }) => whose !== 'parent').map(({ text }) => text),
    parentViews: views.filter(({ whose }) => whose === 'parent').map(({ text }) => text),
    needs: needs.filter(({ section }) => section === 'B').map(({ area, text }) => ({ area: areaWords[area ?? ''] ?? 'Other', text })),
    of: {
      A: views.map(({ text }) => text), B: needs.filter(({ section }) => section === 'B').map(({ text }) => text), C: needs.filter(({ section }) => section === 'C').map(({ text }) => text),
      D: needs.filter(({ section }) => section === 'D').map(({ text }) => text), E: outcomes.map(({ text }) => text), F: inSection('F'), G: inSection('G'), H1: inSection('H1'), H2: inSection('H2'),
      I: more.placement, J: more.budget, K: more.reports,
    },
    provision: provision.filter(({ section }) => section === 'F').map(promise), threads,
  }
}
