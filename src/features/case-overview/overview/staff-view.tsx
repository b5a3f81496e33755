import { planWithoutWords } from '../../../domain/plan/plan-shell.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { isOfCouncil, partWords } from '../../../domain/access/parts.ts'
import { mayLook } from '../../../domain/access/policy.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { ageOn, daysBetween } from '../../../domain/calendar/plain-date.ts'
import { actRow } from '../../../domain/case-file/open-acts.ts'
import type { ActName } from '../../../domain/case-file/open-acts.ts'
import { latestOf } from '../../../domain/case-file/facts.ts'
import { stageWords } from '../../../domain/case-file/stage-words.ts'
import { currentProcess } from '../../../domain/case-file/tracks.ts'
import type { StepName } from '../../../domain/timeline/step-words.ts'
import { holderWords, workWords } from '../../../domain/timeline/next-step.ts'
import type { LineStep } from '../../../domain/timeline/line-of.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { SummaryRow } from '../../../ui/govuk/summary-list.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import type { Task } from '../../../ui/govuk/task-list.tsx'
import { TaskList } from '../../../ui/govuk/task-list.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { ContextualDate } from '../../../ui/moj/contextual-date.tsx'
import { dateWords, plural } from '../../../ui/words.ts'
import { actWays, oncePerPage } from '../act-paths.ts'
import type { PartyRow } from '../case-overview-store.ts'
import { addressProtected } from '../case-overview-store.ts'
import type { LineRead } from '../line/read-line.ts'
import { wayOn } from './way-on.ts'

export interface StaffOverview extends LineRead {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly today: PlainDate
  readonly alerts: readonly string[]
  readonly parties: readonly PartyRow[]
  /** Legal dates of whose delay the family is still to be told. */
  readonly toTell: number
}

const standingWords = { law: 'set by law', guidance: 'guidance', planning: 'our own plan' } as const

export function staffView({ frame, caseFile, today, line, refused, alerts, parties, toTell }: StaffOverview) {
  const { steps } = line
  const waiting = steps.find(({ state }) => state === 'late') ?? steps.find(({ state }) => state === 'now')
  // Whose turn it is not need not be told what is next.
  const isCouncil = isOfCouncil(caseFile.parts)
  const now = tasksOf(caseFile, (act) => !isAside(act), isCouncil ? waiting?.step : undefined)
  const next = wayOn(caseFile, today)
  const always = tasksOf(caseFile, isAside)
  return (
    <CasePage frame={frame} caseFile={caseFile} title={childName(caseFile)} alerts={alerts} ageWords={`aged ${ageOn(caseFile.child.bornOn, today)}`} breadcrumbs={[{ text: 'Home', href: paths.home() }]} wide>
      <h1 class="govuk-heading-l">{childName(caseFile)}</h1>
      {alerts.includes(addressProtected) && mayLook('sealed-address', caseFile.parts) && <p class="govuk-body"><a class="govuk-link" href={paths.protectedAddress(caseFile.key)}>See the protected address, for a reason that is kept</a></p>}
      {toTell > 0 && <WarningText>{plural(toTell, 'legal date')} {toTell === 1 ? 'is' : 'are'} late, or will be. <a class="govuk-link" href={paths.caseDelays(caseFile.key)}>Tell the family why</a></WarningText>}
      {isOfCouncil(caseFile.parts) && planWithoutWords(caseFile.facts) !== undefined && (
        <InsetText>The plan’s words are not in the hub yet: its days came with a SEN2 return. <a class="govuk-link" href={paths.olderPlans({ area: caseFile.key.area })}>Bring in the plan</a></InsetText>
      )}
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          {next !== undefined && (
            <>
              <h2 class="govuk-heading-m">What comes next</h2>
              <p class="govuk-body">{next.why}</p>
              <Button href={next.href}>{next.text}</Button>
            </>
          )}
          <h2 class="govuk-heading-m">What can be done now</h2>
          {now.length === 0
            ? <p class="govuk-body">Nothing waits for you at this stage.</p>
            : <TaskList items={now} idPrefix="now" />}
          {refused.length > 0
            ? <NoDates caseFile={caseFile} refused={refused} />
            : <Dates steps={[...line.before, ...steps, ...line.beside]} today={today} />}
          {always.length > 0 && <h2 class="govuk-heading-m">Also possible</h2>}
          {always.length > 0 && <TaskList items={always} idPrefix="always" />}
        </div>
        <div class="govuk-grid-column-one-third">
          <SummaryList card={{ title: 'Where the case is' }} rows={whereRows(caseFile, steps, today)} />
          <WhoCanSee caseFile={caseFile} parties={parties} />
        </div>
      </div>
    </CasePage>
  )
}

