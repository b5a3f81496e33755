import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { stageWords } from '../../../domain/case-file/stage-words.ts'
import type { StepName } from '../../../domain/timeline/step-words.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { Task } from '../../../ui/govuk/task-list.tsx'
import { TaskList } from '../../../ui/govuk/task-list.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { londonTimeOf } from '../../../domain/calendar/london-date.ts'
import { dateWords } from '../../../ui/words.ts'
import type { FamilyCase } from '../home-store.ts'

/** What comes next, as a family says it. */
const nextForFamily: Record<StepName, string> = {
  request: 'We wait for the request', 'assess-decision': 'We tell you if we will assess', advice: 'We get advice from people who know about your child’s needs',
  'plan-decision': 'We tell you if there will be a plan', draft: 'We send you the draft plan', 'views-on-draft': 'You tell us what you think of the draft',
  settings: 'We ask schools or colleges', 'final-plan': 'We send you the final plan', 'if-you-disagree': 'You can appeal', 'first-review': 'We look at the plan with you',
}

export function FamilyHome({ cases, today }: { cases: readonly FamilyCase[]; today: PlainDate }) {
  if (cases.length === 0) return <EmptyState title="No case is open for your family now" />
  const tasks = cases.flatMap((one) => tasksFor(one, today))
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

function tasksFor({ row, windowLastDay, hasFinishedCommenting, finalToConfirm, hasGivenViews, lastAnswerAt }: FamilyCase, today: PlainDate): Task[] {
  return [
    ...(row.stage === 'draft-out' && !hasFinishedCommenting && windowLastDay !== undefined && windowLastDay >= today
      ? [{ title: `Tell us what you think of ${row.name}’s draft plan`, href: paths.sharedDraft(row.key), hint: `By ${dateWords(windowLastDay)}` }] : []),
    ...(finalToConfirm ? [{ title: `Read ${row.name}’s plan and tell us that you have it`, href: paths.finalPlan(row.key) }] : []),
    ...(['considering', 'assessing'].includes(row.stage) && !hasGivenViews ? [{ title: `Tell us your views about ${row.name}`, href: paths.giveViews({ ...row.key, whose: 'parent' }), hint: 'You can do this at any time before we write the plan' }] : []),
    ...(lastAnswerAt === undefined ? [] : [{ title: `Read our message about ${row.name}`, href: paths.caseMessages(row.key), hint: `Sent ${dateWords(londonTimeOf(lastAnswerAt).date)}` }]),
  ]
}

function ChildCard({ family, today }: { family: FamilyCase; today: PlainDate }) {
  const { row, officerPhone } = family
  const isLate = row.nextDueOn !== undefined && row.nextDueOn < today
  return (
    <SummaryList
      card={{ title: row.name, actions: [{ href: paths.caseOverview(row.key), text: 'Where are we?' }, { href: paths.caseMessages(row.key), text: 'Messages' }] }}
      rows={[
        { key: 'Now', value: stageWords[row.stage].family },
        row.nextStep !== undefined && { key: 'Next', value: nextForFamily[row.nextStep] },
        row.nextDueOn !== undefined && { key: 'By', value: isLate ? `${dateWords(row.nextDueOn)}. We are late, and we are sorry.` : dateWords(row.nextDueOn) },
        { key: 'Who looks after it', value: row.officer === undefined ? `${row.areaName} council` : `${row.officer}${officerPhone === undefined ? '' : `, phone ${officerPhone}`}` },
      ]}
    />
  )
}
