// The plan of a demonstration child as a council wrote it before the hub: a Word file, section by section, in which a table says
// which need, outcome and provision belong together.

import type { OlderPlanFile } from '../../test/builders/older-plans/template.ts'
import { head, Template } from '../../test/builders/older-plans/template.ts'
import { dateWords } from '../../src/domain/calendar/date-words.ts'
import { plainDateOf } from '../../src/domain/calendar/plain-date.ts'
import { upnCheckLetter } from '../../src/domain/identifiers/upn.ts'

/** A need with what is wanted of it and what is promised for it. */
export interface Thread {
  readonly need: string
  readonly outcome: string
  readonly provision: readonly string[]
}

export interface PlanWords {
  readonly givenName: string
  readonly familyName: string
  readonly bornOn: string
  readonly firstMadeOn: string
  readonly issuedOn: string
  readonly reviewedOn?: string
  readonly council?: string
  readonly views: readonly string[]
  readonly familyViews: readonly string[]
  readonly threads: readonly Thread[]
  readonly health?: { readonly need: string; readonly provision: string }
  readonly socialCare?: { readonly need: string; readonly provision: string }
  readonly setting: string
  readonly settingType: string
  readonly budget?: string
  readonly reports: readonly string[]
  /** Words that stand in the file before its first section, and belong to none. */
  readonly stray?: readonly string[]
}

/** A pupil number that cannot be real: its area is 001. `no` sets the children apart. */
export const inventedUpn = (no: number): string => {
  const rest = `00190013${String(no).padStart(4, '0')}`
  return `${upnCheckLetter(rest)}${rest}`
}

const day = (date: string): string => dateWords(plainDateOf(date))
const none = 'None identified.'

export async function wordPlanOf(plan: PlanWords, upn: string): Promise<OlderPlanFile> {
  const form = new Template()
  const name = `${plan.givenName} ${plan.familyName}`
  form.heading(`Education, Health and Care Plan for ${name}`)
  form.table([
    ['Name', name], ['Date of birth', day(plan.bornOn)], ['UPN', upn], ['Date of first EHC plan', day(plan.firstMadeOn)], ['Date of final plan', day(plan.issuedOn)],
    ...(plan.reviewedOn === undefined ? [] : [['Date of last review', day(plan.reviewedOn)]]), ['Local authority', plan.council ?? 'Wendmere Council'],
  ])
  form.words('none', plan.stray ?? [])
  form.heading('Section A: Views, interests and aspirations').heading(`${plan.givenName}’s views`, 2).words('A', plan.views).heading('The family’s views', 2).words('A', plan.familyViews)
  form.heading('Sections B, E and F: Needs, outcomes and provision')
  form.table([head('Special educational needs', 'Outcomes sought', 'Special educational provision'), ...plan.threads.map(({ need, outcome, provision }) => [
    { lines: [form.say('B', need)] }, { lines: [form.say('E', outcome)] }, { lines: provision.map((words) => form.say('F', words)) },
  ])])
  form.heading('Section C: Health needs').words('C', [plan.health?.need ?? none]).heading('Section D: Social care needs').words('D', [plan.socialCare?.need ?? none])
  form.heading('Section G: Health provision').words('G', [plan.health?.provision ?? none])
  form.heading('Section H1: Social care provision under the Chronically Sick and Disabled Persons Act 1970').words('H1', [none])
  form.heading('Section H2: Any other social care provision').words('H2', [plan.socialCare?.provision ?? none])
  form.heading('Section I: Placement').words('I', [plan.setting, plan.settingType])
  form.heading('Section J: Personal budget').words('J', [plan.budget ?? none])
  form.heading('Section K: Advice and information').bullets('K', plan.reports)
  return form.file(`${plan.familyName} ${plan.givenName} EHCP ${plan.issuedOn.slice(0, 4)}`, 'a table of needs, outcomes and provision', { footer: 'Official sensitive' })
}
