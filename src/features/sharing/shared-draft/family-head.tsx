import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { dateWords, weekdayWords } from '../../../ui/words.ts'
import { OwnWish } from '../wishes/wish-words.tsx'
import type { DraftView } from './view.tsx'

/** What this is, until when to answer, what you can do, who can see it: for a tired parent on a phone. */
export function FamilyHead({ caseFile, served, today, wishes, finishedOn, proposals }: DraftView) {
  const child = caseFile.child.preferredName
  const isOver = served.windowLastDay < today
  return (
    <>
      <p class="govuk-body-l">This is a draft. It is not final. We want to get it right with you.</p>
      <InsetText>
        {isOver
          ? <>Your time to answer ended on <strong>{weekdayWords(served.windowLastDay)}</strong>. You can still tell us things until the plan is final.</>
          : <>Please tell us what you think by the end of <strong>{weekdayWords(served.windowLastDay)}</strong>.</>}
        {finishedOn !== undefined && <> You told us on {dateWords(finishedOn)} that you have finished. You can still say more.</>}
      </InsetText>
      <h2 class="govuk-heading-m">What you can do</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>Read each part. Under each part you can write what you think, or ask us to change it. You do not have to.</li>
        {caseFile.open.includes('make-wish') && (
          <>
            <li><a class="govuk-link" href={paths.makeWish(caseFile.key, { kind: 'setting' })}>Ask for a school, nursery or college</a>. We have not chosen one.</li>
            <li><a class="govuk-link" href={paths.makeWish(caseFile.key, { kind: 'meeting' })}>Ask to meet us</a>. If you ask, we must meet you.</li>
            <li><a class="govuk-link" href={paths.makeWish(caseFile.key, { kind: 'format' })}>Ask for the plan in another form or language</a></li>
          </>
        )}
        {caseFile.open.includes('finish-commenting') && finishedOn === undefined && (
          <li><a class="govuk-link" href={paths.finishCommenting(caseFile.key)}>Tell us when you have finished</a></li>
        )}
      </ul>
      <p class="govuk-body">You can also call us. We will write down what you say.</p>
      <Details summary="Who can see this">
        <p class="govuk-body">
          The draft can be seen by you, the {caseFile.area.councilName} SEND team, and the school and the people who gave advice about {child}. Others of
          the family on this case get their own copy. A school that we ask for a place may read it too.
        </p>
        <p class="govuk-body">What you write here is only seen by you and the SEND team. Nobody else of the family sees it.</p>
      </Details>
      {(wishes.length > 0 || proposals.length > 0) && (
        <>
          <h2 class="govuk-heading-m">What you asked for</h2>
          {wishes.map((wish) => <OwnWish wish={wish} />)}
          {proposals.length > 0 && <p class="govuk-body">What you wrote about the draft is under each part, with our answer.</p>}
        </>
      )}
      <p class="govuk-body hub-no-print">To keep a copy on paper, print this page.</p>
      <div class="hub-no-print"><Button href="#section-A" variant="secondary">Start reading</Button></div>
    </>
  )
}
