// "Check before you send": one card for each recipient, on the page from which it goes. What the card says is worked out from the record
// at that moment (casebook/sending/recipient-cards.ts); nothing on it is typed.

import type { Instant, PlainDate } from '../domain/calendar/plain-date.ts'
import type { RecipientCard } from '../domain/sending/recipient-card.ts'
import { paths } from '../paths.ts'
import { SummaryList } from './govuk/summary-list.tsx'
import { dateTimeWords, dateWords } from './words.ts'

const isDay = (on: Instant | PlainDate): on is PlainDate => on.length === 10
const confirmedWords = ({ confirmed }: RecipientCard): string => {
  if (confirmed === undefined) return 'Not known: nothing shows yet that it reaches them'
  const when = isDay(confirmed.on) ? dateWords(confirmed.on) : dateTimeWords(confirmed.on)
  return confirmed.how === 'used-the-hub' ? `They used the hub on ${when}` : `The address holds since ${when}`
}

/** The cards under a heading; `preview` where there is a page that shows what a person on the case sees. */
export function RecipientCards({ caseKey, cards, heading = 'Check before you send' }: { caseKey: { area: string; caseId: string }; cards: readonly RecipientCard[]; heading?: string | undefined }) {
  if (cards.length === 0) return null
  return (
    <section class="hub-recipients" aria-labelledby="recipients-title">
      <h2 class="govuk-heading-m" id="recipients-title">{heading}</h2>
      {cards.map((card) => (
        <div class="hub-recipient">
          <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{card.name}</h3>
          <SummaryList
            class="govuk-!-margin-bottom-3"
            rows={[
              { key: 'Who', value: card.organisation === undefined ? card.as : `${card.as}, ${card.organisation}` },
              { key: 'How it goes', value: card.goes },
              { key: 'Last known to reach them', value: confirmedWords(card) },
              { key: 'What is safe for them', value: card.safe },
              card.needs.length > 0 && { key: 'They need', value: card.needs.join('; ') },
              { key: 'They will see', value: (
                <>
                  <ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-1">{card.sees.map((one) => <li>{one}</li>)}</ul>
                  {card.personId !== undefined && <a class="govuk-link" href={paths.personSees({ ...caseKey, personId: card.personId })}>Everything that {card.name} can see</a>}
                </>
              ) },
            ]}
          />
        </div>
      ))}
    </section>
  )
}
