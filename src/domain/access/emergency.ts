// Opening a child's record in an emergency, without a part in the case. As the NHS Spine does it: a reason first, an end by itself, an
// alert to somebody whose office it is to ask, and always in the record that the family reads. UK GDPR Art 6(1)(d), 9(2)(c) (vital
// interests); DPA 2018 Sch 1 para 18 (safeguarding); Working Together to Safeguard Children: sharing is never refused for want of consent.

/** How long it lasts. The table holds it too: `break_glass` takes no longer one. */
export const emergencyHours = 4

/** Tries that find nobody, in an hour, after which somebody should ask what is going on. */
export const missesToTell = 3

interface Reason {
  /** As the person who opens it chooses it. */
  readonly words: string
  /** As the family reads it. */
  readonly forFamily: string
}

export const emergencyReasons = {
  'at-risk': { words: 'The child may be at risk of harm', forFamily: 'they were worried that your child was not safe' },
  medical: { words: 'The child needs urgent medical care', forFamily: 'your child needed care at once' },
  missing: { words: 'The child is missing, or was found and nobody knows who looks after them', forFamily: 'your child was missing, or had been found' },
  placement: { words: 'The child has come to a school or a home at short notice', forFamily: 'your child came to a new place at short notice' },
  'nobody-there': { words: 'Something has to be decided today and nobody of the case can be reached', forFamily: 'something had to be decided that day and nobody else was there' },
} as const satisfies Record<string, Reason>

export type EmergencyReason = keyof typeof emergencyReasons
export const emergencyReasonCodes = Object.keys(emergencyReasons) as EmergencyReason[]
export const isEmergencyReason = (text: string): text is EmergencyReason => text in emergencyReasons

/** A name as it is compared: case, accents' form and spaces make no other child; nothing else is guessed. */
export const nameToCompare = (name: string): string => name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').replaceAll('’', "'").toLowerCase()
