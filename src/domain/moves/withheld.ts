// What stays behind when a child's record goes to another council: always named, never left out in silence. What is sealed goes with
// nobody and nothing (access/policy.ts: the program carries nothing that is sealed); the new council asks for it, and a person decides.

export const withheldKinds = [
  'sealed', 'protected-address', 'copy-held', 'left-out', 'came-later', 'not-clean', 'sealed-quotes', 'messages', 'letters', 'notes', 'capacity-records', 'permissions', 'quoting-versions',
] as const
export type WithheldKind = (typeof withheldKinds)[number]

export interface Withheld {
  readonly kind: WithheldKind
  /** How many; 0 where the kind never travels and is not counted. */
  readonly count: number
  readonly what?: string
}

/** In words for the officer who sends, and for the council that receives. */
export const withheldWords: Readonly<Record<WithheldKind, string>> = {
  sealed: 'Reports and documents under a seal. They stay. The new council can ask for them, and whoever decides here answers',
  'protected-address': 'An address that is protected. It stays. The family tells the new council itself how to be reached',
  'copy-held': 'Reports of which a reader had only a copy with words removed. Look at each before you show it to anybody',
  'left-out': 'Reports and documents that somebody decided to leave out',
  'came-later': 'Reports and documents that came after the package was checked. They are sent on another way',
  'not-clean': 'Documents that the virus scanner has not found clean',
  'sealed-quotes': 'Sources of lines that quote a sealed report',
  messages: 'Messages between the family and the council',
  letters: 'Letters that were sent. What they decided is in the record of facts',
  notes: 'Legal advice to the council, and notes about keeping the child safe. They go by the council’s own safe way, if at all',
  'capacity-records': 'Assessments of capacity. Each is of one decision at one time. What was found, and when, is in the record of facts',
  permissions: 'What a young person let each parent do, and who acts for somebody of the family. It was said to this council: the new one asks again',
  'quoting-versions': 'Earlier versions of the plan that quote a sealed report',
}

/** What never travels, whatever a case holds. */
export const neverTravels: readonly WithheldKind[] = ['messages', 'letters', 'notes', 'capacity-records', 'permissions']
