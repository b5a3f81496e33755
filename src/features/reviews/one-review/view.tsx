import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { daysBetween } from '../../../domain/calendar/plain-date.ts'
import type { ArrangeWarning } from '../../../domain/review/review-dates.ts'
import { meetingDays, warningsFor } from '../../../domain/review/review-dates.ts'
import { paths } from '../../../paths.ts'
import { RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { TaskList } from '../../../ui/govuk/task-list.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { ContextualDate } from '../../../ui/moj/contextual-date.tsx'
import { dateWords, plural } from '../../../ui/words.ts'
import type { KeptContribution } from '../contribution-store.ts'
import { isToSendRound } from '../contribution-store.ts'
import { attendanceWords, comingWords, gradeWords, howWords, inviteeWords } from '../one-review-words.ts'
import type { OpenReview } from '../open-review.ts'
import { giveBy } from '../open-review.ts'
import type { KeptGrade } from '../report-store.ts'
import type { Invitation } from '../review-store.ts'

export interface OneReviewProps {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly open: OpenReview
  readonly contributions: readonly KeptContribution[]
  readonly grade?: KeptGrade
  /** Days after the last lawful day on which the report went; undefined before it went. */
  readonly reportDaysLate?: number
  readonly today: PlainDate
  readonly yearEndsOn?: PlainDate
  readonly mayAnswer: boolean
  readonly mayGrade: boolean
  /** They answer what was proposed, or decide: the council's one screen is theirs. */
  readonly mayDecide: boolean
  /** The invitation whose answer was wrong. */
  readonly answering?: string
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view(props: OneReviewProps) {
  const { frame, caseFile, open: { review, runs, reader }, errors } = props
  const title = reader.isFamily ? 'The meeting about the plan' : 'Review of the plan'
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseReviews(caseFile.key), text: reader.isFamily ? 'Back to review meetings' : 'Back to reviews' }} wide={runs}>
      <span class="govuk-caption-l">{childName(caseFile)}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {review.isCalledOff && <WarningText>This meeting was called off.</WarningText>}
      {runs && review.heldOn === undefined && !review.isCalledOff && review.invitedOn === undefined && warningsFor(review.meetingOn, props.today, props.yearEndsOn).map((warning) => <WarningText>{warningWords(warning)}</WarningText>)}
      <WhenAndWhere {...props} />
      {!review.isCalledOff && <Own {...props} />}
      {props.mayDecide && review.heldOn !== undefined && <Decision {...props} />}
      {runs && !review.isCalledOff && <Steps {...props} />}
      {(runs || reader.isCouncil) && <Invited {...props} />}
      {!runs && !reader.isCouncil && <ToRead {...props} />}
      {(runs || reader.isCouncil) && <Feedback {...props} />}
    </CasePage>
  )
}

const warningWords = (warning: ArrangeWarning): string => (warning.kind === 'short-notice'
  ? `Two weeks’ notice is no longer possible for this day. The first day that gives it is ${dateWords(warning.noticeEnds)}.`
  : `The council’s four weeks to decide end after the review is due. The last meeting that leaves them is on ${dateWords(warning.latest)}.`)

function WhenAndWhere({ caseFile, open: { arrangement, review, runs, reader }, today, yearEndsOn }: OneReviewProps) {
  const key = { ...caseFile.key, reviewId: review.id }
  const days = meetingDays(review.meetingOn, yearEndsOn)
  const mayMove = runs && review.heldOn === undefined && !review.isCalledOff
  const due = (on: PlainDate, doneOn: PlainDate | undefined) => (doneOn === undefined ? <ContextualDate due date={on} daysAway={daysBetween(today, on)} /> : <>{dateWords(on)}. Done {dateWords(doneOn)}</>)
  return (
    <SummaryList rows={[
      {
        key: review.heldOn === undefined ? 'When' : 'Held on', value: `${dateWords(review.meetingOn)}, ${arrangement.starts}`,
        ...(mayMove ? { actions: [{ href: paths.reviewMove(key), text: 'Move', visuallyHiddenText: 'the meeting' }, { href: paths.reviewCallOff(key), text: 'Call off', visuallyHiddenText: 'the meeting' }] } : {}),
      },
      { key: 'Where', value: <span class="hub-letter__text">{arrangement.place}</span> },
      { key: 'How', value: howWords[arrangement.how] },
      ...(arrangement.note === undefined ? [] : [{ key: 'To know', value: <span class="hub-letter__text">{arrangement.note}</span> }]),
      { key: reader.isFamily ? 'Who sets it up' : 'Arranged and held by', value: arrangement.convenor?.name ?? caseFile.area.councilName },
      ...(reader.isFamily ? [] : [
        { key: 'Invitations by', value: due(days.inviteBy, review.invitedOn) }, { key: 'Papers by', value: due(days.papersBy, review.circulatedOn) },
        { key: 'Report by', value: due(days.reportBy, review.reportOn) },
      ]),
      { key: reader.isFamily ? 'We decide by' : 'Council decides by', value: due(days.decideBy, review.decidedOn) },
    ]} />
  )
}