/** What a case does not wait for: open at any stage, or rarely done. */
const isAside = (act: ActName): boolean => actRow(act).at === 'any' || actWays[act].isSeldom === true

/** The act that takes a case over the step that it waits for; of several the first that is open to whoever looks. */
const actOfStep: { readonly [S in StepName]?: ActName | readonly ActName[] } = {
  'assess-decision': 'decide-assessment', advice: 'ask-for-advice', 'plan-decision': 'decide-plan', draft: 'draft-plan', 'views-on-draft': 'answer-proposal',
  settings: 'consult-setting', 'final-plan': 'issue-final-plan',
  'first-review': 'record-review-meeting', review: 'record-review-meeting', 'review-meeting': 'record-review-meeting', 'review-report': 'record-review-report',
  'review-decision': ['decide-review', 'answer-proposal', 'record-review-decision'], 'amendment-notice': ['send-amendment-notice', 'decide-review', 'answer-proposal', 'record-amendment-notice'],
  'amended-plan': ['issue-amended-plan', 'answer-proposal', 'record-amended-final'],
}

/** What the case waits for comes first, and says so. */
function tasksOf(caseFile: CaseFile, wanted: (act: ActName) => boolean, waitsFor?: StepName): Task[] {
  const next = waitsFor === undefined ? undefined : [actOfStep[waitsFor] ?? []].flat().find((act) => caseFile.open.includes(act))
  const facts = currentProcess(caseFile.facts)
  const ways = caseFile.open.filter((act) => wanted(act) && actWays[act].isElsewhere !== true && (actWays[act].ofRights === undefined || caseFile.rightsMatter)).map((act) => {
    const { to, doneBy } = actWays[act]
    const done = doneBy === undefined ? undefined : latestOf(facts, doneBy)
    return { act, href: to({ ...caseFile.key, stage: caseFile.stage }), done }
  })
  const inOrder = [...ways.filter(({ act }) => act === next), ...ways.filter(({ act }) => act !== next)]
  return oncePerPage(inOrder).map(({ act, href, done }) => ({
    title: actRow(act).words, href,
    ...(done === undefined && act === next ? { statusTag: { colour: 'blue' as const, children: 'Next' } } : { status: done === undefined ? '' : `Done ${dateWords(done.happenedOn)}` }),
  }))
}

function whereRows(caseFile: CaseFile, steps: readonly LineStep[], today: PlainDate): SummaryRow[] {
  const waiting = steps.filter(({ state }) => state === 'now' || state === 'late')
  const first = waiting.find(({ state }) => state === 'late') ?? waiting[0]
  return [
    { key: 'Stage', value: stageWords[caseFile.stage].staff },
    ...(caseFile.receivedOn === undefined ? [] : [{ key: 'Received', value: `${dateWords(caseFile.receivedOn)}, ${weekWords(caseFile.receivedOn, today)}` }]),
    ...(first === undefined ? [] : [{ key: 'Waits for', value: `${workName(first)} (${holderWords[first.whoHolds].toLowerCase()})` }]),
    {
      key: caseFile.area.officerTitle.replace(/^./, (letter) => letter.toUpperCase()),
      value: caseFile.officer?.name ?? <Tag colour="red">Nobody yet</Tag>,
      ...(caseFile.open.includes('assign-officer') ? { actions: [{ href: paths.caseAssignOfficer(caseFile.key), text: 'Change', visuallyHiddenText: 'who looks after the case' }] } : {}),
    },
    { key: 'Case number', value: caseFile.reference },
  ]
}

