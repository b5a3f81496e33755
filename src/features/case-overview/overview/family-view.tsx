import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { ActName } from '../../../domain/case-file/open-acts.ts'
import type { FactType } from '../../../domain/case-file/facts.ts'
import { latestOf } from '../../../domain/case-file/facts.ts'
import { stageWords } from '../../../domain/case-file/stage-words.ts'
import type { Stage } from '../../../domain/case-file/tracks.ts'
import type { PersonId } from '../../../domain/ids.ts'
import type { TimelineStep } from '../../../domain/timeline/timeline-of.ts'
import { paths } from '../../../paths.ts'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { TaskList } from '../../../ui/govuk/task-list.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { ProgressLine } from '../../../ui/progress-line.tsx'
import type { ProgressStep } from '../../../ui/progress-line.tsx'
import { dateWords } from '../../../ui/words.ts'
import { actWays, oncePerPage } from '../act-paths.ts'

export interface FamilyOverview {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly today: PlainDate
  readonly steps: readonly TimelineStep[]
  /** Who is looking: what the other parent has done is not done by this one. */
  readonly viewerId: PersonId | undefined
}

/** Acts that we ask of a family while they are open; the rest are there when wanted. */
const asked: readonly ActName[] = ['give-views', 'propose-change', 'make-wish', 'finish-commenting', 'acknowledge-plan']

const turnWords = { council: 'It is our turn', family: 'It is your turn', advisers: 'We are waiting for the people we asked', setting: 'We are waiting for the schools or colleges we asked' } as const

/** The fact that says that somebody of the family has done what was asked of them. */
const doneByFact: { readonly [A in ActName]?: FactType } = {
  'give-views': 'views-recorded', 'finish-commenting': 'family-finished-commenting', 'acknowledge-plan': 'plan-acknowledged',
}

/** Views are asked for until the plan is written; after that the draft is what they say something about. */
const isWaitedFor = (act: ActName, stage: Stage): boolean => act !== 'give-views' || stage === 'considering' || stage === 'assessing'

/** A draft that has not been sent to the family is not theirs to read yet. */
const isThere = (act: ActName, stage: Stage): boolean => act !== 'propose-change' || stage === 'draft-out'

export function familyView({ frame, caseFile, steps, today, viewerId }: FamilyOverview) {
  const issued = latestOf(caseFile.facts, 'final-issued')
  const hasDone = (act: ActName): boolean => caseFile.facts.some((fact) =>
    fact.type === doneByFact[act] && fact.recordedBy === viewerId && !(fact.type === 'views-recorded' && fact.whose === 'child')
    && (act !== 'acknowledge-plan' || issued === undefined || fact.seq > issued.seq))
  const ways = oncePerPage(caseFile.open.flatMap((act) => {
    const { family, to } = actWays[act]
    const isNeeded = asked.includes(act) && isWaitedFor(act, caseFile.stage) && !hasDone(act)
    return family === undefined || !isThere(act, caseFile.stage) ? [] : [{ act, title: family, href: to({ ...caseFile.key, stage: caseFile.stage }), isNeeded }]
  }))
  const needed = ways.filter(({ isNeeded }) => isNeeded)
  // What was done once and is over is not offered again; the rest stays there for whoever wants it.
  const others = ways.filter(({ act, isNeeded }) => !isNeeded && act !== 'finish-commenting' && act !== 'acknowledge-plan')
  const window = steps.find(({ step, state }) => step === 'views-on-draft' && state === 'now')
  const late = steps.filter(({ state, whoHolds }) => state === 'late' && whoHolds !== 'family')
  const name = childName(caseFile)
  return (
    <CasePage frame={frame} caseFile={caseFile} title="Where are we?" breadcrumbs={[{ text: 'Home', href: paths.home() }]}>
      <TwoThirds>
        <span class="govuk-caption-l">{name}</span>
        <h1 class="govuk-heading-l">Where are we?</h1>
        <p class="govuk-body-l">{stageWords[caseFile.stage].family}</p>
        {late.length > 0 && <LateWords caseFile={caseFile} />}
        {caseFile.officer !== undefined && (
          <p class="govuk-body">
            <strong>{caseFile.officer.name}</strong> looks after {name}’s case.{' '}
            <a class="govuk-link" href={paths.caseMessages(caseFile.key)}>Send a message</a>
          </p>
        )}
        <h2 class="govuk-heading-m">What you need to do</h2>
        {needed.length === 0
          ? <p class="govuk-body">Nothing right now. We will tell you when we need something.</p>
          : <TaskList idPrefix="needed" items={needed.map(({ title, href, act }) => ({ title, href, ...(window?.dueOn !== undefined && act !== 'give-views' ? { hint: `By ${dateWords(window.dueOn)}` } : {}) }))} />}
        <h2 class="govuk-heading-m">The steps</h2>
        {steps.length === 0
          ? <p class="govuk-body">Nobody has asked for an assessment yet.</p>
          : <ProgressLine steps={steps.filter(({ state }) => state !== 'not-needed').map((step) => progressStep(step, today))} />}
        {others.length > 0 && <h2 class="govuk-heading-m">What else you can do</h2>}
        {others.length > 0 && (
          <ul class="govuk-list govuk-list--spaced">
            {others.map(({ title, href }) => <li><a class="govuk-link" href={href}>{title}</a></li>)}
          </ul>
        )}
        <Details summary="What the dates mean">
          <p class="govuk-body">The whole way takes 20 weeks at most, from your request to the final plan. The law sets most of these dates.</p>
          <p class="govuk-body">Dates in the law do not move for weekends or holidays.</p>
        </Details>
      </TwoThirds>
    </CasePage>
  )
}

function LateWords({ caseFile }: { caseFile: CaseFile }) {
  const support = caseFile.area.contacts.informationAdviceSupport
  return (
    <InsetText>
      <p class="govuk-body"><strong>We are late, and we are sorry.</strong> You can ask us why, and when it will be done.</p>
      <p class="govuk-body govuk-!-margin-bottom-0">
        <a class="govuk-link" href={paths.caseMessages(caseFile.key)}>Ask us about the delay</a>. If our answer is not good enough, you can complain to {caseFile.area.councilName}
        {support === undefined ? '.' : <>. {support.name} can help you for free{support.phone === undefined ? '' : `: phone ${support.phone}`}.</>}
      </p>
    </InsetText>
  )
}

function progressStep(step: TimelineStep, today: PlainDate): ProgressStep {
  const on = step.state === 'done' ? step.doneOn : step.dueOn
  const isPlan = step.dueBy === 'planning' && step.state !== 'done'
  const isRunning = step.state === 'now' || step.state === 'late'
  const isCloseBy = on !== undefined && on >= today
  return {
    title: step.words, state: step.state === 'not-needed' ? 'not needed' : step.state, ...(on === undefined ? {} : { on }),
    ...(isRunning || step.doneLate ? {
      children: (
        <p class="govuk-body-s govuk-!-margin-bottom-0">
          {isRunning && `${turnWords[step.whoHolds]}. `}
          {isRunning && isPlan && isCloseBy && 'This is the day we plan for. '}
          {step.doneLate && step.dueOn !== undefined && `This was late. It was due by ${dateWords(step.dueOn)}.`}
        </p>
      ),
    } : {}),
  }
}
