import type { Sitting } from '../../../casebook/audit/looked.ts'
import type { Area } from '../../../casebook/open-case-file.ts'
import { partWords } from '../../../domain/access/parts.ts'
import type { CaseId } from '../../../domain/ids.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Pagination } from '../../../ui/govuk/pagination.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { dateTimeWords, listWords, plural } from '../../../ui/words.ts'
import type { PlainRecord } from '../access-store.ts'
import { sideOf, sidesOf } from '../looked-words.ts'
import { sittingsPerPage } from './page-size.ts'

interface Props {
  readonly frame: PageFrame
  readonly area: Area
  readonly id: CaseId
  readonly reference: string
  readonly sittings: readonly Sitting[]
  readonly total: number
  readonly number: number
  readonly refused: readonly PlainRecord[]
}

const asPart = (part: string): string => (part in partWords ? partWords[part as keyof typeof partWords] : part)

export function view({ frame, area, id, reference, sittings, total, number, refused }: Props) {
  const title = `Who looked at case ${reference}`
  const pageAt = (at: number): string => paths.accessCase({ area: area.code, caseId: id }, at > 1 ? { page: at } : undefined)
  return (
    <HubPage frame={frame} title={title} wide breadcrumbs={[{ text: 'Home', href: paths.home() }, { text: 'Who looked at records', href: paths.accessDesk({ area: area.code }) }]}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body"><a class="govuk-link" href={paths.accessCaseFile({ area: area.code, caseId: id })}>Every record as a file (CSV)</a>. It holds names of staff and family, and nothing else of the child.</p>
      {sittings.length === 0
        ? <EmptyState title="Nobody has looked yet" />
        : (
          <Table
            caption={plural(total, 'sitting')} captionSize="m"
            head={[{ content: 'From' }, { content: 'To' }, { content: 'Who' }, { content: 'Part' }, { content: 'Looked at' }]}
            rows={sittings.map((sitting) => [
              { content: dateTimeWords(sitting.from) }, { content: dateTimeWords(sitting.to) },
              { content: <>{sitting.name}<br /><span class="hub-quiet">{sitting.isFamily ? 'Family' : sitting.organisation ?? ''}</span></> },
              { content: sitting.emergency === undefined ? listWords(sitting.parts.map(asPart)) : <a class="govuk-link" href={paths.accessOpening({ area: area.code, openingId: sitting.emergency.id })}>Opened in an emergency</a> },
              { content: listWords(sidesOf(sitting.routes)) },
            ])}
          />
        )}
      {total > sittingsPerPage && (
        <Pagination
          {...(number > 1 ? { previous: { href: pageAt(number - 1) } } : {})}
          {...(number * sittingsPerPage < total ? { next: { href: pageAt(number + 1) } } : {})}
        />
      )}
      <h2 class="govuk-heading-m">Turned away</h2>
      {refused.length === 0
        ? <p class="govuk-body">Nobody who may not see this case has tried.</p>
        : (
          <Table
            caption="The last 50 who asked for this case and were not let in" captionClass="govuk-visually-hidden"
            head={[{ content: 'When' }, { content: 'Who' }, { content: 'Asked for' }]}
            rows={refused.map(({ at, name, organisation, route }) => [{ content: dateTimeWords(at) }, { content: <>{name ?? 'Nobody signed in'}<br /><span class="hub-quiet">{organisation ?? ''}</span></> }, { content: sideOf(route) ?? 'the case' }])}
          />
        )}
    </HubPage>
  )
}
