// A plan that the council decided to end is a plan in force until nobody can appeal (Children and Families Act 2014, ss.42, 45(4)). Everybody
// who works with it, and the family, reads so on every page of the case: nobody stops giving help on the day of a letter.

import type { Part } from '../domain/access/parts.ts'
import { isOfCouncil, isOfFamily } from '../domain/access/parts.ts'
import type { KeptUntil } from '../domain/ceasing/ceasing-of.ts'
import { keptUntil, openCeasing } from '../domain/ceasing/ceasing-of.ts'
import type { RecordedFact } from '../domain/case-file/facts.ts'
import { paths } from '../paths.ts'
import { NotificationBanner } from './govuk/notification-banner.tsx'
import { dateWords } from './words.ts'

/** Until when, as a clause after "It stays in force". */
export function untilWords(until: KeptUntil): string {
  switch (until.kind) {
    case 'time-to-appeal': return `at least until the end of ${dateWords(until.lastDay)}, and longer if there is an appeal`
    case 'appeal': return 'until the Tribunal has decided the appeal'
    case 'mediation': return 'while mediation is under way, and until the time to appeal after it has ended'
    case 'determined': return 'until the council ends it, as the Tribunal’s decision allows'
  }
}

interface Props { readonly facts: readonly RecordedFact[]; readonly parts: readonly Part[]; readonly caseKey: { readonly area: string; readonly caseId: string } }

export function PlanEnding({ facts, parts, caseKey }: Props) {
  const ceasing = openCeasing(facts)
  const until = ceasing === undefined ? undefined : keptUntil(facts, ceasing)
  if (until === undefined) return null
  const isFamily = isOfFamily(parts)
  return (
    <NotificationBanner title="The plan is still in force" titleId="plan-ending-title">
      <p class="govuk-notification-banner__heading">
        {isFamily ? 'We have decided to end the plan, but it has not ended.' : 'The council has decided to end this plan, but it has not ended.'}
      </p>
      <p class="govuk-body">
        {isFamily ? 'All the help in the plan must still be given. The plan goes on ' : 'All provision in it must still be made. It stays in force '}{untilWords(until)}.{' '}
        {isOfCouncil(parts) && <a class="govuk-link" href={paths.ceasing(caseKey)}>Ending the plan</a>}
        {parts.some((part) => part === 'parent' || part === 'young-person') && <a class="govuk-link" href={paths.disagreements(caseKey)}>What you can do if you do not agree</a>}
      </p>
    </NotificationBanner>
  )
}