/** What the viewer is asked themselves: whether they come, and their own part. */
function Own(props: OneReviewProps) {
  const { open: { own } } = props
  return <>{own.map((one) => <OwnInvitation {...props} one={one} />)}</>
}

function OwnInvitation({ frame, caseFile, open, contributions, today, mayAnswer, answering, errors, values, one }: OneReviewProps & { readonly one: Invitation }) {
  const { review, own, reader, runs } = open
  const key = { ...caseFile.key, reviewId: review.id, invitationId: one.id }
  const given = contributions.find(({ invitationId }) => invitationId === one.id)
  const council = `the ${caseFile.area.councilName} SEND team`
  if (review.reportOn !== undefined && given?.givenAt === undefined) return null
  // Whoever sets the meeting up is at it.
  const isOpen = review.heldOn === undefined && mayAnswer && !(runs && (one.part === 'setting' || one.part === 'officer'))
  return (
    <section class="hub-section" aria-labelledby={`own-${one.id}`}>
      <h2 class="govuk-heading-m" id={`own-${one.id}`}>{own.length > 1 ? `What we ask of ${one.name}` : 'What we ask of you'}</h2>
      <p class="govuk-body">
        {given?.givenAt !== undefined
          ? <>You have sent your part. <a class="govuk-link" href={paths.reviewContribute(key)}>{review.reportOn === undefined ? 'Read or change what you sent' : 'Read what you sent'}</a></>
          : <a class="govuk-link" href={paths.reviewContribute(key)}>{reader.isFamily ? given === undefined ? 'Tell us what you think' : 'Go on telling us what you think' : given === undefined ? 'Give your part' : 'Go on with your part'}</a>}
        {given?.givenAt === undefined && review.reportOn === undefined && `, by ${dateWords(giveBy(open, one, today))}`}
      </p>
      {isOpen && (
        <Form tokens={frame.tokens} action={paths.reviewAnswer(key)}>
          <RadiosField
            name={`coming-${one.id}`} legend="Will you come?" errors={answering === one.id ? errors : []} values={answering === one.id ? values : { [`coming-${one.id}`]: one.coming ?? '' }}
            items={[{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }, { value: 'words', text: 'No, but read what I send' }]}
          />
          <TextAreaField
            name={`words-${one.id}`} label="Is there anything you need, or another day that is better?" rows={2} errors={answering === one.id ? errors : []}
            values={answering === one.id ? values : { [`words-${one.id}`]: one.answerWords ?? '' }} whoCanSee={['you', 'whoever sets the meeting up', council]}
          />
          <Button variant="secondary" preventDoubleClick>Send my answer</Button>
        </Form>
      )}
    </section>
  )
}

/** From the report to the decision is one page of the council's, and this is the way to it. */
function Decision({ caseFile, open: { review } }: OneReviewProps) {
  const to = paths.amendment({ ...caseFile.key, reviewId: review.id })
  if (review.decidedOn !== undefined) return <p class="govuk-body">The council decided on {dateWords(review.decidedOn)}. <a class="govuk-link" href={to}>What follows from it</a></p>
  return (
    <section class="hub-section" aria-labelledby="decision">
      <h2 class="govuk-heading-m" id="decision">The decision</h2>
      <p class="govuk-body">
        {review.reportOn === undefined ? 'The report has not come. The day by which the council decides stands all the same.' : 'The report has come. What was proposed, the plan before and after, and the letters are on one page.'}
      </p>
      <Button href={to}>From the report to the decision</Button>
    </section>
  )
}

