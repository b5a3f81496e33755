import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { openAreaFor } from '../../../casebook/open-area.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { Button } from '../../../ui/govuk/button.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { dateTimeWords } from '../../../ui/words.ts'
import { listBatches, type BatchState } from '../batch-store.ts'

export const stateWords: Readonly<Record<BatchState, string>> = {
  waiting: 'Waits to be read', reading: 'Being read', read: 'Read: to look through', 'not-read': 'Could not be read', accepting: 'Being brought over', accepted: 'Brought over', 'taking-back': 'Being taken back', 'taken-back': 'Taken back',
}

export async function show(ask: Ask): Promise<Reply> {
  const { area, batches } = await read(ask, async (tx) => {
    const opened = await openAreaFor(tx, param(ask, 'area'), 'bring-in-return')
    return { area: opened, batches: await listBatches(tx, opened.id, 50) }
  })
  const title = 'Returns brought in'
  return page(
    <HubPage frame={ask.frame} title={title} breadcrumbs={[{ text: 'Home', href: paths.home() }, { text: title }]} councilName={area.councilName} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">A SEN2 return of your last system brings a whole caseload over: each child with their days, needs and placements. The words of each plan come later, as <a class="govuk-link" href={paths.olderPlans({ area: area.code })}>plans from before</a>.</p>
      <Button href={paths.bringInReturn({ area: area.code })}>Bring in a return</Button>
      {batches.length === 0 ? <p class="govuk-body">No return has been brought in yet.</p> : (
        <Table
          caption="Returns" captionSize="m" head={[{ content: 'Brought in' }, { content: 'File' }, { content: 'By' }, { content: 'People' }, { content: 'Where it stands' }]}
          rows={batches.map(({ id, broughtAt, files, byName, sums, state }) => [
            { content: <a class="govuk-link" href={paths.returnBatch({ area: area.code, batchId: id })}>{dateTimeWords(broughtAt)}</a> }, { content: files.length === 1 ? files[0]?.fileName ?? '' : `${files.length} files` },
            { content: byName ?? 'whoever runs the hub' }, { content: sums === undefined ? '' : String(sums.persons) }, { content: stateWords[state] },
          ])}
        />
      )}
    </HubPage>,
  )
}
