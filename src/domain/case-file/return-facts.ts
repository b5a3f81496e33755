// Facts of what the national return (SEN2) asks for and nothing else on file tells. Codes are those of domain/sen2/code-sets.ts. A child's own
// details stand in their row alone: the ledger says that they were recorded, never what they are.

export const returnItems = ['sex', 'ethnicity', 'upn', 'uln', 'upn-unknown', 'youth-accommodation'] as const
export type ReturnItem = (typeof returnItems)[number]

/** Primary or only, and secondary. */
export type ItemRank = 1 | 2

/** `isPutRight`: what was recorded had been wrong from its day on; else it was so until this day, and is no longer. */
export type ReturnFact =
  | { type: 'return-items-recorded'; items: readonly ReturnItem[] }
  | { type: 'needs-recorded'; primary: string; secondary?: string; isPutRight?: true }
  | { type: 'placement-recorded'; rank: ItemRank; where: string; isPutRight?: true }
  | { type: 'named-setting-recorded'; rank: ItemRank; where: string; isPutRight?: true }
  | { type: 'personal-budget-recorded'; isTakenUp: boolean; isPutRight?: true }
  | { type: 'return-fault-explained'; rule: string }
