// What the team sent a moment ago and can take back: said on every page of the case, with one button.

import type { Instant } from '../domain/calendar/plain-date.ts'
import type { HeldAct } from '../domain/sending/what-comes-back.ts'
import { heldWords } from '../domain/sending/what-comes-back.ts'
import { paths } from '../paths.ts'
import type { FormTokens } from './form.tsx'
import { Form } from './form.tsx'
import { Button } from './govuk/button.tsx'
import { Alert } from './moj/alert.tsx'
import { listWords, timeWords } from './words.ts'

/** What the team sent and can still take back. */
export interface HeldSending {
  readonly id: string
  readonly act: HeldAct
  readonly until: Instant
  /** Names of those to whom something of it goes. */
  readonly to: readonly string[]
}

/** Two things that wait must not be mistaken for each other. */
const goesTo = (names: readonly string[]): string => (names.length === 0 ? '' : ` to ${names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : listWords([...names])}`)

/** "You can take this back until 14:42", on every page of the case while it waits. */
export function CanTakeBack({ held, no, caseKey, tokens }: { held: HeldSending; no: number; caseKey: { area: string; caseId: string }; tokens: FormTokens }) {
  const to = paths.held({ ...caseKey, sendingId: held.id })
  return (
    <Alert variant="information" title={no === 1 ? 'What can be taken back' : `What can be taken back, ${no}`}>
      <p class="govuk-body govuk-!-margin-bottom-2"><strong>{heldWords[held.act]}{goesTo(held.to)}: you can take this back until {timeWords(held.until)}.</strong> Nobody outside the team sees it before then. It counts as sent at the time when you sent it.</p>
      <Form tokens={tokens} action={to} class="hub-inline-form">
        <Button name="step" value="back" variant="secondary" preventDoubleClick>Take it back</Button>{' '}
        <a class="govuk-link" href={to}>Why, or send it now</a>
      </Form>
    </Alert>
  )
}