/** For whoever runs it: what is left to do, in order. */
function Steps({ caseFile, open: { review, invitations }, contributions }: OneReviewProps) {
  const key = { ...caseFile.key, reviewId: review.id }
  const sent = invitations.filter(({ sentAt }) => sentAt !== undefined).length
  const given = contributions.filter(({ givenAt }) => givenAt !== undefined)
  const late = given.filter(isToSendRound).length
  const status = (isDone: boolean, words: string) => (isDone ? { status: words } : { statusTag: { children: words, colour: 'blue' as const } })
  return (
    <>
      <h2 class="govuk-heading-m">Steps of this review</h2>
      <TaskList items={[
        { title: 'Invite people', href: paths.reviewInvite(key), ...status(sent === invitations.length, sent === 0 ? 'Not sent yet' : `${sent} of ${invitations.length} sent`) },
        { title: 'Read the papers and send them round', href: paths.reviewPapers(key), hint: `${given.length} of ${invitations.length} have given their part`, ...status(review.circulatedOn !== undefined && late === 0, review.circulatedOn === undefined ? 'Not sent round yet' : late === 0 ? 'Sent round' : `${late} new`) },
        { title: 'Record the meeting', href: paths.reviewHold(key), ...status(review.heldOn !== undefined, review.heldOn === undefined ? 'Not held yet' : 'Held') },
        review.reportOn === undefined
          ? { title: 'Read and finish the report', href: paths.reviewWriteReport(key), hint: 'Most of it is written from what people gave', ...status(false, 'Not sent yet') }
          : { title: 'The report', href: paths.reviewReport(key), ...status(true, 'Sent') },
      ]} />
    </>
  )
}

function Invited({ caseFile, open: { review, invitations, runs }, contributions }: OneReviewProps) {
  const canWrite = runs && !review.isCalledOff && review.reportOn === undefined
  return (
    <Table
      caption="Who is invited" captionSize="m" head={[{ content: 'Who' }, { content: review.heldOn === undefined ? 'Comes?' : 'At the meeting' }, { content: 'Their part' }, { content: 'Papers' }, { content: 'What they need' }]}
      rows={invitations.map((one) => {
        const kept = contributions.find(({ invitationId }) => invitationId === one.id)
        const part = kept?.givenAt !== undefined ? kept.changedAt === undefined ? 'Given' : 'Given, and changed since' : one.begunAt === undefined ? 'Not given' : 'Being written'
        return [
          { content: <>{one.name}<br /><span class="hub-quiet">{one.profession ?? inviteeWords[one.part]}</span></> },
          { content: <>{review.heldOn !== undefined ? one.attended === undefined ? 'Not noted' : attendanceWords[one.attended] : one.coming === undefined ? one.sentAt === undefined ? 'Not invited yet' : 'No answer yet' : comingWords[one.coming]}{one.answerWords !== undefined && <><br /><span class="hub-quiet">{one.answerWords}</span></>}</> },
          { content: <>{part}{canWrite && kept === undefined && one.begunAt === undefined && <><br /><a class="govuk-link" href={paths.reviewContribute({ ...caseFile.key, reviewId: review.id, invitationId: one.id })}>Write it down for them<span class="govuk-visually-hidden">: {one.name}</span></a></>}</> },
          { content: one.papersAt === undefined ? 'No' : 'Yes' }, { content: one.needs ?? '' },
        ]
      })}
    />
  )
}

function ToRead({ caseFile, open: { review, own } }: OneReviewProps) {
  const key = { ...caseFile.key, reviewId: review.id }
  const hasPapers = own.some(({ papersAt }) => papersAt !== undefined)
  if (own.length === 0) return <InsetText>You are not invited to this review, so there is nothing for you to send or read here.</InsetText>
  return (
    <section class="hub-section">
      <h2 class="govuk-heading-m">To read</h2>
      <ul class="govuk-list">
        {hasPapers ? <li><a class="govuk-link" href={paths.reviewPapers(key)}>The papers for the meeting</a></li> : <li>The papers come two weeks before the meeting.</li>}
        {review.reportOn !== undefined && <li><a class="govuk-link" href={paths.reviewReport(key)}>The report of the meeting</a></li>}
      </ul>
    </section>
  )
}

function Feedback({ caseFile, open: { review, arrangement }, grade, reportDaysLate, mayGrade }: OneReviewProps) {
  if (review.reportOn === undefined || arrangement.convenor === undefined) return null
  const key = { ...caseFile.key, reviewId: review.id }
  return (
    <section class="hub-section">
      <h2 class="govuk-heading-m">How the report was found</h2>
      {grade === undefined ? <p class="govuk-body">The council has not said yet.</p> : (
        <SummaryList rows={[
          { key: 'In time', value: reportDaysLate === undefined || reportDaysLate === 0 ? 'Yes' : `No: ${plural(reportDaysLate, 'day')} late` },
          { key: 'The child’s voice', value: gradeWords[grade.childVoice] }, { key: 'Changes said exactly', value: gradeWords[grade.specificity] },
          { key: `From ${grade.byName}`, value: <span class="hub-letter__text">{grade.words}</span> },
        ]} />
      )}
      {mayGrade && <p class="govuk-body"><a class="govuk-link" href={paths.reviewGrade(key)}>{grade === undefined ? 'Say how the report was found' : 'Change what you said'}</a></p>}
    </section>
  )
}
