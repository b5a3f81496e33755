import { scoredSections } from '../../../domain/currency/rule.ts'
import { scores, scoreWords } from '../../../domain/currency/scores.ts'
import { leastForARate } from '../../../domain/stock/timeliness.ts'
import { sectionTitles } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import type { Cell } from '../../../ui/govuk/table.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { dateWords, numberWords } from '../../../ui/words.ts'
import type { RegisterFigures } from '../currency-store.ts'
import { standings } from '../currency-store.ts'
import type { MonthFigures } from '../months/month-store.ts'
import type { Register } from '../open-register.ts'
import { RegisterNavigation } from '../register-navigation.tsx'
import { halfWords, monthsWords, standingWords } from '../words.ts'

interface Props extends Register {
  readonly frame: PageFrame
  readonly figures: RegisterFigures
  readonly months: readonly MonthFigures[]
}

const numeric = (content: Cell['content']): Cell => ({ content, format: 'numeric' })

export function view({ frame, area, rule, figures, months }: Props) {
  const title = 'How old plans are: by section, and month by month'
  const worstFirst = scores.toReversed()
  const here = figures.all - figures.counts['not-here']
  return (
    <HubPage frame={frame} title={title} councilName={area.councilName} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      <RegisterNavigation area={area.code} here="figures" />
      <Table
        caption="By section, today"
        captionSize="m"
        firstCellIsHeader
        head={[{ content: 'Section' }, ...worstFirst.map((score) => numeric(scoreWords[score])), numeric('Plans in the hub')]}
        rows={scoredSections.map((section) => [
          { content: <>{section}: {sectionTitles[section]}{!rule.sections[section].counts && <><br /><span class="hub-quiet">Does not count towards the plan’s</span></>}</> },
          ...worstFirst.map((score) => numeric(numberWords(figures.sections[section][score]))), numeric(numberWords(here)),
        ])}
      />
      <h2 class="govuk-heading-m">Month by month</h2>
      {months.length === 0 ? <EmptyState title="There is no month to show yet"><p class="govuk-body">The figures of each month are kept in its first night.</p></EmptyState> : (
        <Table
          caption="As the months began, the latest first"
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[{ content: 'On' }, ...standings.map((standing) => numeric(standingWords[standing])), numeric('All plans in force'), numeric('Out of date, of those scored'), numeric('Oldest line, in the middle plan'), numeric('Half of all lines')]}
          rows={months.map(({ takenOn, counts, oldestMonths, halfMonths }) => [
            { content: dateWords(takenOn) }, ...standings.map((standing) => numeric(numberWords(counts[standing]))), numeric(numberWords(standings.reduce((sum, standing) => sum + counts[standing], 0))),
            numeric(shareWords(counts)), numeric(oldestMonths === undefined ? 'None' : `${monthsWords(oldestMonths)} ago`), numeric(halfMonths === undefined ? 'None' : halfWords(halfMonths)),
          ])}
        />
      )}
      <p class="govuk-body-s"><a class="govuk-link" href={paths.currencyFile({ area: area.code })}>Download the counts (CSV)</a>. Numbers under 5, and what would give them away, are left out.</p>
      <Details summary="How these are counted">
        <ul class="govuk-list govuk-list--bullet">
          <li>A plan counts while it is in force. Of a plan whose words are not in the hub nothing can be said; it is counted by itself.</li>
          <li>“Nothing in it” is a section without a line. That nothing is needed is a line, with its own day.</li>
          <li>“Half of all lines”: the age by which half of the lines in sections B to H2 were last confirmed, each line counting once. It is their median age, called the half-life of content after Burton and Kebler (1960).</li>
          <li>“The middle plan”: half of the plans have an older oldest line (sections B to G), half a newer one.</li>
          <li>A month is counted by what was set as old then. There is no percentage of fewer than {leastForARate}.</li>
        </ul>
      </Details>
    </HubPage>
  )
}

/** Measure A-m10: of the plans of which something can be said. */
function shareWords({ red, amber, green }: MonthFigures['counts']): string {
  const all = red + amber + green
  return all < leastForARate ? 'Too few' : `${Math.round((100 * red) / all)}%`
}
