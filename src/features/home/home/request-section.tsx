import type { OpenDraft } from '../../../casebook/open-drafts.ts'
import { londonTimeOf } from '../../../domain/calendar/london-date.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/govuk/button.tsx'
import type { Task } from '../../../ui/govuk/task-list.tsx'
import { TaskList } from '../../../ui/govuk/task-list.tsx'
import { dateWords } from '../../../ui/words.ts'

/** Requests that one began and has not sent. Nothing is shown when there are none. */
export function UnsentRequests({ drafts }: { drafts: readonly OpenDraft[] }) {
  if (drafts.length === 0) return null
  return (
    <section aria-labelledby="unsent" class="hub-section">
      <h2 class="govuk-heading-m" id="unsent">{drafts.length === 1 ? 'A request that you have not sent' : 'Requests that you have not sent'}</h2>
      <TaskList
        idPrefix="unsent"
        items={drafts.map(({ area, draftId, childName, savedAt }): Task => ({
          title: `Go on with the request for ${childName ?? 'a child not named yet'}`, href: paths.requestTasks({ area, draftId }),
          hint: `Last saved on ${dateWords(londonTimeOf(savedAt).date)}`,
        }))}
      />
    </section>
  )
}

/** The way to a new request: what staff at a council write down reached them by phone, letter, email or in person. */
export function NewRequest({ isCouncil, area }: { isCouncil: boolean; area: string | undefined }) {
  const to = area === undefined ? paths.start() : isCouncil ? paths.requestStart({ area }) : paths.areaStart({ area })
  return <Button href={to} variant="secondary">{isCouncil ? 'Write down a new request' : 'Ask for an assessment'}</Button>
}
