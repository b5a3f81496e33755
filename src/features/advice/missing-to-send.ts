// What must be there before advice goes to the council.

import type { Advice } from './advice-store.ts'
import { questionsFor } from './templates.ts'

/** In words, for the page; empty when the advice may go. */
export function missingToSend(advice: Advice): string[] {
  const isNotKnown = advice.kind === 'social-care' && advice.knownToService === false
  return [
    ...(advice.authorName === '' ? ['who wrote it'] : []), ...(advice.authorRole === '' ? ['in what role'] : []),
    ...(advice.dated === undefined ? ['its date'] : []), ...(advice.reportText.trim() === '' ? ['the report'] : []),
    ...(advice.kind === 'social-care' && advice.knownToService === undefined ? ['whether the child is known to social care'] : []),
    ...(isNotKnown ? missingConversation(advice) : []),
  ]
}

/** "Not known to us" alone is not advice on needs (reg 6(1)(e)): the conversation and what it showed must be in it. */
function missingConversation(advice: Advice): string[] {
  if (advice.way !== 'type') {
    return /early help|conversation|spoke|visit|met\b|telephone|phone/i.test(advice.reportText) && advice.reportText.trim().length > 300 ? []
      : ['the early help conversation with the family and what it showed']
  }
  return questionsFor('social-care', { isNotKnown: true }).filter(({ id, isRequired }) => isRequired && (advice.answers[id] ?? '').trim() === '').map(({ heading }) => heading)
}
