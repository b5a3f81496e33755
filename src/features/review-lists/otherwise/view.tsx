import type { Area } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { OtherwiseArrangement } from '../../../domain/review/planned.ts'
import { otherwiseArrangements, otherwiseWords } from '../../../domain/review/planned.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import type { PageOf } from '../../../ui/list-pages.tsx'
import { ListPages } from '../../../ui/list-pages.tsx'
import { dateWords, numberWords, plural } from '../../../ui/words.ts'
import { decisionBy, Planned } from '../planned-cells.tsx'
import type { OtherwiseCount, PlannedRow } from '../register-store.ts'
import { ReviewNavigation } from '../review-navigation.tsx'

interface Props {
  readonly frame: PageFrame
  readonly area: Area
  readonly today: PlainDate
  readonly mayArrange: boolean
  readonly mayRecord: boolean
  readonly mayName: boolean
  readonly arrangement: OtherwiseArrangement | 'any'
  /** Whoever has nobody or no date first; a page of them. */
  readonly shown: PageOf<PlannedRow>
  readonly total: number
  readonly counts: Record<OtherwiseArrangement, OtherwiseCount>
}

export function view({ frame, area, today, mayArrange, mayRecord, mayName, arrangement, shown, total, counts }: Props) {
  const title = 'Children educated otherwise than at a setting'
  const sum = (of: keyof OtherwiseCount): number => otherwiseArrangements.reduce((all, one) => all + counts[one][of], 0)
  return (
    <HubPage frame={frame} title={title} wide councilName={area.councilName}>
      <span class="govuk-caption-l">{area.name}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <ReviewNavigation area={area.code} here="otherwise" />
      <p class="govuk-body">No school or college can review these plans. The council arranges the meeting, sends round the advice, chairs and writes the report.</p>
      {sum('withoutConvenor') > 0 && <WarningText>{plural(sum('withoutConvenor'), 'child has', 'children have')} nobody yet who convenes their review. They stand first.</WarningText>}
      {sum('withoutDate') > 0 && <WarningText>{plural(sum('withoutDate'), 'child has', 'children have')} no date, because the record contradicts itself.</WarningText>}
      {sum('children') === 0 ? <EmptyState title="Every child with a plan goes to a setting." /> : (
        <>
          <Table
            caption="Reviewed, with a decision, in the last 12 months"
            captionSize="m"
            firstCellIsHeader
            head={[{ content: 'How they are educated' }, ...['Children', 'Reviewed', 'Of every 100', 'First review not due yet', 'Nobody convenes'].map((content) => ({ content, format: 'numeric' as const }))]}
            rows={otherwiseArrangements.filter((one) => counts[one].children > 0).map((one) => {
              const { children, reviewed, notDueYet, withoutConvenor } = counts[one]
              const number = (content: string) => ({ content, format: 'numeric' as const })
              return [
                { content: <a class="govuk-link" href={paths.educatedOtherwise({ area: area.code }, { how: one })}>{otherwiseWords[one]}</a> }, number(numberWords(children)), number(numberWords(reviewed)),
                number(String(Math.round(reviewed * 100 / children))), number(numberWords(notDueYet)), number(numberWords(withoutConvenor)),
              ]
            })}
          />
          {arrangement !== 'any' && <p class="govuk-body"><a class="govuk-link" href={paths.educatedOtherwise({ area: area.code })}>Show everybody</a></p>}
          <Table
            caption={`${plural(total, 'child', 'children')}${arrangement === 'any' ? '' : `: ${otherwiseWords[arrangement].toLowerCase()}`}${total > shown.total ? `. The first ${numberWords(shown.total)} are shown` : ''}`}
            captionSize="m"
            firstCellIsHeader
            head={['Child', 'How educated', 'Convenes for the council', 'Meeting by', 'Decision by', 'What is planned'].map((content) => ({ content }))}
            rows={shown.rows.map((row) => [
              { content: <><a class="govuk-link" href={paths.caseReviews(row.key)}>{row.name}</a><br /><span class="hub-quiet">{row.reference}</span></> },
              { content: <>{row.arrangement === 'attending' ? '' : otherwiseWords[row.arrangement]}{mayRecord && <><br /><a class="govuk-link govuk-body-s" href={paths.caseEducation(row.key)}>Change<span class="govuk-visually-hidden"> how {row.name} is educated</span></a></>}</> },
              { content: <>{row.convenor ?? <Tag colour="red">Nobody yet</Tag>}{mayName && <><br /><a class="govuk-link govuk-body-s" href={paths.caseConvenor(row.key)}>{row.convenor === undefined ? 'Name somebody' : 'Change'}<span class="govuk-visually-hidden"> to convene for {row.name}</span></a></>}</> },
              { content: row.meetingBy === undefined ? 'Not known' : dateWords(row.meetingBy) }, { content: decisionBy(row) }, { content: <Planned row={row} today={today} mayArrange={mayArrange} /> },
            ])}
          />
          <ListPages page={shown.page} pages={shown.pages} hrefOf={(page) => paths.educatedOtherwise({ area: area.code }, { how: arrangement === 'any' ? undefined : arrangement, page: page > 1 ? page : undefined })} />
        </>
      )}
    </HubPage>
  )
}
