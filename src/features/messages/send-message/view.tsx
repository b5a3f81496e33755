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
import { dateTimeWords } from '../../../ui/words.ts'
import type { Correspondent, Message } from '../message-store.ts'
import { longestMessage } from './form.ts'

export interface ThreadView {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly correspondent: Correspondent
  readonly messages: readonly Message[]
  readonly errors: FormErrors
  readonly values: FormValues
}

const channelWords: Record<Message['channel'], string> = {
  hub: '', email: 'by email', phone: 'by phone', letter: 'by letter', 'in-person': 'in person', interpreter: 'through an interpreter',
}

export function view({ frame, caseFile, correspondent, messages, errors, values }: ThreadView) {
  const isFamily = isOfFamily(caseFile.parts)
  const title = isFamily ? `Messages about ${childName(caseFile)}` : `Messages with ${correspondent.name}`
  const audience = [correspondent.name, `the ${caseFile.area.councilName} SEND team`]
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {messages.length === 0 && <p class="govuk-body">There are no messages yet.</p>}
        <ol class="hub-messages">
          {messages.map((message) => (
            <li class={message.fromFamily ? 'hub-message hub-message--family' : 'hub-message'}>
              <h2 class="govuk-heading-s govuk-!-margin-bottom-1">
                {message.authorName} {message.channel !== 'hub' && `(recorded ${channelWords[message.channel]})`}
              </h2>
              {message.body.split('\n').map((paragraph) => <p class="govuk-body">{paragraph}</p>)}
              <p class="govuk-hint">{dateTimeWords(message.sentAt)}</p>
            </li>
          ))}
        </ol>
        {!correspondent.mayExchange && (
          <p class="govuk-inset-text">
            {isFamily
              ? <>These are the messages that you had. {caseFile.child.preferredName} decides now who may write to us here. <a class="govuk-link" href={paths.caseRights(caseFile.key)}>What you can see, and why</a></>
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
            <Button>Send</Button>
          </Form>
        )}
      </TwoThirds>
    </CasePage>
  )
}
