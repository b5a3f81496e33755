import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { daysBetween } from '../../../domain/calendar/plain-date.ts'
import type { RecordedFact } from '../../../domain/case-file/facts.ts'
import { isUnderWay } from '../../../domain/review/arranged-reviews.ts'
import { mayCorrectOutcome, stepsOpen } from '../../../domain/review/review-steps.ts'
import type { Review } from '../../../domain/review/reviews-of.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { Action, SummaryRow } from '../../../ui/govuk/summary-list.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { ContextualDate } from '../../../ui/moj/contextual-date.tsx'
import { dateWords, plural } from '../../../ui/words.ts'
import { noticeChannelWords, outcomeWords, stepWords } from '../review-words.ts'
import type { Arranged } from './arranged-list.tsx'
import { ArrangedList } from './arranged-list.tsx'
import type { Duty } from './duties.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly today: PlainDate
  readonly arranged: readonly Arranged[]
  readonly mayArrange: boolean
  readonly reviews: readonly { readonly review: Review; readonly duties: readonly Duty[] }[]
  readonly next?: { readonly dueOn: PlainDate; readonly targetOn: PlainDate | undefined; readonly why: string; readonly hasStarted: boolean }
  /** Why the dates cannot be told, when the record contradicts itself. */
  readonly refused: readonly string[]
}

export function view({ frame, caseFile, today, arranged, mayArrange, reviews, next, refused }: Props) {
  const title = 'Reviews and their dates'
  const mayRecord = caseFile.open.includes('record-review-meeting')
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      {refused.length > 0 && (
        <WarningText>
          The dates cannot be worked out, because the record contradicts itself. {refused.join(' ')} <a class="govuk-link" href={paths.caseTimeline(caseFile.key)}>Put the wrong day right in the timeline</a>
        </WarningText>
      )}
      {next !== undefined && <NextReview next={next} today={today} />}
      <ArrangedList caseFile={caseFile} arranged={arranged} today={today} />
      {mayArrange && !arranged.some(({ review }) => isUnderWay(review) && review.heldOn === undefined) && <p class="govuk-body"><a class="govuk-link" href={paths.reviewPlan(caseFile.key)}>Arrange a review</a></p>}
      {mayRecord && <p class="govuk-body"><a class="govuk-link" href={paths.reviewMeeting(caseFile.key)}>Record a review meeting</a> that was arranged outside Golden Thread</p>}
      {reviews.length === 0 && arranged.length === 0 && <EmptyState title="No review is recorded yet"><p class="govuk-body">When the meeting has been held, record its day. The dates that follow from it are worked out here.</p></EmptyState>}
      {reviews.map(({ review, duties }) => <OneReview caseFile={caseFile} review={review} duties={duties} today={today} mayRecord={mayRecord} />)}
    </CasePage>
  )
}

function NextReview({ next: { dueOn, targetOn, why, hasStarted }, today }: { next: NonNullable<Props['next']>; today: PlainDate }) {
  return (
    <>
      <p class="govuk-body">
        {hasStarted ? 'The next review, with its decision, is due by ' : 'The first review, with its decision, is due by '}
        <ContextualDate due date={dueOn} daysAway={daysBetween(today, dueOn)} />
        {targetOn !== undefined && targetOn < dueOn && <span class="hub-quiet">. Our target: {dateWords(targetOn)}</span>}
      </p>
      <Details summary="Why this date"><p class="govuk-body">{why}</p></Details>
    </>
  )
}

interface OfReview { readonly caseFile: CaseFile; readonly review: Review; readonly duties: readonly Duty[]; readonly today: PlainDate; readonly mayRecord: boolean }

