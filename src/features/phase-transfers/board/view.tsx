import type { Area } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { daysBetween } from '../../../domain/calendar/plain-date.ts'
import { lawfulKinds, transferKindWords } from '../../../domain/transfer/phases.ts'
import type { TransferRisk } from '../../../domain/transfer/progress.ts'
import { transferRisks, transferRiskWords, transferSteps, transferStepWords } from '../../../domain/transfer/progress.ts'
import { transferDays } from '../../../domain/transfer/transfer-days.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Select } from '../../../ui/govuk/select.tsx'
import type { Cell } from '../../../ui/govuk/table.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import type { PageOf } from '../../../ui/list-pages.tsx'
import { ListPages } from '../../../ui/list-pages.tsx'
import { SubNavigation } from '../../../ui/moj/sub-navigation.tsx'
import { dateWords, numberWords, plural } from '../../../ui/words.ts'
import { becauseWords } from '../because-words.ts'
import type { BoardRow } from '../board-store.ts'
import type { TransferStanding } from '../cohort-store.ts'
import type { BoardAddress } from './address.ts'
import { boardAddress } from './address.ts'

interface Props {
  readonly frame: PageFrame
  readonly area: Area
  readonly today: PlainDate
  readonly address: BoardAddress
  /** The whole cohort, for the counts. */
  readonly all: readonly BoardRow[]
  /** Those that the address asks for, a page of them. */
  readonly shown: PageOf<BoardRow>
  readonly years: readonly number[]
  readonly mayChange: boolean
}

export const standingWords: Record<TransferStanding, string> = { moves: 'Move', 'to-look-at': 'To look at', stays: 'Stay unless you say otherwise', out: 'Taken out' }
const riskColours: Record<TransferRisk, 'red' | 'orange' | 'blue' | 'green' | 'grey'> = { missed: 'red', 'at-risk': 'orange', 'on-course': 'blue', done: 'green', 'done-late': 'grey' }

export function view(props: Props) {
  const { frame, area, address, all, years, mayChange } = props
  const title = `Phase transfers in ${address.year}`
  const count = (standing: TransferStanding): number => all.filter((row) => row.standing === standing).length
  return (
    <HubPage frame={frame} title={title} wide councilName={area.councilName}>
      <span class="govuk-caption-l">{area.name}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body"><a class="govuk-link" href={paths.reviewRegister({ area: area.code })}>Reviews planned for every plan</a></p>
      {years.length > 1 && <p class="govuk-body">Other years: {years.filter((year) => year !== address.year).map((year, index) => <>{index > 0 && ', '}<a class="govuk-link" href={paths.transfers({ area: area.code }, { year })}>{year}</a></>)}</p>}
      {all.length === 0 ? <EmptyState title="No cohort of this year yet."><p class="govuk-body">From 1 June the hub looks each night for everybody with a plan who moves to the next phase in September of the next year.</p></EmptyState> : (
        <>
          <Days year={address.year} />
          <Progress all={all} address={address} />
          <SubNavigation label="Parts of the cohort" items={(['moves', 'to-look-at', 'stays', 'out'] as const).map((standing) => ({
            text: `${standingWords[standing]} (${numberWords(count(standing))})`, href: boardAddress({ area: area.code, year: address.year, standing }), ...(address.standing === standing ? { current: true } : {}),
          }))} />
          {address.standing === 'moves' ? <Moving {...props} /> : <Others {...props} />}
          <ListPages page={props.shown.page} pages={props.shown.pages} hrefOf={(page) => boardAddress(address, { page })} />
        </>
      )}
      {mayChange && (
        <>
          <p class="govuk-body"><a class="govuk-link" href={paths.settingPhases({ area: area.code })}>Which years each setting teaches</a></p>
          <Form tokens={frame.tokens}><Button variant="secondary" preventDoubleClick>Look for the cohort now</Button></Form>
        </>
      )}
    </HubPage>
  )
}

/** The days of the law, strict and as published, and the meetings that they ask for. */
function Days({ year }: { year: number }) {
  const line = (kind: 'primary-to-secondary' | 'secondary-to-post-16', what: string) => {
    const days = transferDays(kind, { year })
    return days === undefined ? null : (
      <li>{what}: before {dateWords(days.publishedDay)}, so at the latest on {dateWords(days.strictLastDay)}. Review meetings by {dateWords(days.latestMeetingOn)} (last working day {dateWords(days.latestMeetingWorkingDay)}).</li>
    )
  }
  return (
    <ul class="govuk-list govuk-list--bullet">
      {line('primary-to-secondary', 'To school, and between schools')}
      {line('secondary-to-post-16', 'From school to post-16')}
      <li>From one post-16 institution to another: five months before the day of the move.</li>
    </ul>
  )
}

const numeric = (content: Cell['content']): Cell => ({ content, format: 'numeric' })

