import type { Area } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { dateTimeWords, plural } from '../../../ui/words.ts'
import type { Batch, BatchFile } from '../batch-store.ts'
import type { StateCounts } from '../older-plan-store.ts'

interface Props {
  readonly frame: PageFrame
  readonly area: Pick<Area, 'code' | 'councilName'>
  readonly batch: Batch
  readonly counts: StateCounts
}

/** The report of one bringing in: what came, what did not and why. It can be opened again at any time. */
export function view({ frame, area, batch, counts }: Props) {
  const title = 'What was brought in'
  const { files } = batch
  const refused = files.filter(({ outcome }) => outcome === 'refused')
  const notRead = files.filter(({ state }) => state === 'not-read')
  const known = files.filter(({ outcome }) => outcome === 'known').length
  const here = paths.olderPlanBatch({ area: area.code, batchId: batch.id })
  return (
    <HubPage frame={frame} title={title} back={{ href: paths.olderPlans({ area: area.code }), text: 'Plans from before' }} councilName={area.councilName} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{dateTimeWords(batch.broughtAt)}, {batch.byName ?? 'by whoever runs the hub'}{batch.how === 'command' && ', with the command'}.</p>
      {counts.waiting > 0 && <InsetText>{plural(counts.waiting, 'file')} still to be read. <a class="govuk-link" href={here}>Look again</a></InsetText>}
      <SummaryList rows={[
        { key: 'Files', value: String(files.length) },
        { key: 'Came in', value: String(batch.came) },
        { key: 'Were here already', value: String(known) },
        { key: 'Not taken', value: String(refused.length) },
        { key: 'Read, to be confirmed', value: String(counts.read) },
        { key: 'Could not be read', value: String(counts['not-read']) },
        { key: 'Confirmed', value: String(counts.confirmed + counts.earlier) },
      ]} />
      {counts.read > 0 && <p class="govuk-body"><a class="govuk-link" href={paths.olderPlans({ area: area.code })}>Go to the plans to confirm</a></p>}
      {refused.length + notRead.length > 0 && (
        <Table
          caption="What did not come in, and why" captionSize="m"
          head={[{ content: 'File' }, { content: 'Why' }]} rows={[...refused.map(({ fileName, why = '' }) => [fileName, why]), ...notRead.map(({ fileName, notReadWhy = '' }) => [fileName, notReadWhy])].map((cells) => cells.map((content) => ({ content })))}
        />
      )}
      <Table
        caption="Every file" captionSize="m" head={[{ content: 'File' }, { content: 'What came of it' }]}
        rows={files.map((file) => [{ content: file.fileName }, { content: outcomeOf(file, area.code) }])}
      />
    </HubPage>
  )
}

const stateWords: Readonly<Record<string, string>> = { waiting: 'Waits to be read', read: 'To be confirmed', 'not-read': 'Could not be read', confirmed: 'Confirmed as a plan', earlier: 'Kept as an earlier plan', 'set-aside': 'Set aside' }

function outcomeOf({ outcome, state = '', olderPlanId }: BatchFile, area: string) {
  if (outcome === 'refused' || olderPlanId === undefined) return 'Not taken'
  const words = `${outcome === 'known' ? 'Was here already. ' : ''}${stateWords[state] ?? ''}`
  return state === 'read' ? <a class="govuk-link" href={paths.olderPlan({ area, olderPlanId })}>{words}</a> : words
}
