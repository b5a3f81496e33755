// Children without a plan whom the service knows: refused, withdrawn, not yet decided, under assessment, no plan, or with support in school.

import { attend, settingOn } from './attending.ts'
import { assess, finalOn, timesFor, type End } from './assessment.ts'
import { workingDay } from './days.ts'
import { appealedNoPlans, appealedRefusals, disputeDecision, mediatedNoPlans, mediatedRefusals } from './disputes.ts'
import { luckOf, type Luck, type Times } from './lateness.ts'
import type { Life } from './lives.ts'
import type { Standing } from './world.ts'

/** How far back a request can lie that nobody has decided, or whose assessment goes on. */
const longest = { undecided: 110, assessing: 500 } as const

export function liveRequest(life: Life, standing: Standing): void {
  const { world, ledger, random, bornOn, attending, officer } = life
  const { today, area: { profile } } = world
  if (standing.is === 'support') {
    attend(ledger, attending, world.hubFrom, today)
    return
  }
  if (standing.is === 'undecided' || standing.is === 'assessing') {
    const found = stillOpen(life, standing.is)
    attend(ledger, attending, found.requestedOn, today)
    assess(begun(life, found.requestedOn, found.luck), 'plan', found.times)
    return
  }
  if (!('year' in standing)) return
  const endedOn = today - 1 - standing.year * 365 - Math.floor(random.next() * 365)
  const luck = luckOf(random)
  const end: End = standing.is === 'refused' ? 'refused' : standing.is === 'no-plan' ? 'no-plan' : 'withdrawn'
  const lengthOf = (times: Times): number => (end === 'refused' ? times.decided : end === 'no-plan' ? times.planDecided : 0)
  let requestedOn = workingDay(endedOn - 40)
  for (let round = 0; round < 2; round += 1) requestedOn = workingDay(endedOn - lengthOf(timesFor({ world, officer, luck, requestedOn })))
  requestedOn = Math.min(Math.max(requestedOn, bornOn + 200), end === 'withdrawn' ? today - 40 : today)
  const times = timesFor({ world, officer, luck, requestedOn })
  attend(ledger, attending, Math.max(requestedOn, world.hubFrom), today)
  const decidedOn = assess(begun(life, requestedOn, luck), end, times)
  const ends = standing.year === 0 ? 'left-open' : 'given-up'
  if (end === 'refused') disputeDecision(ledger, random, decidedOn, 'assess', { mediated: mediatedRefusals(profile), appealed: appealedRefusals(profile) }, ends)
  if (end === 'no-plan') disputeDecision(ledger, random, decidedOn, 'issue', { mediated: mediatedNoPlans(profile), appealed: appealedNoPlans }, ends)
}

const begun = ({ world, ledger, random, officer, bornOn, attending }: Life, requestedOn: number, luck: Luck): Parameters<typeof assess>[0] => {
  const setting = settingOn(attending, requestedOn)
  return { world, ledger, random, officer, luck, requestedOn, age: Math.floor((requestedOn - bornOn) / 365.25), ...(setting === undefined ? {} : { setting }) }
}

/** Days are tried until one is found that leaves the request where it is said to be: long assessments are found more often, as they are in life. */
function stillOpen({ world, random, officer, bornOn }: Life, is: 'undecided' | 'assessing'): { readonly requestedOn: number; readonly luck: Luck; readonly times: Times } {
  for (let tries = 0; tries < 400; tries += 1) {
    const luck = luckOf(random)
    const requestedOn = workingDay(world.today - Math.floor(random.next() * longest[is]))
    if (requestedOn < bornOn + 150) continue
    const times = timesFor({ world, officer, luck, requestedOn })
    const isDecided = workingDay(requestedOn + times.decided) <= world.today
    if (is === 'undecided' ? !isDecided : isDecided && finalOn(requestedOn, times) > world.today) return { requestedOn, luck, times }
  }
  throw new Error(`no day leaves a request ${is}`)
}
