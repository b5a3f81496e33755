import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { folded, placesOf } from '../../../domain/redaction/folded.ts'
import { isRemovalReason } from '../../../domain/redaction/reasons.ts'
import type { MarkedPassage } from '../redaction-store.ts'

/** The same words found in several places are decided once. */
export interface PassageGroup {
  /** Names the fields: where the words first stand. */
  readonly key: string
  readonly words: string
  readonly passages: readonly MarkedPassage[]
}

export function groupsOf(text: string, passages: readonly MarkedPassage[]): PassageGroup[] {
  const groups = new Map<string, MarkedPassage[]>()
  for (const passage of passages) {
    const words = folded(text.slice(passage.start, passage.end)).replaceAll(/ +/g, ' ')
    groups.set(words, [...groups.get(words) ?? [], passage])
  }
  return [...groups.values()].flatMap((some) => {
    const [first] = some
    return first === undefined ? [] : [{ key: String(first.start), words: text.slice(first.start, first.end).replaceAll(/\s+/g, ' '), passages: some }]
  })
}

export const choiceField = (key: string): string => `choice-${key}`
export const reasonField = (key: string): string => `reason-${key}`
const mostTyped = 50

export interface ReadMarks {
  readonly passages: readonly MarkedPassage[]
  readonly errors: readonly FieldError[]
}

/** What was chosen of what was found, and the words that were typed in, each wherever it stands. */
export function readMarks(form: FormBody, text: string, found: readonly MarkedPassage[], { isForCheck }: { isForCheck: boolean }): ReadMarks {
  const errors: FieldError[] = []
  const chosen = groupsOf(text, found).flatMap(({ key, words, passages }) => {
    const choice = form.text(choiceField(key))
    const reason = form.text(reasonField(key))
    if (choice !== 'remove' && choice !== 'keep') {
      if (isForCheck) errors.push({ field: choiceField(key), message: `Select whether “${words}” is removed or stays` })
      return passages
    }
    return passages.map((passage) => ({ ...passage, choice, reason: isRemovalReason(reason) ? reason : passage.reason } as const))
  })
  const lines = [...new Set(form.text('more').split('\n').map((line) => line.trim()).filter((line) => line !== ''))]
  if (lines.length > mostTyped) errors.push({ field: 'more', message: `Enter up to ${mostTyped} lines at a time` })
  const reason = form.text('moreReason')
  if (lines.length > 0 && !isRemovalReason(reason)) errors.push({ field: 'moreReason', message: 'Select why these words are removed' })
  const plain = folded(text)
  const typed = lines.slice(0, mostTyped).flatMap((line): MarkedPassage[] => {
    const places = placesOf(line, plain)
    if (places.length === 0) errors.push({ field: 'more', message: `“${line}” does not stand in the report. Copy it from the report as it is` })
    return isRemovalReason(reason) ? places.map((place) => ({ ...place, reason, foundAs: 'typed', choice: 'remove' })) : []
  })
  return { passages: withTyped(chosen, typed), errors }
}

/** Typed words join what they overlap: what somebody wants removed is removed whole. */
function withTyped(chosen: readonly MarkedPassage[], typed: readonly MarkedPassage[]): MarkedPassage[] {
  const out: MarkedPassage[] = []
  for (const passage of [...typed, ...chosen].toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1)
    if (last === undefined || passage.start >= last.end) out.push(passage)
    else {
      const isRemoved = last.choice === 'remove' || passage.choice === 'remove'
      const { choice: _, ...rest } = last
      const choice = isRemoved ? 'remove' as const : last.choice ?? passage.choice
      out[out.length - 1] = { ...rest, end: Math.max(last.end, passage.end), ...(choice === undefined ? {} : { choice }) }
    }
  }
  return out
}
