import type { Area } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import type { Cell } from '../../../ui/govuk/table.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { dateWords, numberWords, plural } from '../../../ui/words.ts'
import type { NightRow } from '../register/register-store.ts'
import { ReturnNavigation } from '../register/return-navigation.tsx'
import { itemWordsOf } from '../where-mended.ts'
import { NightLine } from './night-line.tsx'
import { findingOf, rateWords } from './rates.ts'

interface Props {
  readonly frame: PageFrame
  readonly area: Area
  readonly chosen: { readonly block: string; readonly element: string }
  /** The latest first. */
  readonly nights: readonly NightRow[]
  readonly items: readonly NightRow[]
}

const numeric = (content: Cell['content']): Cell => ({ content, format: 'numeric' })
const isWhole = ({ block, element }: Props['chosen']): boolean => block === 'Person' && element === ''
const nameOf = (chosen: Props['chosen']): string => (isWhole(chosen) ? 'People in the return' : itemWordsOf(chosen.block, chosen.element).words)

export function view({ frame, area, chosen, nights, items }: Props) {
  const title = 'How right the national return is'
  const oldestFirst = nights.toReversed()
  const ofItems = items.filter((one) => !isWhole(one) && one.counted > 0)
  const wrongItems = ofItems.filter(({ wrong }) => wrong > 0).toSorted((a, b) => b.wrong / Math.max(1, b.counted) - a.wrong / Math.max(1, a.counted) || b.wrong - a.wrong)
  return (
    <HubPage frame={frame} title={title} councilName={area.councilName} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      <ReturnNavigation area={area.code} here="nights" />
      {nights.length === 0 ? <EmptyState title="There is no night to show yet"><p class="govuk-body">The counts of each night are kept from the first on which the return is checked.</p></EmptyState> : (
        <>
          <h2 class="govuk-heading-m">{findingOf(nameOf(chosen), oldestFirst)}</h2>
          {!isWhole(chosen) && <p class="govuk-body"><a class="govuk-link" href={paths.returnTrend({ area: area.code })}>Show the whole return</a></p>}
          {oldestFirst.length > 1 && <NightLine nights={oldestFirst} label={findingOf(nameOf(chosen), oldestFirst)} />}
          <Table
            caption={`${nameOf(chosen)}: the last ${plural(nights.length, 'night')}, the latest first`} captionSize="s" firstCellIsHeader
            head={[{ content: 'Night of' }, numeric('To be given'), numeric('Wrong'), numeric('Rate')]}
            rows={nights.map(({ onDay, counted, wrong }) => [{ content: dateWords(onDay) }, numeric(numberWords(counted)), numeric(numberWords(wrong)), numeric(rateWords({ counted, wrong }))])}
          />
          {wrongItems.length > 0 && <Table
            caption="By item, last night, the highest rate first" captionSize="m" firstCellIsHeader
            head={[{ content: 'Item' }, numeric('To be given'), numeric('Wrong'), numeric('Rate')]}
            rows={wrongItems.map(({ block, element, counted, wrong }) => [
              { content: <a class="govuk-link" href={paths.returnTrend({ area: area.code }, { item: `${block}.${element}` })}>{itemWordsOf(block, element).words}<span class="hub-quiet"> ({element === '' ? block : `${block}, ${element}`})</span></a> },
              numeric(numberWords(counted)), numeric(numberWords(wrong)), numeric(rateWords({ counted, wrong })),
            ])}
          />}
          {ofItems.length > wrongItems.length && <p class="govuk-body">{wrongItems.length === 0 ? `None of the ${numberWords(ofItems.length)} items was wrong last night.` : `With the other ${plural(ofItems.length - wrongItems.length, 'item')} nothing was wrong last night.`}</p>}
          <Details summary="How these are counted">
            <ul class="govuk-list govuk-list--bullet">
              <li>As of each night, as if it had been survey day.</li>
              <li>“To be given”: how often the part of the return that the item stands in is in it. Some items are given only where they apply, so that their rate is of more than those.</li>
              <li>“Wrong”: where a rule says that it must be put right. What will only be asked about does not count.</li>
              <li>The whole return: people with at least one thing that must be put right, of all people in it.</li>
            </ul>
          </Details>
        </>
      )}
    </HubPage>
  )
}
