import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { isReviewOverdue } from '../../../domain/sign-in/access-review.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { AreaOfPage, PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { dateWords, plural } from '../../../ui/words.ts'
import type { BodyOfArea } from './bodies-store.ts'

export function view({ frame, area, bodies, today, mayAdd }: { frame: PageFrame; area: AreaOfPage & { readonly code: string }; bodies: readonly BodyOfArea[]; today: PlainDate; mayAdd: boolean }) {
  const title = `Schools and services of ${area.name}`
  const overdue = bodies.filter(({ reviewDueOn }) => reviewDueOn !== undefined && isReviewOverdue(reviewDueOn, today))
  const without = bodies.filter(({ administrators }) => administrators.length === 0)
  return (
    <HubPage frame={frame} title={title} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      {overdue.length > 0 && <WarningText>{plural(overdue.length, 'organisation')} {overdue.length === 1 ? 'has' : 'have'} not reviewed who has access, two weeks and more after it was due. Ring its administrator, or invite another.</WarningText>}
      {without.length > 0 && <p class="govuk-body">{plural(without.length, 'organisation')} {without.length === 1 ? 'has' : 'have'} nobody to add and remove people.</p>}
      {mayAdd && <Button href={paths.addOrganisation({ area: area.code })}>Add a school or service</Button>}
      {bodies.length === 0 ? <EmptyState title="None yet" /> : (
        <Table
          caption={plural(bodies.length, 'organisation')}
          captionSize="s"
          firstCellIsHeader
          head={[{ content: 'Name' }, { content: 'Looked after by' }, { content: 'People', format: 'numeric' }, { content: 'Review due' }]}
          rows={bodies.map((body) => [
            { content: mayAdd ? <a class="govuk-link" href={paths.organisation({ area: area.code, organisationId: body.id })}>{body.name}</a> : body.name },
            { content: body.administrators.length === 0 ? <Tag colour="yellow">Nobody</Tag> : body.administrators.join(', ') },
            { content: body.people, format: 'numeric' },
            { content: body.reviewDueOn === undefined ? '' : <>{dateWords(body.reviewDueOn)}{isReviewOverdue(body.reviewDueOn, today) && <> <Tag colour="red">Overdue</Tag></>}</> },
          ])}
        />
      )}
    </HubPage>
  )
}
