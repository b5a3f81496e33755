import type { Area } from '../../../casebook/open-case-file.ts'
import { emergencyReasons, isEmergencyReason } from '../../../domain/access/emergency.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Pagination } from '../../../ui/govuk/pagination.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { dateTimeWords, plural } from '../../../ui/words.ts'
import type { EmergencyOpening } from '../access-store.ts'
import { openingsPerPage } from '../access-store.ts'
import type { Unusual } from '../unusual/unusual-store.ts'
import { unusualWords } from '../unusual/unusual-words.ts'

interface Props {
  readonly frame: PageFrame
  readonly area: Area
  readonly openings: readonly EmergencyOpening[]
  readonly total: number
  readonly toReview: number
  readonly number: number
  readonly unusual: readonly Unusual[]
}

export const reasonWords = (code: string): string => (isEmergencyReason(code) ? emergencyReasons[code].words : code)

export function view({ frame, area, openings, total, toReview, number, unusual }: Props) {
  const pageAt = (at: number): string => paths.accessDesk({ area: area.code }, at > 1 ? { page: at } : undefined)
  const open = unusual.filter(({ looked }) => looked === undefined)
  return (
    <HubPage frame={frame} title="Who looked at records" wide>
      <h1 class="govuk-heading-l">Who looked at records</h1>
      <p class="govuk-body">{toReview + open.length === 0 ? 'Nothing waits for you.' : `${plural(toReview, 'emergency opening')} and ${plural(open.length, 'unusual pattern')} wait for you.`} You see no child’s name here: records go by their case number.</p>
      <h2 class="govuk-heading-m">Opened in an emergency</h2>
      {openings.length === 0 && <EmptyState title="Nobody has opened a record in an emergency" />}
      {openings.length > 0 && (
        <Table
          caption={plural(total, 'opening')} captionSize="s"
          head={[{ content: 'When' }, { content: 'Who' }, { content: 'Reason' }, { content: 'Case' }, { content: 'State' }]}
          rows={openings.map((opening) => [
            { content: <a class="govuk-link" href={paths.accessOpening({ area: area.code, openingId: opening.id })}>{dateTimeWords(opening.openedAt)}<span class="govuk-visually-hidden"> by {opening.name}</span></a> },
            { content: <>{opening.name}<br /><span class="hub-quiet">{opening.organisation}</span></> },
            { content: reasonWords(opening.reasonCode) },
            { content: <a class="govuk-link" href={paths.accessCase({ area: area.code, caseId: opening.caseId })}>{opening.reference}</a> },
            { content: <><State opening={opening} />{opening.withheld !== undefined && <><br /><span class="hub-quiet">Kept from the family</span></>}</> },
          ])}
        />
      )}
      {total > openingsPerPage && (
        <Pagination
          {...(number > 1 ? { previous: { href: pageAt(number - 1) } } : {})}
          {...(number * openingsPerPage < total ? { next: { href: pageAt(number + 1) } } : {})}
        />
      )}
      <h2 class="govuk-heading-m">Unusual looking</h2>
      {unusual.length === 0
        ? <EmptyState title="Nothing unusual was noticed"><p class="govuk-body">Golden Thread looks each minute for many unrelated cases in an hour, nights and weekends, the same family name, and children of colleagues.</p></EmptyState>
        : (
          <Table
            caption="What was noticed, the latest first" captionSize="s"
            head={[{ content: 'Noticed' }, { content: 'Who' }, { content: 'What' }, { content: 'State' }]}
            rows={unusual.map((one) => [
              { content: <a class="govuk-link" href={paths.accessUnusual({ area: area.code, unusualId: one.id })}>{dateTimeWords(one.foundAt)}<span class="govuk-visually-hidden"> about {one.name}</span></a> },
              { content: one.name }, { content: unusualWords(one) },
              { content: one.looked === undefined ? <Tag colour="orange">To look into</Tag> : <Tag colour="grey">Looked into</Tag> },
            ])}
          />
        )}
    </HubPage>
  )
}

export function State({ opening }: { opening: EmergencyOpening }) {
  if (opening.lastVerdict === 'right') return <Tag colour="green">Right</Tag>
  return opening.lastVerdict === 'look-into' ? <Tag colour="red">To look into</Tag> : <Tag colour="orange">To review</Tag>
}
