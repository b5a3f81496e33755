import type { Area } from '../../../casebook/open-case-file.ts'
import type { Instant } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import { RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords, timeWords } from '../../../ui/words.ts'
import type { EmergencyOpening, Review } from '../access-store.ts'
import { reasonWords, State } from '../desk/view.tsx'
import { sideOf } from '../looked-words.ts'

export interface OpeningView {
  readonly frame: PageFrame
  readonly area: Area
  readonly opening: EmergencyOpening
  readonly reviews: readonly Review[]
  readonly within: readonly { readonly at: Instant; readonly route: string }[]
  readonly now: Instant
  readonly errors: FormErrors
  readonly values: FormValues
}

export const longestWords = 2000
const title = 'Record opened in an emergency'
const audience = ['the access officers of the council']

export function view({ frame, area, opening, reviews, within, now, errors, values }: OpeningView) {
  const isRunning = opening.endedAt === undefined && now < opening.endsAt
  return (
    <HubPage frame={frame} title={title} errors={errors} breadcrumbs={[{ text: 'Home', href: paths.home() }, { text: 'Who looked at records', href: paths.accessDesk({ area: area.code }) }]}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <SummaryList
          rows={[
            { key: 'Who', value: `${opening.name}, ${opening.organisation}` },
            { key: 'When', value: dateTimeWords(opening.openedAt) },
            { key: 'Until', value: opening.endedAt !== undefined ? `${dateTimeWords(opening.endedAt)}, ended by themselves` : `${dateTimeWords(opening.endsAt)}${isRunning ? ' (still open)' : ''}` },
            { key: 'Reason', value: reasonWords(opening.reasonCode) },
            { key: 'What has happened', value: opening.words },
            { key: 'Case', value: <a class="govuk-link" href={paths.accessCase({ area: area.code, caseId: opening.caseId })}>{opening.reference}</a> },
            { key: 'Looked at', value: within.length === 0 ? 'Nothing yet' : <ul class="govuk-list">{within.map(({ at, route }) => <li>{timeWords(at)}: {sideOf(route) ?? 'the case'}</li>)}</ul> },
            { key: 'State', value: <State opening={opening} /> },
          ]}
        />
        {reviews.length > 0 && <h2 class="govuk-heading-m">What was said of it</h2>}
        {reviews.map(({ verdict, words, by, at }) => (
          <InsetText><strong>{verdict === 'right' ? 'It was right' : 'To look into'}</strong>: {words}<br /><span class="hub-quiet">{by}, {dateTimeWords(at)}</span></InsetText>
        ))}
        <h2 class="govuk-heading-m">{reviews.length === 0 ? 'Your review' : 'Add to your review'}</h2>
        <Form tokens={frame.tokens} id="review">
          <input type="hidden" name="what" value="review" />
          <RadiosField name="verdict" legend="Was it right to open this record?" errors={errors} values={values} items={[{ value: 'right', text: 'Yes, it was right' }, { value: 'look-into', text: 'It must be looked into further' }]} />
          <TextAreaField name="words" label="What you found out" rows={4} maxLength={longestWords} whoCanSee={audience} errors={errors} values={values} />
          <Button>Save the review</Button>
        </Form>
        <h2 class="govuk-heading-m">What the family reads</h2>
        {opening.withheld === undefined
          ? (
            <Form tokens={frame.tokens} id="withhold">
              <input type="hidden" name="what" value="withhold" />
              <p class="govuk-body">The family can read who opened the record, when, and the reason that was chosen. Keep it from them only where knowing of it would put somebody in danger.</p>
              <TextAreaField name="reason" label="Why the family must not read of it for now" rows={3} maxLength={longestWords} whoCanSee={audience} errors={errors} values={values} />
              <Button variant="secondary">Keep it from the family</Button>
            </Form>
          )
          : (
            <Form tokens={frame.tokens} id="show">
              <input type="hidden" name="what" value="show" />
              <InsetText>Kept from the family by {opening.withheld.by} since {dateTimeWords(opening.withheld.at)}: {opening.withheld.reason}</InsetText>
              <Button variant="secondary">Let the family read of it</Button>
            </Form>
          )}
      </TwoThirds>
    </HubPage>
  )
}