const weekWords = (receivedOn: PlainDate, today: PlainDate): string => `week ${Math.floor(Math.max(0, daysBetween(receivedOn, today)) / 7) + 1}`

/** The step as work; a date that is no step by the name of its clock. */
const workName = (step: LineStep): string => (step.step === undefined ? step.reading?.clock.title ?? step.words : workWords[step.step])

function NoDates({ caseFile, refused }: { caseFile: CaseFile; refused: LineRead['refused'] }) {
  return (
    <InsetText>
      <p class="govuk-body">The dates cannot be worked out, because facts contradict each other: {refused.map(({ why }) => why).join(' ')}</p>
      {mayLook('timeline', caseFile.parts) && <p class="govuk-body"><a class="govuk-link" href={paths.caseTimeline(caseFile.key)}>Put the wrong day right in the timeline</a></p>}
    </InsetText>
  )
}

function Dates({ steps, today }: { steps: readonly LineStep[]; today: PlainDate }) {
  const shown = steps.filter(({ state, step }) => state !== 'not-needed' && step !== 'request')
  if (shown.length === 0) return <p class="govuk-body">Nobody has asked for an assessment yet, so no dates run.</p>
  return (
    <Table
      caption="Dates"
      captionSize="m"
      head={[{ content: 'Step' }, { content: 'Whose turn' }, { content: 'Last day' }, { content: 'State' }]}
      rows={shown.map((step) => [
        { content: workName(step) },
        { content: holderWords[step.whoHolds] },
        { content: <LastDay step={step} today={today} /> },
        { content: <StateTag step={step} /> },
      ])}
    />
  )
}

function LastDay({ step, today }: { step: LineStep; today: PlainDate }) {
  if (step.dueOn === undefined) return <>No day yet</>
  return (
    <>
      {step.state === 'done' ? dateWords(step.dueOn) : <ContextualDate date={step.dueOn} daysAway={daysBetween(today, step.dueOn)} />}
      {step.dueBy !== undefined && <span class="hub-quiet">, {standingWords[step.dueBy]}</span>}
      {step.targetOn !== undefined && <span class="hub-quiet">; target {dateWords(step.targetOn)}</span>}
      {step.explained !== undefined && <span class="hub-quiet">; family told to expect it by {dateWords(step.explained.expectedOn)}</span>}
    </>
  )
}

function StateTag({ step }: { step: LineStep }) {
  if (step.state === 'done') return <>Done{step.doneOn && ` ${dateWords(step.doneOn)}`}{step.daysLate !== undefined && <> <Tag colour="red">{plural(step.daysLate, 'day')} late</Tag></>}</>
  if (step.state === 'late') return <Tag colour="red">{step.daysLate === undefined ? 'Past' : `${plural(step.daysLate, 'day')} late`}</Tag>
  if (step.excuse !== undefined) return <Tag colour="yellow">Excused ({step.excuse})</Tag>
  return step.state === 'now' ? <Tag colour="blue">Now</Tag> : <>Later</>
}

function WhoCanSee({ caseFile, parties }: { caseFile: CaseFile; parties: readonly PartyRow[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">Who can see this case</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>The {caseFile.area.councilName} SEND team</li>
        {parties.map(({ name, part }) => <li>{name} ({partWords[part]})</li>)}
      </ul>
      {mayLook('people-on-case', caseFile.parts) && (
        <p class="govuk-body"><a class="govuk-link" href={paths.casePeople(caseFile.key)}>Who can see this case, and who has looked</a></p>
      )}
    </>
  )
}
