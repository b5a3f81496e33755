import type { ComponentChildren } from 'preact'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { stageWords } from '../../../domain/case-file/stage-words.ts'
import { daysBetween } from '../../../domain/calendar/plain-date.ts'
import type { Holder } from '../../../domain/clocks/clock.ts'
import { stepWords } from '../../../domain/timeline/step-words.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { Task } from '../../../ui/govuk/task-list.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { TaskList } from '../../../ui/govuk/task-list.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { londonTimeOf } from '../../../domain/calendar/london-date.ts'
import { dateWords, plural } from '../../../ui/words.ts'
import type { FamilyCase } from '../home-store.ts'
import type { ReviewAsked } from '../reviews-asked-store.ts'

export function FamilyHome({ cases, reviews, today }: { cases: readonly FamilyCase[]; reviews: readonly ReviewAsked[]; today: PlainDate }) {
  if (cases.length === 0) return <EmptyState title="No case is open for your family now" />
  const tasks = cases.flatMap((one) => [...reviews.filter(({ row, meetingOn }) => row.key.caseId === one.row.key.caseId && meetingOn >= today).map(reviewTask), ...tasksFor(one, today)])
  return (
    <TwoThirds>
      <h2 class="govuk-heading-m">What you need to do</h2>
      {tasks.length === 0
        ? <p class="govuk-body">Nothing right now. We will tell you when we need something.</p>
        : <TaskList items={tasks} idPrefix="family" />}
      {cases.map((one) => <ChildCard family={one} today={today} />)}
    </TwoThirds>
  )
}

/** What they think is asked for before the meeting, and can be said until it. */
const reviewTask = ({ row, reviewId, invitationId, meetingOn, part }: ReviewAsked): Task => ({
  title: part === 'begun' ? `Go on with what you think about ${row.name}’s plan` : `Tell us what you think about ${row.name}’s plan`,
  href: paths.reviewContribute({ ...row.key, reviewId, invitationId }), hint: `For the meeting on ${dateWords(meetingOn)}`,
})

function tasksFor({ row, windowLastDay, changesLastDay, hasFinishedCommenting, finalToConfirm, hasGivenViews, lastAnswerAt }: FamilyCase, today: PlainDate): Task[] {
  return [
    ...(row.stage === 'draft-out' && !hasFinishedCommenting && windowLastDay !== undefined && windowLastDay >= today
      ? [{ title: `Tell us what you think of ${row.name}’s draft plan`, href: paths.sharedDraft(row.key), hint: `By ${dateWords(windowLastDay)}` }] : []),
    ...(row.stage === 'amending' && !hasFinishedCommenting && changesLastDay !== undefined && changesLastDay >= today
      ? [{ title: `Tell us what you think of the changes to ${row.name}’s plan`, href: paths.sharedDraft(row.key), hint: `By ${dateWords(changesLastDay)}` }] : []),
    ...(finalToConfirm ? [{ title: `Read ${row.name}’s plan and tell us that you have it`, href: paths.finalPlan(row.key) }] : []),
    ...(['considering', 'assessing'].includes(row.stage) && !hasGivenViews ? [{ title: `Tell us your views about ${row.name}`, href: paths.giveViews({ ...row.key, whose: 'parent' }), hint: 'You can do this at any time before we write the plan' }] : []),
    ...(lastAnswerAt === undefined ? [] : [{ title: `Read our message about ${row.name}`, href: paths.caseMessages(row.key), hint: `Sent ${dateWords(londonTimeOf(lastAnswerAt).date)}` }]),
  ]
}

function ChildCard({ family, today }: { family: FamilyCase; today: PlainDate }) {
  const { row, officerPhone, isYoungPerson } = family
  const { family: now, youngPerson } = stageWords[row.stage]
  const next = nextFor(family, today)
  return (
    <SummaryList
      card={{ title: row.name, actions: [{ href: paths.caseOverview(row.key), text: 'Where are we?' }, { href: paths.caseMessages(row.key), text: 'Messages' }] }}
      rows={[
        { key: 'Now', value: isYoungPerson ? youngPerson ?? now : now },
        next !== undefined && { key: 'Next', value: next.words },
        next?.by !== undefined && { key: 'By', value: next.by },
        next !== undefined && { key: 'Who has it', value: holderForFamily[next.holder] },
        { key: 'Who looks after it', value: row.officer === undefined ? `${row.areaName} council` : `${row.officer}${officerPhone === undefined ? '' : `, phone ${officerPhone}`}` },
      ]}
    />
  )
}

const holderForFamily: Record<Holder, string> = { council: 'The council', family: 'You', advisers: 'The people we asked for advice', setting: 'The school or college' }

/** The family's own time comes first: nothing else goes on before it is over. */
function nextFor({ row, windowLastDay, nextDueBy, isExcused }: FamilyCase, today: PlainDate): { words: string; by?: ComponentChildren; holder: Holder } | undefined {
  if (row.stage === 'draft-out' && windowLastDay !== undefined && windowLastDay >= today) {
    return { words: stepWords('views-on-draft', 'next'), by: dateWords(windowLastDay), holder: 'family' }
  }
  if (row.nextStep === undefined) return undefined
  const next = { words: stepWords(row.nextStep, 'next'), holder: row.nextHolder ?? 'council' }
  if (row.nextDueOn === undefined) return next
  const kind = nextDueBy === 'planning' ? ' (our own plan, not law)' : nextDueBy === 'guidance' ? ' (set by guidance, not law)' : ''
  const daysLate = daysBetween(row.nextDueOn, today)
  if (daysLate > 0) return { ...next, by: <>{dateWords(row.nextDueOn)}{kind} <Tag colour="red">{plural(daysLate, 'day')} late</Tag><br />{next.holder === 'council' ? 'We are late, and we are sorry.' : 'It is late, and we are sorry.'}</> }
  return { ...next, by: isExcused ? 'As soon as we can. The law lets us take longer with this.' : `${dateWords(row.nextDueOn)}${kind}` }
}
