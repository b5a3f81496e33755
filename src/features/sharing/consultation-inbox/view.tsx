import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { dateWords } from '../../../ui/words.ts'
import { clockOf, remindedWords } from '../consult/consultation-table.tsx'
import type { InboxItem } from '../consultation-store.ts'
import { WideTable } from '../wide-table.tsx'

export function view({ frame, today, items }: { frame: PageFrame; today: PlainDate; items: readonly InboxItem[] }) {
  const settings = new Set(items.map(({ setting }) => setting))
  return (
    <HubPage frame={frame} title="Consultations">
      <h1 class="govuk-heading-l">Consultations</h1>
      {items.length === 0 ? (
        <EmptyState title="No council is asking your setting about a place now.">
          <p class="govuk-body">A consultation stands here from when it is sent until the council closes it.</p>
        </EmptyState>
      ) : (
        <WideTable
          name="Consultations of your setting"
          caption="Councils that ask whether your setting can meet a child’s needs"
          head={[{ content: 'Child' }, { content: 'Council area' }, ...(settings.size > 1 ? [{ content: 'Setting' }] : []), { content: 'Status' }, { content: 'Answer due' }]}
          firstCellIsHeader
          rows={items.map((item) => {
            const { words, colour, days } = clockOf(item, today)
            return [
              { content: <><a class="govuk-link" href={paths.consultation({ area: item.areaCode, caseId: item.caseId, consultationId: item.id })}>{item.childName}</a><br /><span class="govuk-body-s">born {dateWords(item.bornOn)}, case {item.reference}</span></> },
              { content: item.areaName }, ...(settings.size > 1 ? [{ content: item.setting }] : []),
              { content: <><Tag colour={colour}>{words}</Tag><br /><span class="govuk-body-s">{days}</span></> },
              { content: <>{dateWords(item.dueOn)}{item.chasedAt.length > 0 && item.answeredAt === undefined && <><br /><span class="govuk-body-s">{remindedWords(item)}</span></>}</> },
            ]
          })}
        />
      )}
    </HubPage>
  )
}
