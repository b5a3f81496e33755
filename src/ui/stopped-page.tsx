// The page that a text meets which must not leave as it is: what was found in the sender's own words, and the form again with all that
// was typed, to be corrected and sent. Made for every form alike, because anything that leaves can be stopped.

import type { VNode } from 'preact'
import type { Finding } from '../domain/sending/findings.ts'
import { findingWords } from '../domain/sending/findings.ts'
import { Checkboxes } from './govuk/checkboxes.tsx'
import type { FormValues } from './form.tsx'
import { Form } from './form.tsx'
import { Button } from './govuk/button.tsx'
import { Textarea } from './govuk/textarea.tsx'
import type { AreaOfPage, PageFrame } from './hub-page.tsx'
import { HubPage, helpFor } from './hub-page.tsx'
import { TwoThirds } from './layout.tsx'
import { InterruptionCard } from './moj/interruption-card.tsx'
import { listWords, plural } from './words.ts'

interface Props {
  readonly frame: PageFrame
  readonly area: AreaOfPage
  readonly childName: string
  readonly findings: readonly (Finding & { readonly mark: string })[]
  readonly values: FormValues
  readonly sendTo: string
  /** Where the page is on which it was typed. */
  readonly backTo: string
  /** Files cannot be given back to a browser: whoever chose one begins again. */
  readonly hadFiles: boolean
  readonly decides: boolean
  /** Who can release it, where the sender cannot, and where they do. */
  readonly releasedBy: readonly string[]
  readonly stopUrl?: string | undefined
}

const isLong = (text: string): boolean => text.length > 30 || text.includes('\n')
const holdsOne = (text: string, findings: readonly Finding[]): boolean => findings.some(({ words }) => text.includes(words))

export function stoppedPage(props: Props): VNode {
  const { frame, area, childName, findings, values, sendTo, backTo, hadFiles, decides, releasedBy, stopUrl } = props
  const hard = findings.filter(({ weight }) => weight === 'stop')
  const title = 'This was not sent'
  const fields = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [value].flat().map((text) => ({ name, text }))))
  const typed = fields.filter(({ text }) => isLong(text) || holdsOne(text, findings))
  const inTyped = findings.some(({ words }) => typed.some(({ text }) => text.includes(words)))
  return (
    <HubPage frame={frame} title={title} help={helpFor({ area })} back={{ href: backTo }}>
      <InterruptionCard heading={title}>
        <p>It is about {childName}, and it holds {findings.length === 1 ? 'something that may not belong' : `${plural(findings.length, 'thing')} that may not belong`} in it:</p>
        <ul>
          {findings.map(({ kind, words, around }) => <li><strong>“{words.length > 120 ? `${words.slice(0, 120)}…` : words}”</strong><br />{findingWords[kind]}.{kind !== 'paragraph-elsewhere' && <><br />Here: {around}</>}</li>)}
        </ul>
      </InterruptionCard>
      <TwoThirds>
        {hadFiles
          ? <p class="govuk-body">Go back, and choose the right file, or one without these words. <a class="govuk-link" href={backTo}>Back to the form</a></p>
          : (
            <Form tokens={frame.tokens} action={sendTo}>
              <h2 class="govuk-heading-m">{inTyped ? 'Correct it' : 'Where to correct it'}</h2>
              {!inTyped && <p class="govuk-body">These words are not on this page: they stand in what would be sent with it. <a class="govuk-link" href={backTo}>Go back</a> and take it out, or correct it where it was written.</p>}
              {fields.filter((one) => !typed.includes(one)).map(({ name, text }) => <input type="hidden" name={name} value={text} />)}
              {typed.map(({ name, text }, index) => <Textarea id={`typed-${index}`} name={name} label={typed.length === 1 ? 'What you wrote' : `What you wrote, ${index + 1} of ${typed.length}`} rows={text.length > 400 ? 12 : 5} value={text} />)}
              {findings.map(({ mark }) => <input type="hidden" name="_found" value={mark} />)}
              {findings.length > hard.length && (
                <Checkboxes
                  name="_belongs" values={[]} legend={hard.length > 0 ? 'The paragraph that stands in another case' : 'Does it belong here?'}
                  items={[{ value: 'yes', text: `I have read it again, and it is about ${childName}` }]}
                />
              )}
              {hard.length > 0 && decides && (
                <Textarea
                  id="false-alarm" name="_falseAlarm" label="If it is a false alarm: why may these words go?" rows={3} value=""
                  hint="Leave it empty when you corrected it. Your name and reason are kept, and these words may stand in this case from then on."
                />
              )}
              <Button preventDoubleClick>Check it again and send</Button>
            </Form>
          )}
        {hard.length > 0 && !decides && (
          <>
            <h2 class="govuk-heading-m">If it is a false alarm</h2>
            <p class="govuk-body">
              {releasedBy.length === 0 ? `Phone the ${area.councilName} SEND team. Somebody who decides there` : listWords([...releasedBy], 'or')} can look at it and let these words go.
              {stopUrl !== undefined && <> Give them this link: <a class="govuk-link" href={stopUrl}>what was stopped</a>.</>} Nothing has been sent, and nobody else has seen it.
            </p>
          </>
        )}
        <p class="govuk-hint">We count what was stopped, so that we know how often it happens. Nobody is blamed for it.</p>
      </TwoThirds>
    </HubPage>
  )
}
