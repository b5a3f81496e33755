import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { ConfirmedLine } from '../../../domain/currency/confirmed.ts'
import { monthsSince } from '../../../domain/currency/plan-days.ts'
import type { CurrencyRule } from '../../../domain/currency/rule.ts'
import { isScoredSection } from '../../../domain/currency/rule.ts'
import type { ScoredOn } from '../../../domain/currency/scores.ts'
import { planScore, scoreOf } from '../../../domain/currency/scores.ts'
import type { Section } from '../../../domain/plan/sections.ts'
import { sections, sectionTitles } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords, plural } from '../../../ui/words.ts'
import { ageWords, halfWords, standingColours, standingWords } from '../words.ts'
import { confirmationWords } from './confirmation-words.ts'
import type { LineAges, PlanRow } from './plan-store.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly row: PlanRow | undefined
  readonly rule: CurrencyRule
  readonly on: ScoredOn
  readonly ages: LineAges
}

export const ageTitle = 'How old the plan is'

export function teamView(props: Props) {
  const { frame, caseFile, row, ages, rule, on } = props
  return (
    <CasePage frame={frame} caseFile={caseFile} title={ageTitle}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{ageTitle}</h1>
        {row === undefined ? <NotHere /> : (
          <SummaryList
            rows={[
              { key: 'The plan', value: <Tag colour={standingColours[planScore(rule, row.oldest, on)]}>{standingWords[planScore(rule, row.oldest, on)]}</Tag> },
              { key: 'Issued', value: dateWords(row.issuedOn) },
              { key: 'Oldest line, B to G', value: row.oldestOn === undefined ? 'None' : `${dateWords(row.oldestOn)}, ${ageWords(row.oldestOn, on.today)} ago` },
              { key: 'Half of the lines, B to H2', value: row.halfOn === undefined ? 'None' : `Last confirmed ${halfWords(monthsSince(row.halfOn, on.today))}` },
              ...(on.movedOn === undefined || !rule.moveMakesRed || row.oldestOn === undefined || row.oldestOn >= on.movedOn ? [] : [{ key: 'Last move', value: `Into this phase of education on ${dateWords(on.movedOn)}: what was last confirmed before it is out of date${rule.monthsBeforeMove === 0 ? '' : `, unless it was in the ${plural(rule.monthsBeforeMove, 'month')} before`}` }]),
            ]}
          />
        )}
        {caseFile.open.includes('confirm-lines') && <p class="govuk-body"><a class="govuk-link" href={paths.confirmLines(caseFile.key)}>Go through the lines: still right, or needs changing</a></p>}
        {row !== undefined && sections.map((section) => <OneSection {...props} section={section} lines={ages.lines.filter(({ line }) => line.section === section)} />)}
      </TwoThirds>
    </CasePage>
  )
}

const NotHere = () => (
  <EmptyState title="The words of this plan are not in the hub"><p class="govuk-body">So nothing can be said of how old they are. They are here once the plan is brought in, or issued from here.</p></EmptyState>
)

function OneSection({ section, lines, row, rule, on, ages: { reports } }: Props & { section: Section; lines: readonly ConfirmedLine[] }) {
  if (lines.length === 0) return null
  const score = isScoredSection(section) ? scoreOf(rule, section, row?.oldest[section], on) : undefined
  const oldestFirst = lines.toSorted((a, b) => a.last.on.localeCompare(b.last.on) || a.line.position - b.line.position)
  return (
    <section aria-labelledby={`section-${section}`} class="hub-section">
      <h2 class="govuk-heading-m" id={`section-${section}`}>{section}: {sectionTitles[section]} {score !== undefined && <Tag colour={standingColours[score]}>{standingWords[score]}</Tag>}</h2>
      <ul class="govuk-list govuk-list--spaced">
        {oldestFirst.map(({ line, last, before }) => (
          <li>
            <p class="govuk-body govuk-!-margin-bottom-1">{line.text}</p>
            <p class="govuk-body-s hub-quiet govuk-!-margin-bottom-1">{confirmationWords(last, reports)}, {ageWords(last.on, on.today)} ago</p>
            {before.length > 0 && (
              <Details summary="Before that" class="govuk-!-margin-bottom-2">
                <ul class="govuk-list">{before.map((one) => <li>{confirmationWords(one, reports)}</li>)}</ul>
              </Details>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
