import { sentenceFor } from '../../../casebook/fact-sentences.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Pagination } from '../../../ui/govuk/pagination.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { dateTimeWords, plural } from '../../../ui/words.ts'
import type { ReminderCounts, RemindedRow } from './list-store.ts'

/** Lines on one page. */
export const pageSize = 50

interface Props {
  readonly frame: PageFrame
  /** One more than is shown, when there are more. */
  readonly rows: readonly RemindedRow[]
  readonly number: number
  readonly counts: ReminderCounts
  /** The areas whose settings the viewer decides. */
  readonly settings: readonly { readonly code: string; readonly name: string }[]
}

/** Nobody's name has to be looked up: these facts carry the names they tell. */
const names = { person: () => 'somebody' }

export function view({ frame, rows, number, counts: { waiting, failed, toPost }, settings }: Props) {
  const title = 'Reminders and chases'
  const outbox = (state: 'queued' | 'failed', channel?: 'letter'): string => paths.outbox({ about: 'reminders', state, channel })
  return (
    <HubPage frame={frame} title={title} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      {failed > 0 && <WarningText><a class="govuk-link" href={outbox('failed')}>{plural(failed, 'reminder')} could not be sent</a>. Somebody has to look at {failed === 1 ? 'it' : 'them'}.</WarningText>}
      <ul class="govuk-list">
        <li>{waiting === 0 ? 'Nothing waits to be sent.' : <><a class="govuk-link" href={outbox('queued')}>{plural(waiting, 'reminder')} waiting</a> to be sent between 8am and 8pm</>}</li>
        {toPost > 0 && <li><a class="govuk-link" href={outbox('queued', 'letter')}>{plural(toPost, 'reminder')} to print and post</a></li>}
        {settings.map(({ code, name }) => (
          <li><a class="govuk-link" href={paths.chasing({ area: code })}>What is chased without anybody asking{settings.length > 1 ? `, ${name}` : ''}</a></li>
        ))}
      </ul>
      {rows.length === 0
        ? <EmptyState title={number > 1 ? 'There is nothing further back' : 'Nobody has been reminded yet'}><p class="govuk-body">Reminders go by themselves before a date, and chases after one.</p></EmptyState>
        : (
          <Table
            caption="The latest first"
            captionSize="s"
            head={[{ content: 'When' }, { content: 'Child' }, { content: 'What happened' }, { content: 'By' }]}
            rows={rows.slice(0, pageSize).map(({ key, reference, child, fact, by }) => [
              { content: dateTimeWords(fact.recordedAt) },
              { content: <><a class="govuk-link" href={paths.caseOverview(key)}>{child}</a><br /><span class="hub-quiet">{reference}</span></> },
              { content: sentenceFor(fact, names, 'staff') },
              { content: by ?? 'Golden Thread' },
            ])}
          />
        )}
      {(number > 1 || rows.length > pageSize) && (
        <Pagination
          {...(number > 1 ? { previous: { href: paths.reminders({ page: number > 2 ? number - 1 : undefined }) } } : {})}
          {...(rows.length > pageSize ? { next: { href: paths.reminders({ page: number + 1 }) } } : {})}
        />
      )}
    </HubPage>
  )
}
