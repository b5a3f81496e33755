// What is broken in the golden thread, each kind in a sentence for the person who can mend it.

import type { ThreadGapKind } from '../../domain/plan/thread.ts'

export const gapWords: Record<ThreadGapKind, string> = {
  'need-without-provision': 'No provision meets this need yet.',
  'need-without-outcome': 'This need leads to no outcome yet.',
  'outcome-without-need': 'This outcome answers no need yet.',
  'outcome-without-provision': 'No provision serves this outcome yet.',
  'provision-without-need': 'This provision meets no need yet.',
  'provision-without-outcome': 'This provision serves no outcome yet.',
  'line-without-source': 'This line has no source: say which advice, or who said it and when.',
  'section-blank': 'This section says nothing: add a line, or say who found that nothing is needed and when.',
  'link-astray': 'A link of this line joins nothing.',
}
