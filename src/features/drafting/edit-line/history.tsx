// Every wording of a line with what changed from the one before, newest first. Saves made while one person typed are one entry.

import type { LineId } from '../../../domain/ids.ts'
import { paths } from '../../../paths.ts'
import { Form } from '../../../ui/form.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { WordDiff } from '../../../ui/word-diff.tsx'
import { dateTimeWords, plural } from '../../../ui/words.ts'
import type { PastRevision } from '../draft-store.ts'
import { fieldChangeWords } from '../field-changes.ts'
import type { Draft } from '../open-draft.ts'

export interface Entry {
  readonly last: PastRevision
  /** What stood before the first save of this entry. */
  readonly before: PastRevision | undefined
  readonly saves: number
}

/** Saves by themselves of one person, one after another, are one piece of work; anything else is an entry of its own. */
export function entriesOf(history: readonly PastRevision[]): Entry[] {
  const entries: Entry[] = []
  for (const [place, past] of history.entries()) {
    const open = entries.at(-1)
    const joins = open !== undefined && open.last.how === 'autosaved' && open.last.revision.by === past.revision.by && ['autosaved', 'saved'].includes(past.how)
    if (joins) entries[entries.length - 1] = { ...open, last: past, saves: open.saves + 1 }
    else entries.push({ last: past, before: history[place - 1], saves: 1 })
  }
  return entries
}

const howWords: Record<PastRevision['how'], string> = {
  saved: 'Changed', autosaved: 'Changed', removed: 'Taken out of the draft', restored: 'Brought back', resolved: 'Settled from two texts', moved: 'Moved among the other lines',
}

function What({ entry }: { entry: Entry }) {
  const { last, before } = entry
  if (last.how === 'moved' || last.revision.isRemoved) return null
  if (before === undefined) return <p class="govuk-body hub-line-text">{last.revision.wording.text}</p>
  const was = before.revision.wording
  const is = last.revision.wording
  const fields = fieldChangeWords(was.fields, is.fields)
  return (
    <>
      {was.section !== is.section && <p class="govuk-body">From section {was.section} to section {is.section}</p>}
      {was.text !== is.text && <WordDiff before={was.text} after={is.text} />}
      {fields.length > 0 && <ul class="govuk-list govuk-list--bullet">{fields.map((words) => <li>{words}</li>)}</ul>}
    </>
  )
}

export function LineHistoryList({ frame, draft, lineId, history, mayBringBack }: {
  frame: PageFrame; draft: Draft; lineId: LineId; history: readonly PastRevision[]; mayBringBack: boolean
}) {
  const latest = history.at(-1)?.revision.n
  return (
    <ol class="hub-history" reversed>
      {entriesOf(history).toReversed().map((entry) => {
        const { last, saves } = entry
        return (
          <li>
            <h2 class="govuk-heading-s govuk-!-margin-bottom-1">{last.revision.n === 1 ? 'Written' : howWords[last.how]}</h2>
            <p class="govuk-hint govuk-!-margin-bottom-1">
              {last.by}{last.organisation !== undefined && `, ${last.organisation}`}, {dateTimeWords(last.at)}{saves > 1 && ` (${plural(saves, 'save')})`}
            </p>
            <What entry={entry} />
            {mayBringBack && last.revision.n !== latest && !last.revision.isRemoved && last.how !== 'moved' && (
              <Form tokens={frame.tokens} action={paths.planLineRemove({ ...draft.caseFile.key, lineId })}>
                <input type="hidden" name="restore" value={last.revision.n} />
                <input type="hidden" name="base" value={latest} />
                <button type="submit" class="hub-link-button">Bring back this wording<span class="govuk-visually-hidden"> of {dateTimeWords(last.at)}</span></button>
              </Form>
            )}
          </li>
        )
      })}
    </ol>
  )
}
