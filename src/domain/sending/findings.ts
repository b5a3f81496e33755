// What was found in a text that is about to leave, and what it takes to send it all the same.

export const findingKinds = [
  'child-name', 'adult-name', 'upn', 'nhs-number', 'born-on', 'address', 'protected-address', 'kept-out-term', 'paragraph-elsewhere',
] as const
export type FindingKind = (typeof findingKinds)[number]

export interface Finding {
  readonly kind: FindingKind
  /** The words as they stand in the sender's own text: never anything from another child's record. */
  readonly words: string
  /** Where they stand, with some of the sender's words on both sides. */
  readonly around: string
  /** 'stop' is released by a decision-maker alone; 'warn' by the sender, who says that it belongs here. */
  readonly weight: 'stop' | 'warn'
}

const roundIt = 60

/** The words at a place in a text and those round them. */
export function findingAt(kind: FindingKind, text: string, at: number, end: number, weight: Finding['weight'] = 'stop'): Finding {
  const from = Math.max(0, at - roundIt)
  const to = Math.min(text.length, end + roundIt)
  return {
    kind, weight, words: text.slice(at, end),
    around: `${from > 0 ? '…' : ''}${text.slice(from, to).replaceAll(/\s+/gu, ' ').trim()}${to < text.length ? '…' : ''}`,
  }
}

/** The same words found twice are one finding. */
export function onceEach(findings: readonly Finding[]): Finding[] {
  const byWords = new Map<string, Finding>()
  for (const one of findings) {
    const key = `${one.kind} ${one.words.toLowerCase().replaceAll(/\s+/gu, ' ')}`
    if (!byWords.has(key)) byWords.set(key, one)
  }
  return [...byWords.values()]
}

/** Said of each kind: what it is, with no word about whose it is. */
export const findingWords: Record<FindingKind, string> = {
  'child-name': 'The name of another child in the hub',
  'adult-name': 'The name of somebody in another child’s family',
  upn: 'A unique pupil number that is not this child’s',
  'nhs-number': 'An NHS number that is not this child’s',
  'born-on': 'Another child’s date of birth beside a name',
  address: 'An address of another family',
  'protected-address': 'A protected address: it must not be written anywhere',
  'kept-out-term': 'Words that were noted to be kept out',
  'paragraph-elsewhere': 'A paragraph that stands word for word in another child’s case',
}
