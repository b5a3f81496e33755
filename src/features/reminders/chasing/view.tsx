import type { Area } from '../../../casebook/open-case-file.ts'
import { chaseAgainAfterDays } from '../../../domain/case-file/work-reasons.ts'
import { chaseKinds, mostAutomaticChases } from '../../../domain/reminders/chasing.ts'
import { paths } from '../../../paths.ts'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { dateTimeWords } from '../../../ui/words.ts'
import type { ChasingChange } from './chasing-store.ts'
import { kindWords } from './kind-words.ts'

export function view({ frame, area, changes }: { frame: PageFrame; area: Area; changes: readonly ChasingChange[] }) {
  const title = 'What is chased without anybody asking'
  const isOn = (kind: string): boolean => changes.find((change) => change.kind === kind)?.isOn ?? true
  return (
    <HubPage frame={frame} title={title} councilName={area.councilName} back={{ href: paths.reminders(), text: 'Reminders and chases' }}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        The hub reminds whoever is late the day after the last day, then every {chaseAgainAfterDays} days, {mostAutomaticChases} times at most: by day, and not on a day on which
        they have had another message about the same child. Officers can chase at any time, whatever is decided here.
      </p>
      <SummaryList
        rows={chaseKinds.map((kind) => ({
          key: kindWords[kind], value: isOn(kind) ? 'Chased by itself' : 'Only when an officer chases',
          actions: [{ href: paths.chasingKind({ area: area.code, kind }), text: 'Change', visuallyHiddenText: kindWords[kind].toLowerCase() }],
        }))}
      />
      {changes.length > 0 && (
        <Table
          caption="What was decided, the latest first" captionSize="m"
          head={[{ content: 'When' }, { content: 'What' }, { content: 'Decided' }, { content: 'Why' }, { content: 'By' }]}
          rows={changes.map(({ kind, isOn: on, reason, by, changedAt }) => [
            { content: dateTimeWords(changedAt) }, { content: kindWords[kind] }, { content: on ? 'Chased by itself' : 'Only by an officer' }, { content: reason }, { content: by },
          ])}
        />
      )}
    </HubPage>
  )
}
