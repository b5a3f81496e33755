// The worker's look at who looked, each minute. It finds what a person should ask about and tells the access officer; it stops nobody.

import type { Job } from '../../../casebook/feature.ts'
import { listAreas } from '../../../casebook/open-area.ts'
import type { Occasion, Tx } from '../../../casebook/tx.ts'
import { inTransaction } from '../../../casebook/tx.ts'
import { missesToTell } from '../../../domain/access/emergency.ts'
import type { UnusualKind } from '../../../domain/access/unusual.ts'
import { isOutOfHours, limitFor, outOfHoursLimit } from '../../../domain/access/unusual.ts'
import type { Instant } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import { instantAfter } from '../../../platform/clock/system-clock.ts'
import { tellAccessOfficers } from '../tell-access-officers.ts'
import type { Found } from './unusual-store.ts'
import { countMisses, countUnrelated, findColleagues, findSameName, keepUnusual, rolesOf } from './unusual-store.ts'

const minutes = 60 * 1000
const hour = 60 * minutes

export const findUnusualAccess: Job = {
  name: 'find-unusual-access',
  runsAt: '* * * * *',
  run: (occasion: Occasion) => inTransaction(occasion, async (tx) => {
    const told = new Set<string>()
    const keep = async (kind: UnusualKind, found: readonly Found[], since: Instant): Promise<void> => {
      for (const one of found) if (await keepUnusual(tx, kind, one, { key: one.caseId ?? tx.now, since })) told.add(one.localAreaId)
    }
    const lastHour = instantAfter(tx.now, -hour)
    await keep('many-cases', await overTheLimit(tx, lastHour), lastHour)
    const nightBegan = outOfHoursSince(tx.now)
    if (nightBegan !== undefined) await keep('out-of-hours', await countUnrelated(tx, nightBegan, outOfHoursLimit), nightBegan)
    await keep('same-name', await findSameName(tx, lastHour), lastHour)
    await keep('colleague', await findColleagues(tx, lastHour), lastHour)
    await keep('emergency-misses', await countMisses(tx, lastHour, `POST ${paths.emergency.pattern}`, missesToTell), lastHour)
    if (told.size === 0) return
    for (const area of await listAreas(tx)) if (told.has(area.id)) await tellAccessOfficers(tx, area, 'unusual')
  }),
}

async function overTheLimit(tx: Tx, since: Instant): Promise<Found[]> {
  const limits = tx.house.unusualLimits
  const many = await countUnrelated(tx, since, Math.min(...Object.values(limits)))
  const over: Found[] = []
  for (const one of many) if (one.cases > limitFor(await rolesOf(tx, one.personId), limits)) over.push(one)
  return over
}

/** When the night or the day off began in which this moment is; undefined in office hours. At most twelve hours back. */
function outOfHoursSince(now: Instant): Instant | undefined {
  if (!isOutOfHours(now)) return undefined
  let since = now
  for (let step = 0; step < 12 * 4 && isOutOfHours(instantAfter(since, -15 * minutes)); step += 1) since = instantAfter(since, -15 * minutes)
  return since
}
