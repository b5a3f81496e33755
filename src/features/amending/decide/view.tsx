import { paths } from '../../../paths.ts'
import { isForParts } from '../../../domain/access/policy.ts'
import { sections, sectionTitles } from '../../../domain/plan/sections.ts'
import { unchangedCount } from '../../../domain/plan/changes.ts'
import { lastDayOfClock } from '../../../domain/clocks/last-day.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { Proposal } from '../../../casebook/plan/proposals.ts'
import { whoSaid } from '../../../casebook/plan/proposals.ts'
import { RadiosField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form, textOf } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { PlanChanges } from '../../../ui/plan-changes.tsx'
import { PlanRead } from '../../../ui/plan-read.tsx'
import { dateWords, plural, weekdayWords } from '../../../ui/words.ts'
import type { Amendment } from '../open-amendment.ts'
import { keepsAfterReassessment } from '../open-amendment.ts'
import { causeWords, numbersOf, placeOf, wanted } from '../words.ts'
import { fieldOf } from './answers-form.ts'
import type { Sending } from './decision-fields.tsx'
import { DecisionFields } from './decision-fields.tsx'
import { ProposalFields } from './proposal-fields.tsx'

interface Props {
  readonly frame: PageFrame
  readonly amendment: Amendment
  /** The last day of the year in which the review must be complete. */
  readonly yearEnd?: PlainDate | undefined
  /** For those who may decide now. */
  readonly sending?: Sending
  readonly errors: FormErrors
  readonly values: FormValues
}

export const decideTitle = ({ subject }: Pick<Amendment, 'subject'>): string =>
  (subject.notice !== undefined ? 'After the amendment notice' : subject.kind === 'review' ? 'From the report to the decision' : 'Amend the plan')

export function view(props: Props) {
  const { frame, amendment, sending, errors, values } = props
  const { caseFile, subject, open, inForce, live, changes } = amendment
  const title = decideTitle(amendment)
  const numbers = numbersOf(inForce?.version.content, live)
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.amendments(caseFile.key), text: 'Reviews and amendments of this plan' }}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <Head {...props} />
        <Form tokens={frame.tokens} action={paths.amendment({ ...caseFile.key, reviewId: subject.id })}>
          <input type="hidden" name="mark" value={amendment.mark} />
          <h2 class="govuk-heading-m" id="proposals" tabindex={-1}>{open.length === 0 ? 'Nothing waits for an answer' : `What was proposed: ${plural(open.length, 'answer')} to give`}</h2>
          {sections.filter((section) => open.some(({ proposal }) => proposal.section === section)).map((section) => (
            <>
              <h3 class="govuk-heading-s hub-section-of">Section {section}: {sectionTitles[section]}</h3>
              {open.filter(({ proposal }) => proposal.section === section).map((here) => (
                <ProposalFields
                  caseFile={caseFile} here={here} numbers={numbers} errors={errors} values={values}
                  inForce={inForce?.version.content.lines.find(({ id }) => id === here.proposal.lineId)} recommended={amendment.recommended.get(here.proposal.id)}
                />
              ))}
            </>
          ))}
          {open.length > 1 && (
            <RadiosField
              name="rest" legend="All that you have not marked above" small errors={errors} values={values}
              hint="Not comments, and not lines that were changed since: they need your own answer."
              items={[{ value: 'accept', text: 'Accept as proposed' }, { value: 'later', text: 'Leave open for now' }]}
            />
          )}
          <SoFar amendment={amendment} />
          {sending === undefined
            ? open.length > 0 && <Button name="step" value="keep" preventDoubleClick>Keep the answers</Button>
            : <DecisionFields caseFile={caseFile} isReview={subject.kind === 'review'} sending={sending} errors={errors} values={values} />}
        </Form>
        <Answered {...props} numbers={numbers} />
        <Details summary={`Lines that do not change: ${unchangedCount(live, changes)}`}>
          <PlanRead content={{ ...live, lines: live.lines.filter(({ id }) => !changes.some((change) => change.id === id)) }} only={sections.filter((section) => live.lines.some((line) => line.section === section))} />
        </Details>
        <p class="govuk-body"><a class="govuk-link" href={paths.plan(caseFile.key)}>Change a line that nobody proposed to change</a></p>
      </TwoThirds>
    </CasePage>
  )
}

