import type { Area } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { keyOf } from '../../../domain/clocks/clock.ts'
import { clocksWithTargets } from '../../../domain/clocks/own-targets.ts'
import { paths } from '../../../paths.ts'
import { Table } from '../../../ui/govuk/table.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { dateWords } from '../../../ui/words.ts'
import type { SetTarget } from '../target-store.ts'
import { targetWords, usualTarget } from '../target-words.ts'

interface Props {
  readonly frame: PageFrame
  readonly area: Area
  readonly today: PlainDate
  readonly targets: readonly SetTarget[]
}

export function view({ frame, area, today, targets }: Props) {
  const title = 'Our own targets'
  return (
    <HubPage frame={frame} title={title} councilName={area.councilName} back={{ href: paths.teamWork(), text: 'Team' }} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">A target says by when {area.councilName} means to be ready. It stands beside the date of the law and never moves it. A new target holds for clocks that start from its day on: those that run already keep theirs.</p>
      <Table
        caption={`What ${area.councilName} owes by a date`}
        captionSize="m"
        firstCellIsHeader
        head={[{ content: 'Duty' }, { content: 'Our target now' }, { content: 'Later' }, { content: <span class="govuk-visually-hidden">What you can do</span>, label: 'What you can do' }]}
        rows={clocksWithTargets.map((clock) => {
          const clockId = keyOf(clock)
          const own = targets.filter((target) => target.clockId === clockId)
          const now = own.find(({ fromOn }) => fromOn <= today)
          const later = own.filter(({ fromOn }) => fromOn > today)
          return [
            { content: <>{clock.title}<br /><span class="hub-quiet">{clockId}</span></> },
            { content: now === undefined ? targetWords(clock.target ?? usualTarget) : <>{targetWords(now.target)}<br /><span class="hub-quiet">since {dateWords(now.fromOn)}</span></> },
            { content: later.map(({ fromOn, target }) => <>{targetWords(target)}, from {dateWords(fromOn)}<br /></>) },
            { content: <a class="govuk-link" href={paths.target({ area: area.code, clock: clockId })}>Change<span class="govuk-visually-hidden"> the target of {clockId}: {clock.title}</span></a> },
          ]
        })}
      />
    </HubPage>
  )
}
