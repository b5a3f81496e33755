// Reviews that were arranged here, each with the way to its own page: for the council among the dates of all reviews, for everybody else
// alone.

import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { ArrangedReview } from '../../../domain/review/arranged-reviews.ts'
import { isUnderWay } from '../../../domain/review/arranged-reviews.ts'
import type { Review } from '../../../domain/review/reviews-of.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { dateWords } from '../../../ui/words.ts'
import type { Arrangement } from '../review-store.ts'

export interface Arranged {
  readonly review: ArrangedReview
  readonly arrangement: Arrangement
}

function standing({ heldOn, invitedOn, circulatedOn, reportOn, decidedOn, isCalledOff }: ArrangedReview, isFamily: boolean): string {
  if (isCalledOff) return 'Called off'
  if (decidedOn !== undefined) return isFamily ? 'Over: we have told you what we decided' : 'Decided'
  if (reportOn !== undefined) return isFamily ? 'The report is there to read' : 'Report sent; waits for the council’s decision'
  if (heldOn !== undefined) return isFamily ? 'Held. The report comes next' : 'Held; report to be written'
  if (circulatedOn !== undefined) return isFamily ? 'The papers are there to read' : 'Papers sent round'
  if (invitedOn !== undefined) return isFamily ? 'Please tell us what you think' : 'Invited; parts are being gathered'
  return isFamily ? 'The day is set' : 'Arranged; nobody is invited yet'
}

export function ArrangedList({ caseFile, arranged, today, isFamily = false }: { caseFile: CaseFile; arranged: readonly Arranged[]; today: PlainDate; isFamily?: boolean }) {
  if (arranged.length === 0) return null
  return (
    <Table
      caption={isFamily ? 'Meetings about the plan' : 'Reviews arranged here'} captionSize="m" head={[{ content: 'Meeting' }, { content: isFamily ? 'Where' : 'Arranged by' }, { content: 'How it stands' }]}
      rows={arranged.map(({ review, arrangement }) => [
        { content: <a class="govuk-link" href={paths.review({ ...caseFile.key, reviewId: review.id })}>{dateWords(review.meetingOn)}, {arrangement.starts}</a> },
        { content: isFamily ? arrangement.place : arrangement.convenor?.name ?? caseFile.area.councilName },
        { content: <>{standing(review, isFamily)}{isUnderWay(review) && review.heldOn === undefined && review.meetingOn < today ? isFamily ? '' : '. The day has passed: record the meeting' : ''}</> },
      ])}
    />
  )
}

interface ReaderProps {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly today: PlainDate
  readonly arranged: readonly Arranged[]
  readonly held: readonly Review[]
  readonly nextDueOn?: PlainDate
  readonly isFamily: boolean
  readonly mayArrange: boolean
}

export function readerView({ frame, caseFile, today, arranged, held, nextDueOn, isFamily, mayArrange }: ReaderProps) {
  const title = isFamily ? 'Review meetings' : 'Reviews of the plan'
  const before = held.filter(({ id }) => !arranged.some(({ review }) => review.id === id))
  const isOpen = arranged.some(({ review }) => isUnderWay(review) && review.heldOn === undefined)
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      {isFamily && <p class="govuk-body">The plan is looked at again at least once a year, at a meeting. You are asked to it, and you can say what you think before it.</p>}
      {nextDueOn !== undefined && <p class="govuk-body">{isFamily ? `We must look at the plan again, and tell you what we decide, by ${dateWords(nextDueOn)}.` : `The next review, with its decision, is due by ${dateWords(nextDueOn)}.`}</p>}
      <ArrangedList caseFile={caseFile} arranged={arranged} today={today} isFamily={isFamily} />
      {mayArrange && !isOpen && <p class="govuk-body"><a class="govuk-link" href={paths.reviewPlan(caseFile.key)}>Arrange a review</a></p>}
      {arranged.length === 0 && <EmptyState title="No meeting is set yet"><p class="govuk-body">{isFamily ? 'You will be told at least two weeks before.' : 'When one is arranged you see it here.'}</p></EmptyState>}
      {before.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{isFamily ? 'Meetings before' : 'Reviews before'}</h2>
          <ul class="govuk-list">{before.map(({ meeting }) => <li>{dateWords(meeting.happenedOn)}</li>)}</ul>
        </>
      )}
    </CasePage>
  )
}
