// Faults of the return in words for people. The rule's own sentences name elements of the file; beside them stands what the item is called here.

import { ruleById } from '../../domain/sen2/rules/all-rules.ts'
import type { Severity } from '../../domain/sen2/rules/rule.ts'
import type { TagColour } from '../../ui/govuk/tag.tsx'
import { itemWordsOf } from './where-mended.ts'
import type { FaultStanding } from './register/register-store.ts'

export const standingWords: Record<FaultStanding, string> = { error: 'Must be put right', query: 'Will be asked about', explained: 'Explained' }
export const standingTags: Record<FaultStanding, TagColour> = { error: 'red', query: 'yellow', explained: 'green' }

export const standingOf = ({ severity, isExplained }: { readonly severity: Severity; readonly isExplained: boolean }): FaultStanding => (severity === 'error' ? 'error' : isExplained ? 'explained' : 'query')

type About = { readonly rule: string; readonly block: string; readonly element: string; readonly because?: string | null | undefined }

/** The structure found that it is not there at all: then the item is said, and not the elements of the file. */
const isMissing = ({ block, element, because }: About): boolean => element !== '' && because === `${block} has no ${element}`

/** What is wrong, in the rule's own words. */
export const ruleSentence = (fault: About): string => (isMissing(fault) ? `Nobody has said: ${itemWordsOf(fault.block, fault.element).words}.` : ruleById.get(fault.rule)?.says ?? 'The check of the return has something against this.')
/** What mends it. */
export const mendSentence = (fault: About): string => (isMissing(fault) ? 'Say it.' : ruleById.get(fault.rule)?.mends ?? '')
/** What exactly; an item that is missing says all of itself. */
export const becauseOf = (fault: About): string | undefined => (isMissing(fault) ? undefined : fault.because ?? undefined)
