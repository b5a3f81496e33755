// Why words may be taken out of what somebody is given. Each reason has its law; a reader sees the short words in their copy and
// the law below it, so that they can question it.

export const removalReasons = ['third-party', 'safeguarding', 'confidential-address', 'serious-harm', 'privilege'] as const
export type RemovalReason = (typeof removalReasons)[number]

export interface RemovalReasonRow {
  /** For staff who choose. */
  readonly words: string
  /** What stands in the copy in place of the words. */
  readonly label: string
  readonly cites: string
}

export const removalReasonRows: Record<RemovalReason, RemovalReasonRow> = {
  'third-party': { words: 'About another person', label: '[Removed: about another person]', cites: 'UK GDPR Art 15(4); Data Protection Act 2018 Sch 2 para 16' },
  safeguarding: { words: 'Safeguarding: somebody could be at risk', label: '[Removed: to keep somebody safe]', cites: 'Data Protection Act 2018 Sch 3 para 21 (child abuse data); Working Together to Safeguard Children' },
  'confidential-address': { words: 'Address or contact detail', label: '[Removed: contact details]', cites: 'UK GDPR Art 5(1)(f); Domestic Abuse Act 2021; SEND Regulations 2014 reg 17' },
  'serious-harm': { words: 'Serious harm, as a professional has said', label: '[Removed: telling it could cause serious harm]', cites: 'Data Protection Act 2018 Sch 3 paras 5, 11 and 19: a health, social work or education professional must have said so' },
  privilege: { words: 'Legal advice', label: '[Removed: legal advice]', cites: 'Data Protection Act 2018 Sch 2 para 19' },
}

export const isRemovalReason = (text: string): text is RemovalReason => removalReasons.some((one) => one === text)