/** Every child who moves is in one column of steps and one of risks. */
function Progress({ all, address }: Pick<Props, 'all' | 'address'>) {
  const moving = all.filter(({ standing }) => standing === 'moves')
  if (moving.length === 0) return null
  const base = { area: address.area, year: address.year, standing: 'moves' } as const
  const kinds = lawfulKinds.filter((kind) => moving.some((row) => row.kind === kind))
  const inTime = moving.filter(({ risk }) => risk === 'done').length
  const cell = (rows: readonly BoardRow[], href: string, what: string): Cell => numeric(rows.length === 0 ? '0' : <a class="govuk-link" href={href}>{numberWords(rows.length)}<span class="govuk-visually-hidden"> {what}</span></a>)
  return (
    <>
      <Table
        caption="How far, by kind of transfer"
        captionSize="m"
        firstCellIsHeader
        head={[{ content: 'Kind' }, numeric('Children'), ...transferSteps.map((step) => numeric(transferStepWords[step])), ...(['at-risk', 'missed'] as const).map((risk) => numeric(transferRiskWords[risk]))]}
        rows={kinds.map((kind) => {
          const ofKind = moving.filter((row) => row.kind === kind)
          return [
            { content: transferKindWords[kind] }, cell(ofKind, boardAddress({ ...base, kind }), 'children'),
            ...transferSteps.map((step) => cell(ofKind.filter((row) => row.step === step), boardAddress({ ...base, kind, step }), transferStepWords[step].toLowerCase())),
            ...(['at-risk', 'missed'] as const).map((risk) => cell(ofKind.filter((row) => row.risk === risk), boardAddress({ ...base, kind, risk }), transferRiskWords[risk].toLowerCase())),
          ]
        })}
      />
      <p class="govuk-body">Named before the legal date: {numberWords(inTime)} of {plural(moving.length, 'child', 'children')}, {Math.round(inTime * 100 / moving.length)} of every 100.</p>
    </>
  )
}

function Moving({ area, today, address, shown: { rows, total }, mayChange }: Props) {
  const any = { value: '', text: 'Any' }
  return (
    <>
      <form method="get" action={paths.transfers({ area: area.code })} class="hub-inline-form" aria-label="Filter">
        <input type="hidden" name="year" value={String(address.year)} />
        <Select name="kind" label="Kind" value={address.kind ?? ''} items={[any, ...lawfulKinds.map((value) => ({ value, text: transferKindWords[value] }))]} />
        <Select name="step" label="How far" value={address.step ?? ''} items={[any, ...transferSteps.map((value) => ({ value, text: transferStepWords[value] }))]} />
        <Select name="risk" label="Risk" value={address.risk ?? ''} items={[any, ...transferRisks.map((value) => ({ value, text: transferRiskWords[value] }))]} />
        <Button variant="secondary">Apply filters</Button>
      </form>
      {mayChange && <p class="govuk-body"><a class="govuk-link" href={paths.consultMany({ area: area.code }, { year: address.year, kind: address.kind })}>Consult settings for several children at once</a></p>}
      {rows.length === 0 ? <EmptyState title="Nobody is like that." /> : (
        <Table
          caption={`${plural(total, 'child', 'children')}, at risk first`}
          captionSize="m"
          firstCellIsHeader
          head={['Child', 'From and why', 'Last lawful day', 'How far', 'Risk', 'Officer'].map((content) => ({ content }))}
          rows={rows.map((row) => [
            { content: <><a class="govuk-link" href={paths.transfer({ ...row.key, transferId: row.id })}>{row.name}</a><br /><span class="hub-quiet">{row.reference}</span></> },
            { content: <>{row.kind === undefined ? '' : transferKindWords[row.kind]}<br /><span class="hub-quiet">{becauseWords(row)}</span><MovedSince row={row} /></> },
            { content: row.strictLastDay === undefined ? 'No day yet' : <>{dateWords(row.strictLastDay)}<br />{row.publishedDay !== undefined && row.publishedDay !== row.strictLastDay && <><span class="hub-quiet">Published: before {dateWords(row.publishedDay)}</span><br /></>}<span class="hub-quiet">{row.namedOn !== undefined ? `Named ${dateWords(row.namedOn)}` : row.strictLastDay < today ? `${plural(daysBetween(row.strictLastDay, today), 'day')} ago` : `${plural(daysBetween(today, row.strictLastDay), 'day')} left`}</span></> },
            { content: <>{row.step === undefined ? '' : transferStepWords[row.step]}<br /><span class="hub-quiet">{stepDetail(row)}</span></> },
            { content: row.risk === undefined ? '' : <Tag colour={riskColours[row.risk]}>{transferRiskWords[row.risk]}</Tag> }, { content: row.officer ?? 'Nobody yet' },
          ])}
        />
      )}
    </>
  )
}

function stepDetail({ reviewedOn, meetingOn, asked, answered, noticeOn, latestMeetingOn, namedOn }: BoardRow): string {
  if (namedOn !== undefined) return ''
  return [
    reviewedOn !== undefined ? `Reviewed ${dateWords(reviewedOn)}` : meetingOn !== undefined ? `Meeting ${dateWords(meetingOn)}` : latestMeetingOn === undefined ? '' : `Meeting by ${dateWords(latestMeetingOn)}`,
    asked === 0 ? '' : `${answered} of ${asked} answered`, noticeOn === undefined ? '' : `Notice ${dateWords(noticeOn)}`,
  ].filter((words) => words !== '').join('. ')
}

function Others({ address, shown: { rows, total } }: Props) {
  if (rows.length === 0) return <EmptyState title="Nobody is here." />
  return (
    <Table
      caption={`${plural(total, 'child', 'children')}: ${standingWords[address.standing].toLowerCase()}`}
      captionSize="m"
      firstCellIsHeader
      head={['Child', 'Setting', 'Why', address.standing === 'out' ? 'Reason' : 'Officer'].map((content) => ({ content }))}
      rows={rows.map((row) => [
        { content: <><a class="govuk-link" href={paths.transfer({ ...row.key, transferId: row.id })}>{row.name}</a><br /><span class="hub-quiet">{row.reference}</span></> },
        { content: <>{row.settingName ?? 'None'}<MovedSince row={row} /></> }, { content: becauseWords(row) }, { content: address.standing === 'out' ? row.reason ?? '' : row.officer ?? 'Nobody yet' },
      ])}
    />
  )
}

/** The child has changed settings since the row was made: what was said of the old one is looked at by a person. */
const MovedSince = ({ row: { nowAt } }: { row: BoardRow }) => (nowAt === undefined ? null : <><br /><Tag colour="orange">Now at {nowAt ?? 'no setting'}</Tag></>)
