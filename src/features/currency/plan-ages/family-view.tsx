import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { isOfFamily } from '../../../domain/access/parts.ts'
import { monthsSince } from '../../../domain/currency/plan-days.ts'
import type { CurrencyRule, ScoredSection } from '../../../domain/currency/rule.ts'
import { scoredSections } from '../../../domain/currency/rule.ts'
import type { ScoredOn } from '../../../domain/currency/scores.ts'
import { planScore, scoreOf } from '../../../domain/currency/scores.ts'
import { sectionTitles } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords, plural } from '../../../ui/words.ts'
import { standingColours, standingWords } from '../words.ts'
import type { PlanRow } from './plan-store.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly row: PlanRow | undefined
  readonly rule: CurrencyRule
  readonly on: ScoredOn
}

/** What each part is about, for families. Staff read the law's own names. */
const plainTitles: Record<ScoredSection, string> = {
  B: 'What they find hard at school', C: 'Their health', D: 'Their care', E: 'What we want them to be able to do', F: 'Help at school', G: 'Help with their health', H1: 'Help with care at home', H2: 'Other help with care',
}

/** Part by part: for the family, and for the school. */
export function familyView({ frame, caseFile, row, rule, on }: Props) {
  const isFamily = isOfFamily(caseFile.parts)
  const title = isFamily ? `How old each part of ${caseFile.child.preferredName}’s plan is` : `How old the plan of ${childName(caseFile)} is`
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {row === undefined ? <EmptyState title="We cannot tell yet"><p class="govuk-body">{isFamily ? 'We do not have the words of the plan here yet. Ask us for a copy at any time.' : 'The words of this plan are not in the hub.'}</p></EmptyState> : (
          <>
            <p class="govuk-body">
              {isFamily
                ? 'We check a plan at a review. A part is as old as the oldest thing in it that nobody has checked since.'
                : 'A section is as old as its oldest line: the day on which it was last written, changed, found to be still right at a review, or said in a report that it rests on.'}
            </p>
            {!isFamily && <p class="govuk-body">The plan: <Tag colour={standingColours[planScore(rule, row.oldest, on)]}>{standingWords[planScore(rule, row.oldest, on)]}</Tag></p>}
            <SummaryList rows={scoredSections.map((section) => ({
              key: isFamily ? `${plainTitles[section]} (section ${section})` : `${section}: ${sectionTitles[section]}`,
              value: <PartAge section={section} row={row} rule={rule} on={on} isFamily={isFamily} />,
            }))} />
          </>
        )}
        {caseFile.open.includes('say-change') && (
          <p class="govuk-body"><a class="govuk-link" href={paths.sayChange(caseFile.key)}>{isFamily ? 'Tell us that something has changed' : 'Say that something has changed'}</a></p>
        )}
      </TwoThirds>
    </CasePage>
  )
}

function PartAge({ section, row, rule, on, isFamily }: { section: ScoredSection; row: PlanRow; rule: CurrencyRule; on: ScoredOn; isFamily: boolean }) {
  const day = row.oldest[section]
  if (day === undefined) return <>Nothing is written in this part.</>
  const years = Math.floor(monthsSince(day, on.today) / 12)
  const score = scoreOf(rule, section, day, on)
  if (!isFamily) return <>{dateWords(day)} <Tag colour={standingColours[score]}>{standingWords[score]}</Tag></>
  return (
    <>
      This part was last checked on {dateWords(day)}.
      {years >= 1 && ` That is more than ${plural(years, 'year')} ago.`}
      {score === 'red' && years < 1 && on.movedOn !== undefined && day < on.movedOn && ' That was before the move to a new school or stage.'}
    </>
  )
}
