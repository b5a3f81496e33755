// Ways to reach or find somebody, by their shape: UK phone numbers, e-mail addresses, postcodes, house and street, dates of birth.

import type { FoundAs, Passage } from './passage.ts'
import type { RemovalReason } from './reasons.ts'

const streets = 'Road|Rd|Street|St|Avenue|Ave|Lane|Close|Drive|Way|Crescent|Court|Gardens|Grove|Terrace|Place|Hill|Row|Square|Walk|Mews|Rise|View|Park|Green|Parade|House|Cottages?'
const day = String.raw`\d{1,2}(?:st|nd|rd|th)?[\s./-]+(?:\d{1,2}|[A-Z][a-z]{2,8})[\s.,/-]+\d{2,4}`

const shapes: readonly { readonly as: FoundAs; readonly reason: RemovalReason; readonly pattern: RegExp; readonly group?: number }[] = [
  { as: 'email', reason: 'confidential-address', pattern: /[\w.+'-]+@[\w-]+(?:\.[\w-]+)+/g },
  { as: 'phone', reason: 'confidential-address', pattern: /(?<![\d+])(?:\+44[\s-]?(?:\(0\)[\s-]?)?|\(?0)\d(?:[\s()-]{0,2}\d){8,9}(?!\d)/g },
  { as: 'postcode', reason: 'confidential-address', pattern: /(?<![A-Za-z0-9])[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}(?![A-Za-z0-9])/g },
  { as: 'address', reason: 'confidential-address', pattern: new RegExp(String.raw`(?<![\w/-])(?:(?:Flat|Unit|Apartment)\s+\w{1,4},?\s+)?\d{1,4}[A-Za-z]?,?\s+(?:[A-Z][\w'’-]+\s+){1,3}(?:${streets})(?![a-z])`, 'g') },
  { as: 'date-of-birth', reason: 'third-party', pattern: new RegExp(String.raw`(?:born(?:\s+on)?|d\.?o\.?b\.?|date\s+of\s+birth)[\s:,]*(?:is\s+|was\s+)?(?:the\s+)?(${day})`, 'gi'), group: 1 },
  { as: 'number', reason: 'third-party', pattern: /(?:NHS\s+(?:number|no\.?)|UPN)[\s:]*([A-Z]?\d[\d\s-]{7,14}[A-Z\d])/gi, group: 1 },
]

export function patternsOf(text: string): Passage[] {
  return shapes.flatMap(({ as, reason, pattern, group = 0 }) => [...text.matchAll(pattern)].flatMap((match) => {
    const words = match[group]
    if (words === undefined) return []
    const start = match.index + (group === 0 ? 0 : match[0].lastIndexOf(words))
    return [{ start, end: start + words.length, reason, foundAs: as }]
  }))
}
