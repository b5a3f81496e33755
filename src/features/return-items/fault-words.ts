// Faults of the return in words for people. The rule's own sentences name elements of the file; beside them stands what the item is called here.

import { ruleById } from '../../domain/sen2/rules/all-rules.ts'
import type { Severity } from '../../domain/sen2/rules/rule.ts'
import type { TagColour } from '../../ui/govuk/tag.tsx'
import type { FaultStanding } from './register/register-store.ts'

export const standingWords: Record<FaultStanding, string> = { error: 'Must be put right', query: 'Will be asked about', explained: 'Explained' }
export const standingTags: Record<FaultStanding, TagColour> = { error: 'red', query: 'yellow', explained: 'green' }

export const standingOf = ({ severity, isExplained }: { readonly severity: Severity; readonly isExplained: boolean }): FaultStanding => (severity === 'error' ? 'error' : isExplained ? 'explained' : 'query')

/** What is wrong, in the rule's own words. */
export const ruleSentence = (rule: string): string => ruleById.get(rule)?.says ?? 'The check of the return has something against this.'
/** What mends it. */
export const mendSentence = (rule: string): string => ruleById.get(rule)?.mends ?? ''
