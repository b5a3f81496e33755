// What has changed between two texts, word by word, in words as well as in colour.
import { diffWordsWithSpace } from 'diff'
import type { Content } from './govuk/attributes.ts'

export type TextChange = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }

/**
 * The texts in pieces. Changes with nothing but spaces between them are read as one, "access to regular" for "45 minutes
 * of", instead of word for word by turns.
 */
export function textChanges(before: string, after: string): readonly TextChange[] {
  const changes: TextChange[] = []
  let removed = ''
  let added = ''
  const flush = () => {
    if (removed) changes.push({ kind: 'removed', text: removed })
    if (added) changes.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  const parts = diffWordsWithSpace(before, after)
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1]
    const betweenChanges = (removed || added) && (next?.added || next?.removed) && /^[ \t]+$/.test(part.value)
    if (part.removed || (betweenChanges && !part.added)) removed += part.value
    if (part.added || (betweenChanges && !part.removed)) added += part.value
    if (part.added || part.removed || betweenChanges) continue
    flush()
    changes.push({ kind: 'same', text: part.value })
  }
  flush()
  return changes
}

const tags = { removed: 'del', added: 'ins' } as const

export function WordDiff({ before, after }: { before: string; after: string }) {
  return (
    <div class="hub-diff">
      {textChanges(before, after).map(({ kind, text }): Content => {
        if (kind === 'same') return text
        const Tag = tags[kind]
        return (
          <Tag>
            <span class="govuk-visually-hidden"> {kind}: </span>
            {text}
            <span class="govuk-visually-hidden"> end of {kind} </span>
          </Tag>
        )
      })}
    </div>
  )
}
