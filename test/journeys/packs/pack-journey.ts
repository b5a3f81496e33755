// One pack from the request to the final plan: the real texts, through the real pages, by the real people, day after day.

import type { CaseKey } from '../../../src/casebook/open-case-file.ts'
import type { Cast } from '../cast.ts'
import { daysAfter, morningOf } from '../steps/dates.ts'
import { assignOfficer, decideToAssess, decideToIssue, tellOfRequest } from '../steps/decide.ts'
import { findCase } from '../steps/request.ts'
import type { Pack } from './pack.ts'
import { acceptPackAdvice, askForPackAdvice, givePackAdvice, keepPackTermsOut, officerId } from './pack-advice.ts'
import { assemblePack, recordPackNones, writePack } from './pack-plan.ts'
import { peopleIn } from './pack-people.ts'
import { makePackRequest } from './pack-request.ts'

export async function walkPack(cast: Cast, pack: Pack): Promise<CaseKey> {
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

  const writer = await cast.as(people.writer)
  await assemblePack(writer, pack, key, adviceIds)
  await writePack(writer, pack, key, adviceIds)
  await recordPackNones(writer, pack, key)
  return key
}
