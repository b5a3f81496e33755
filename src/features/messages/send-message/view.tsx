import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { isOfFamily } from '../../../domain/access/parts.ts'
import { paths } from '../../../paths.ts'
import { RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import type { RecipientCard } from '../../../domain/sending/recipient-card.ts'
import { RecipientCards } from '../../../ui/recipient-card.tsx'
import { dateTimeWords } from '../../../ui/words.ts'
import type { Correspondent, Message } from '../message-store.ts'
import { longestMessage } from './form.ts'

export interface ThreadView {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly correspondent: Correspondent
  readonly messages: readonly Message[]
  readonly cards: readonly RecipientCard[]
  /** For staff: postcodes in this thread that are not on record. */
  readonly newPostcodes: readonly string[]
  readonly errors: FormErrors
  readonly values: FormValues
}

const channelWords: Record<Message['channel'], string> = {
  hub: '', email: 'by email', phone: 'by phone', letter: 'by letter', 'in-person': 'in person', interpreter: 'through an interpreter',
}

export function view({ frame, caseFile, correspondent, messages, cards, newPostcodes, errors, values }: ThreadView) {
  const isFamily = isOfFamily(caseFile.parts)
  const title = isFamily ? `Messages about ${childName(caseFile)}` : `Messages with ${correspondent.name}`
  const audience = [correspondent.name, `the ${caseFile.area.councilName} SEND team`]
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {!isFamily && <HowToReach correspondent={correspondent} />}
        {newPostcodes.length > 0 && (
          <p class="govuk-inset-text">
            {newPostcodes.length === 1 ? 'There is a postcode' : 'There are postcodes'} in this thread that {newPostcodes.length === 1 ? 'is' : 'are'} not on record: {newPostcodes.join(', ')}. Is this a new address? <a class="govuk-link" href={paths.caseAddress(caseFile.key)}>Record it</a>
          </p>
        )}
        {messages.length === 0 && <p class="govuk-body">There are no messages yet.</p>}
        <ol class="hub-messages">
          {messages.map((message) => (
            <li class={message.fromFamily ? 'hub-message hub-message--family' : 'hub-message'}>
              <h2 class="govuk-heading-s govuk-!-margin-bottom-1">
                {message.authorName} {message.channel !== 'hub' && `(recorded ${channelWords[message.channel]})`}
              </h2>
              {message.body.split('\n').map((paragraph) => <p class="govuk-body">{paragraph}</p>)}
              <p class="govuk-hint">{dateTimeWords(message.sentAt)}{message.isTakenBack && '. Taken back before it was seen'}</p>
            </li>
          ))}
        </ol>
        {!correspondent.mayExchange && (
          <p class="govuk-inset-text">
            {isFamily
              ? <>These are the messages that you had. {caseFile.child.preferredName} decides now who may write to us here. <a class="govuk-link" href={paths.caseRights(caseFile.key)}>What you can see, and why</a></>
              : correspondent.isKeptOut ? <>A restriction keeps the case from {correspondent.name}, or they are no parent in law today. You can record what they say; nothing is sent to them. <a class="govuk-link" href={paths.caseFamily(caseFile.key)}>What is recorded of them</a></>
              : <>The rights are {caseFile.child.preferredName}’s, who has not agreed that {correspondent.name} writes and is written to here. You can record what {correspondent.name} says. <a class="govuk-link" href={paths.caseRights(caseFile.key)}>Who holds the rights</a></>}
          </p>
        )}
        {caseFile.open.includes('send-message') && (
          <Form tokens={frame.tokens}>
            <TextAreaField
              name="body"
              label={isFamily ? 'Write to the council' : `Write to ${correspondent.name}`}
              hint="Messages are read in working hours. If a child is in danger now, call 999."
              whoCanSee={audience}
              rows={6}
              maxLength={longestMessage}
              errors={errors}
              values={values}
            />
            {!isFamily && (
              <RadiosField
                name="how"
                legend="Is this a new message, or something they told you?"
                errors={errors}
                values={{ how: 'hub', ...values }}
                items={[
                  { value: 'hub', text: 'A new message from you' },
                  { value: 'phone', text: 'What they said by phone' },
                  { value: 'in-person', text: 'What they said in person' },
                  { value: 'interpreter', text: 'What they said through an interpreter' },
                  { value: 'letter', text: 'What they wrote in a letter' },
                ]}
              />
            )}
            <RecipientCards caseKey={caseFile.key} cards={cards} />
            <Button>Send</Button>
          </Form>
        )}
      </TwoThirds>
    </CasePage>
  )
}

const safeWords: Readonly<Record<string, string>> = {
  any: 'any way', email: 'email only', phone: 'phone only', post: 'post only', hub: 'in the hub only', none: 'do not contact',
}

/** Before anybody writes or phones: what the family member said is safe. */
function HowToReach({ correspondent: { name, rules } }: { correspondent: Correspondent }) {
  const voice = rules.mayLeaveVoicemail === true ? 'a voice message is safe' : rules.mayLeaveVoicemail === false ? 'leave no voice message' : 'leave no voice message (nobody has asked)'
  return (
    <p class="govuk-inset-text">
      <strong>How to reach {name}:</strong> {safeWords[rules.safeContact] ?? rules.safeContact}{rules.times !== undefined && `, ${rules.times}`}; {voice}.
      {rules.phone !== undefined && ['any', 'phone'].includes(rules.safeContact) && ` Phone ${rules.phone}.`}
      {rules.contactAs !== undefined && ` Say you are calling from ${rules.contactAs}.`}{rules.note !== undefined && ` ${rules.note}`}
      {rules.askedOn === undefined && ' Ask them first how it is safe.'}
    </p>
  )
}