function OneReview({ caseFile, review, duties, today, mayRecord }: OfReview) {
  const on = dateWords(review.meeting.happenedOn)
  const open = mayRecord ? stepsOpen(review).filter((step) => step !== 'adulthood' || duties.some(({ key }) => key === 'REV-15')) : []
  return (
    <section aria-labelledby={`review-${review.id}`} class="hub-section">
      <h2 class="govuk-heading-m" id={`review-${review.id}`}>Review of {on}</h2>
      <SummaryList rows={recordedRows(caseFile, review)} />
      {open.length > 0 && (
        <ul class="govuk-list">
          {open.map((step) => (
            <li><a class="govuk-link" href={paths.reviewStep({ ...caseFile.key, reviewId: review.id, step })}>{stepWords[step].title}<span class="govuk-visually-hidden"> of the review of {on}</span></a></li>
          ))}
        </ul>
      )}
      {duties.length > 0 && (
        <Table
          caption={`What the law asks after the meeting of ${on}`}
          captionSize="s"
          head={[{ content: 'What' }, { content: 'Last day by law' }, { content: 'How it stands' }]}
          rows={duties.map((duty) => [
            { content: <>{duty.title}<Details summary="Why this date" class="govuk-!-margin-bottom-0 govuk-!-margin-top-1"><p class="govuk-body">{duty.why}</p></Details></> },
            { content: <LastDay duty={duty} today={today} /> },
            { content: <Standing duty={duty} /> },
          ])}
        />
      )}
    </section>
  )
}

function recordedRows(caseFile: CaseFile, review: Review): SummaryRow[] {
  const mayCorrect = caseFile.open.includes('correct-fact')
  const row = (key: string, fact: RecordedFact | undefined, words = '', more: readonly Action[] = []): SummaryRow[] => (fact === undefined ? [] : [{
    key, value: `${dateWords(fact.happenedOn)}${words}`,
    ...(mayCorrect ? { actions: [{ href: paths.caseCorrect({ ...caseFile.key, seq: String(fact.seq) }), text: 'Correct the day', visuallyHiddenText: `of: ${key}` }, ...more] } : {}),
  }])
  const { meeting, report, adulthood, decision, notice, amendedFinal, notAmending } = review
  const outcome: readonly Action[] = mayCorrectOutcome(review)
    ? [{ href: paths.reviewOutcome({ ...caseFile.key, reviewId: review.id }), text: 'Correct the outcome', visuallyHiddenText: `of the review of ${dateWords(meeting.happenedOn)}` }] : []
  return [
    ...row('Meeting', meeting, meeting.noInstitution ? ', held by the council' : ''),
    ...row('Report sent', report), ...row('Adulthood considered', adulthood),
    ...row('Decision told', decision, decision === undefined ? '' : `: ${outcomeWords[decision.outcome].toLowerCase()}`, outcome),
    ...row('Amendment notice sent', notice, notice === undefined ? '' : `, ${noticeChannelWords[notice.channel].toLowerCase()}`),
    ...row('Amended final plan sent', amendedFinal), ...row('Not amending told', notAmending),
  ]
}

function LastDay({ duty: { dueOn, targetOn, nature, standing, state }, today }: { duty: Duty; today: PlainDate }) {
  if (dueOn === undefined) return <>No day</>
  const isOver = state !== 'running'
  return (
    <>
      {nature === 'floor' && 'The family’s time ends on '}
      {isOver ? dateWords(dueOn) : <ContextualDate date={dueOn} daysAway={daysBetween(today, dueOn)} />}
      {standing !== 'law' && <span class="hub-quiet">, {standing === 'guidance' ? 'guidance' : 'our own plan'}</span>}
      {targetOn !== undefined && !isOver && <><br /><span class="hub-quiet">Our target: {dateWords(targetOn)}</span></>}
    </>
  )
}

function Standing({ duty: { state, nature, doneOn, daysLate, wasLateBefore } }: { duty: Duty }) {
  const done = doneOn === undefined || nature === 'floor' ? '' : `Done ${dateWords(doneOn)}`
  const before = wasLateBefore && <><br /><span class="hub-quiet">Late before a correction: stays counted</span></>
  switch (state) {
    case 'met': return <>{done === '' ? 'The time was left' : done}{before}</>
    case 'met-late': return <>{done} <Tag colour="red">{plural(daysLate ?? 0, 'day')} late</Tag></>
    case 'breached': return nature === 'floor'
      ? <Tag colour="red">{plural(daysLate ?? 0, 'day')} too early</Tag>
      : <Tag colour="red">{plural(daysLate ?? 0, 'day')} late</Tag>
    case 'excused': return <>Excused{done !== '' && `. ${done}`}</>
    case 'overtaken': return <>No longer asked{before}</>
    case 'running': return <>{nature === 'floor' ? 'Theirs' : nature === 'window' ? 'Possible' : 'To do'}{before}</>
    case 'not-started': return <>Not started</>
  }
}
