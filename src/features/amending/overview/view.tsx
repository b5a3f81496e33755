import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { lastDayOfClock } from '../../../domain/clocks/last-day.ts'
import type { UnderWay } from '../../../domain/review/amendments.ts'
import type { Review } from '../../../domain/review/reviews-of.ts'
import type { DraftWindow } from '../../../domain/timeline/draft-window.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { RadiosField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import { begunHere, causeWords } from '../words.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly open: readonly (UnderWay & { readonly window: DraftWindow | undefined })[]
  readonly ended: readonly Review[]
  readonly today: PlainDate
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, caseFile, open, ended, today, errors, values }: Props) {
  const title = 'Reviews and amendments of this plan'
  const mayBegin = caseFile.open.includes('begin-amendment') && !open.some(({ kind }) => kind === 'amendment')
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {open.length === 0 && <EmptyState title="Nothing is under way"><p class="govuk-body">A review begins when its meeting is arranged or recorded.</p></EmptyState>}
        {open.map((one) => (
          <section class="govuk-summary-card">
            <div class="govuk-summary-card__title-wrapper">
              <h2 class="govuk-summary-card__title">
                {one.isHeld ? <a class="govuk-link" href={paths.amendment({ ...caseFile.key, reviewId: one.id })}>{nameOf(one)}</a> : nameOf(one)}
              </h2>
            </div>
            <div class="govuk-summary-card__content"><SummaryList rows={datesOf(one, today)} /></div>
          </section>
        ))}
        <ul class="govuk-list">
          <li><a class="govuk-link" href={paths.caseReviews(caseFile.key)}>Reviews and their dates</a></li>
          <li><a class="govuk-link" href={paths.overdue({ kind: 'amended-plan' })}>Every plan of the council that is being amended, by days since the meeting</a></li>
        </ul>
        {mayBegin && (
          <Form tokens={frame.tokens}>
            <RadiosField
              name="because" legend="Amend the plan without a review" errors={errors} values={values}
              hint="The family gets the changes in words and has fifteen days, as after a review (SEND Regulations 2014, regulation 28)."
              items={begunHere.map((value) => ({ value, ...causeWords[value] }))}
            />
            <p class="govuk-body">
              What the Tribunal ordered, or what was conceded or agreed, begins where it is recorded: <a class="govuk-link" href={paths.disagreements(caseFile.key)}>Disagreements</a>. So does
              a new assessment: <a class="govuk-link" href={paths.reassessments(caseFile.key)}>Assessing again</a>.
            </p>
            <Button variant="secondary" preventDoubleClick>Begin the amendment</Button>
          </Form>
        )}
        {ended.length > 0 && (
          <>
            <h2 class="govuk-heading-m">Ended</h2>
            <ul class="govuk-list govuk-list--bullet">{ended.map((review) => <li>Review of {dateWords(review.meeting.happenedOn)}: {endOf(review)}</li>)}</ul>
          </>
        )}
      </TwoThirds>
    </CasePage>
  )
}

const nameOf = ({ kind, since, because, isHeld }: UnderWay): string => {
  if (kind === 'review') return `${isHeld ? 'Review of' : 'Review meeting on'} ${dateWords(since)}`
  return because === undefined ? `Amendment after the review of ${dateWords(since)}` : `Amendment begun on ${dateWords(since)}`
}

function datesOf({ kind, since, because, notice, isHeld, window }: UnderWay & { window: DraftWindow | undefined }, today: PlainDate) {
  const day = (on: PlainDate): string => `${dateWords(on)}${on < today ? ', which has passed' : ''}`
  const isOfReview = because === undefined
  return [
    { key: 'Stage', value: !isHeld ? 'The meeting is to be held' : kind === 'review' ? 'To be decided' : notice === undefined ? 'The notice is to be sent' : window !== undefined && window.lastDay >= today ? 'With the family' : 'The amended plan is to be issued' },
    isHeld && isOfReview && notice === undefined && { key: 'Decision and notice by', value: day(lastDayOfClock('REV-09', since)) },
    window !== undefined && { key: 'The family’s time ends', value: day(window.lastDay) },
    notice !== undefined && { key: 'Amended plan by', value: day(endBy(notice.on, isOfReview ? since : undefined)) },
  ]
}

/** Eight weeks from the notice, and never later than twelve from the meeting (R (L, M and P) v Devon CC [2022] EWHC 493 (Admin)). */
function endBy(noticeOn: PlainDate, metOn: PlainDate | undefined): PlainDate {
  const byNotice = lastDayOfClock('REV-11', noticeOn)
  const byMeeting = metOn === undefined ? byNotice : lastDayOfClock('REV-12', metOn)
  return byNotice < byMeeting ? byNotice : byMeeting
}

function endOf({ amendedFinal, notAmending, decision }: Review): string {
  if (amendedFinal !== undefined) return `amended plan sent on ${dateWords(amendedFinal.happenedOn)}`
  if (notAmending !== undefined) return `not amended after all, told on ${dateWords(notAmending.happenedOn)}`
  return decision === undefined ? 'overtaken by a later one' : `${decision.outcome === 'cease' ? 'cease' : 'the plan stays as it is'}, told on ${dateWords(decision.happenedOn)}`
}