function Head({ amendment, yearEnd, sending }: Props) {
  const { caseFile, subject, metOn, reportOn, window, inForce, open, changes } = amendment
  const key = { ...caseFile.key, reviewId: subject.id }
  const fourWeeks = metOn === undefined ? undefined : lastDayOfClock('REV-09', metOn)
  const isYearFirst = yearEnd !== undefined && fourWeeks !== undefined && yearEnd < fourWeeks
  return (
    <>
      {inForce === undefined && <WarningText>The hub holds no final plan of this child, so nothing can be compared with it.</WarningText>}
      {subject.kind === 'review' && !subject.isHeld && <InsetText>The meeting is on {dateWords(subject.since)}. It is decided after it.</InsetText>}
      {metOn !== undefined && fourWeeks !== undefined && subject.notice === undefined && (
        <InsetText>
          The meeting was on {dateWords(metOn)}{reportOn === undefined ? ', and no report of it is here yet: that is no reason to wait' : `, its report went out on ${dateWords(reportOn)}`}. The
          decision and the amendment notice are due by <strong>{weekdayWords(isYearFirst ? yearEnd : fourWeeks)}</strong>{isYearFirst ? ', when the year of the review ends' : ''}.
        </InsetText>
      )}
      {subject.because !== undefined && <p class="govuk-body">Begun on {dateWords(subject.since)}: {causeWords[subject.because].text.toLowerCase()}.</p>}
      {window !== undefined && (
        <>
          <InsetText>
            The amendment notice went on {dateWords(subject.notice?.on ?? window.firstDay)}. The family has until the end of <strong>{weekdayWords(window.lastDay)}</strong> to answer.
          </InsetText>
          <ul class="govuk-list">
            <li><a class="govuk-link" href={paths.amendmentNotice(key)}>The notice as the family has it</a></li>
            {isForParts('answer-wish', caseFile.parts) && <li><a class="govuk-link" href={paths.wishes(caseFile.key)}>What the family asked for</a></li>}
            {caseFile.open.includes('issue-amended-plan') && open.length === 0 && <li><a class="govuk-link" href={paths.issueAmended(key)}>Issue the amended final plan</a></li>}
            {caseFile.open.includes('decide-not-to-amend') && <li><a class="govuk-link" href={paths.notAmending(key)}>Decide not to amend after all</a></li>}
          </ul>
        </>
      )}
      {keepsAfterReassessment(amendment) && changes.length === 0 && caseFile.open.includes('decide-not-to-amend') && (
        <p class="govuk-body">If no line needs to change: <a class="govuk-link" href={paths.notAmending(key)}>Keep the plan as it is after the new assessment</a></p>
      )}
      {sending === undefined && subject.notice === undefined && <p class="govuk-body">You can answer what was proposed. Somebody with the power to decide then sends the letters.</p>}
    </>
  )
}

function SoFar({ amendment: { changes } }: { amendment: Amendment }) {
  if (changes.length === 0) return null
  return (
    <div id="changes" tabindex={-1}>
      <Details summary={`The plan before and after, with what is accepted so far: ${plural(changes.length, 'line')}`} open><PlanChanges changes={changes} /></Details>
    </div>
  )
}

const decisions = { accepted: { text: 'Accepted', colour: 'green' }, declined: { text: 'Declined', colour: 'orange' }, answered: { text: 'Answered', colour: 'blue' } } as const

function Answered({ frame, amendment: { caseFile, subject, answered }, numbers, values }: Props & { readonly numbers: Parameters<typeof placeOf>[1] }) {
  if (answered.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m" id="answered" tabindex={-1}>Answered: {answered.length}</h2>
      {answered.map((proposal) => (
        <div class="hub-proposal">
          <p class="govuk-body govuk-!-margin-bottom-1">
            <strong>{placeOf(proposal, numbers)}: {wanted[proposal.kind]}</strong>, {whoSaid(proposal).name}{' '}
            <Tag colour={decisions[proposal.decision ?? 'answered'].colour}>{decisions[proposal.decision ?? 'answered'].text}</Tag>
          </p>
          <p class="govuk-body-s govuk-!-margin-bottom-1">{proposal.decidedBy}{proposal.decisionReason !== undefined && `: ${proposal.decisionReason}`}</p>
          <NotKept proposal={proposal} values={values} />
          {subject.notice === undefined && caseFile.open.includes('answer-proposal') && (
            <Form tokens={frame.tokens} action={paths.reopenProposal({ ...caseFile.key, reviewId: subject.id })}>
              <input type="hidden" name="proposalId" value={proposal.id} />
              <button type="submit" class="hub-link-button">Open it again<span class="govuk-visually-hidden"> ({placeOf(proposal, numbers)}, {whoSaid(proposal).name})</span></button>
            </Form>
          )}
        </div>
      ))}
    </>
  )
}

/** Somebody else was quicker: what was typed comes back beside what stands. */
function NotKept({ proposal, values }: { proposal: Proposal; values: FormValues }) {
  const [chosen, wording, reason] = (['decision', 'wording', 'reason'] as const).map((what) => textOf(values, fieldOf(what, proposal)) ?? '')
  if (chosen === undefined || chosen === '') return null
  const typed = [...(chosen === 'edit' ? [wording] : []), reason].filter((words) => words !== undefined && words !== '')
  return <InsetText>Your own answer was not kept: {chosen}{typed.length > 0 && `. You typed: ${typed.join('. ')}`}</InsetText>
}
