// One pack from the request to the final plan: the real texts, through the real pages, by the real people, day after day.

import type { CaseKey } from '../../../src/casebook/open-case-file.ts'
import type { Cast } from '../cast.ts'
import { demoOrganisationId } from '../../../src/features/demo/seed-world.ts'
import { demoOrganisations } from '../../../src/features/demo/world.ts'
import { paths } from '../../../src/paths.ts'
import { daysAfter, morningOf, weekdayFrom } from '../steps/dates.ts'
import { assignOfficer, decideToAssess, decideToIssue, tellOfRequest } from '../steps/decide.ts'
import { issueFinal, openAndAcknowledge, recordHealthAgreement, releaseFindings } from '../steps/issue.ts'
import { findCase } from '../steps/request.ts'
import { answerComments, answerConsultation, commentOn, consultSettings, shareDraft } from '../steps/share.ts'
import type { Pack } from './pack.ts'
import { acceptPackAdvice, askForPackAdvice, givePackAdvice, keepPackTermsOut, officerId } from './pack-advice.ts'
import { assemblePack, recordPackNones, writePack } from './pack-plan.ts'
import { peopleIn } from './pack-people.ts'
import { makePackRequest } from './pack-request.ts'

export interface WalkedPack {
  readonly key: CaseKey
  /** What the check held and a named manager released, in the words of the check. */
  readonly released: readonly string[]
}

export async function walkPack(cast: Cast, pack: Pack): Promise<WalkedPack> {
  const { request } = pack.case
  const people = peopleIn(pack.id)
  const on = (day: string): void => cast.hub.setNow(morningOf(day))

  on(request.receivedOn)
  const reference = await makePackRequest(await cast.as(people.requester), pack)
  const officer = await cast.as(people.officer)
  const key = await findCase(officer, reference)
  await assignOfficer(officer, key, officerId(pack))
  await tellOfRequest(officer, key)

  on(request.decidedOn)
  await decideToAssess(await cast.as(people.manager), key, 'There are special educational needs, and a plan may be necessary to meet them.')
  on(request.adviceRequestedOn)
  await askForPackAdvice(cast, pack, key)
  const adviceIds = await givePackAdvice(cast, pack, key)
  const lastDay = pack.case.advice.map(({ dated }) => dated).toSorted().at(-1) ?? ''
  on(daysAfter(lastDay, 1))
  await acceptPackAdvice(cast, pack, key, adviceIds)
  await keepPackTermsOut(cast, pack, key)
  on(daysAfter(lastDay, 2))
  await decideToIssue(await cast.as(people.manager), key, {
    found: 'The advice agrees on needs that ordinary provision cannot meet.', reasons: 'A plan is necessary.',
  })

  const writers = { writer: await cast.as(people.writer), again: await cast.again(people.writer) }
  await assemblePack(writers, pack, key, adviceIds)
  const lineOf = await writePack(writers, pack, key, adviceIds)
  await recordPackNones(writers.writer, pack, key, lineOf)
  const days = (after: number): string => weekdayFrom(daysAfter(lastDay, after))
  on(days(3))
  await shareDraft(await cast.as(people.officer), key)
  await consultSettings(await cast.as(people.officer), key, [pack.case.setting.name])
  on(days(6))
  await familyComments(cast, pack, key)
  on(days(8))
  await answerConsultation(await cast.as(people.senco), key)
  await answerComments(await cast.as(people.officer), key, 'Thank you. The plan keeps to what the advice says; we will look at it again at the first review.')
  on(days(10))
  if (pack.expected.provision.some(({ section, action }) => section === 'G' && action === 'use')) {
    await recordHealthAgreement(await cast.as(people.healthLead), key, { by: 'Agnes Follett-Rao, designated clinical officer', on: days(10) })
  }
  // The family's time is over: fifteen days, the two of the post and a weekend.
  on(days(24))
  const manager = await cast.as(people.manager)
  const released = await releaseFindings({ manager, again: await cast.again(people.manager) }, key, (finding) => `The author has been asked and the plan should not wait for it. It will be amended when the answer comes. (${finding.slice(0, 80)})`)
  await issueFinal(manager, key, { placement: 'setting', settingId: settingId(pack) })
  on(days(25))
  const [parent] = Object.values(people.parents)
  for (const reader of [people.senco, ...(parent === undefined ? [] : [parent])]) await openAndAcknowledge(await cast.as(reader), key)
  return { key, released }
}

const settingId = (pack: Pack): string => demoOrganisationId(demoOrganisations.find(({ name }) => name === pack.case.setting.name)?.key ?? '')

/** In the hub where a parent has an account; else by the telephone, through an interpreter where one is needed. */
async function familyComments(cast: Cast, pack: Pack, key: CaseKey): Promise<void> {
  const { officer, parents } = peopleIn(pack.id)
  const comment = { kind: 'comment', comment: 'This is right. Please keep it as it is.' }
  const [own] = Object.values(parents)
  if (own !== undefined) return commentOn(await cast.as(own), key, 'F', comment)
  const writing = await cast.as(officer)
  const [parent] = pack.case.family
  await writing.get(paths.sharedDraft(key))
  return commentOn(writing, key, 'F', { ...comment, whose: parent?.name ?? '', how: parent?.interpreter === true ? 'interpreter' : 'phone' })
}
