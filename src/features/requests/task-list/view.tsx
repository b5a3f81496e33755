import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/govuk/button.tsx'
import type { Task } from '../../../ui/govuk/task-list.tsx'
import { TaskList } from '../../../ui/govuk/task-list.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { numberWords, plural, timeWords } from '../../../ui/words.ts'
import { DraftPage } from '../draft-page.tsx'
import type { Draft } from '../draft-store.ts'
import type { TaskState } from '../journey/journey.ts'
import { missingFrom, stateOf, tasksOf, voiceOf } from '../journey/journey.ts'
import { say } from '../journey/question.ts'

const stateWords: Record<TaskState, Pick<Task, 'status' | 'statusTag'>> = {
  'not-started': { statusTag: { children: 'Not started', colour: 'blue' } },
  'to-do': { statusTag: { children: 'To finish', colour: 'blue' } },
  begun: { status: 'You can add more' },
  done: { status: 'Done' },
  optional: { status: 'Optional' },
}

export function view({ frame, draft, files }: { frame: PageFrame; draft: Draft; files: number }) {
  const voice = voiceOf(draft)
  const missing = [...new Set(missingFrom(draft).map(({ question }) => question))]
  const title = draft.isWrittenDown ? 'The request' : 'Your request for an assessment'
  return (
    <DraftPage frame={frame} draft={draft} title={title} back={{ href: paths.areaStart({ area: draft.area.code }), text: 'Back to start' }}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {missing.length === 0
          ? 'You have given all that must be given. You can send it now, or add more first.'
          : `You can do the parts in any order. Before you can send it we still need ${missing.length === 1 ? 'this' : `these ${numberWords(missing.length)} things`}:`}
      </p>
      {missing.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {missing.map((question) => <li><a class="govuk-link" href={paths.requestQuestion({ ...draft.key, question: question.id })}>{say(question.title, voice)}</a></li>)}
        </ul>
      )}
      <TaskList
        items={[
          ...tasksOf(draft).map((task): Task => ({
            title: say(task.title, voice), href: paths.requestQuestion({ ...draft.key, question: task.questions[0]?.id ?? '' }), ...stateWords[stateOf(draft, task)],
          })),
          { title: 'Letters, reports and photos', href: paths.requestEvidence(draft.key), ...(files === 0 ? { status: 'Optional' } : { status: plural(files, 'file') }) },
        ]}
      />
      <Button href={paths.requestCheck(draft.key)}>Check and send</Button>
      <p class="govuk-hint">Last saved at {timeWords(draft.savedAt)}</p>
      {!draft.hasAccount && <p class="govuk-body"><a class="govuk-link" href={paths.requestCode(draft.key)}>How to come back later</a></p>}
    </DraftPage>
  )
}
