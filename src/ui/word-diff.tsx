// What has changed between two texts, word by word, in words as well as in colour.
import { diffWordsWithSpace } from 'diff'
import type { Content } from './govuk/attributes.ts'

export function WordDiff({ before, after }: { before: string; after: string }) {
  if (before === after) return <div class="hub-diff">{before}</div>
  return (
    <div class="hub-diff">
      {diffWordsWithSpace(before, after).map(({ added, removed, value }): Content => {
        if (added) {
          return (
            <ins>
              <Hidden>added: </Hidden>
              {value}
              <Hidden> end of added </Hidden>
            </ins>
          )
        }
        if (removed) {
          return (
            <del>
              <Hidden>removed: </Hidden>
              {value}
              <Hidden> end of removed </Hidden>
            </del>
          )
        }
        return value
      })}
    </div>
  )
}

function Hidden({ children }: { children: Content }) {
  return <span class="govuk-visually-hidden">{children}</span>
}
