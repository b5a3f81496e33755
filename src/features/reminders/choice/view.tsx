import type { ChosenChannel } from '../../../domain/reminders/channel-for.ts'
import type { ReminderKind } from '../../../domain/reminders/schedule.ts'
import { paths } from '../../../paths.ts'
import { CheckboxesField, RadiosField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { listWords } from '../../../ui/words.ts'
import type { Reached } from './choice-store.ts'

interface Props {
  readonly frame: PageFrame
  readonly reached: Reached
  readonly channels: readonly ChosenChannel[]
  readonly kinds: readonly ReminderKind[]
  readonly errors: FormErrors
  readonly values: FormValues
}

const kindItems: Record<ReminderKind, { text: string; hint: string }> = {
  answers: { text: 'Answers we asked you for', hint: 'Your views, or what you think of a draft plan' },
  'last-days': { text: 'Last days for you', hint: 'The last day to do something you have a right to do' },
  asked: { text: 'Advice and consultations that are due', hint: 'Up to 14 days before the last day. When it is late, the council may still remind you' },
  digest: { text: 'How much is on my list each working morning', hint: 'Numbers only, with nothing about any child' },
}

const safeWords: Readonly<Record<string, string>> = { email: 'by email only', phone: 'by phone only', post: 'by post only', hub: 'in this service only', none: 'not at all' }

export function view({ frame, reached, channels, kinds, errors, values }: Props) {
  const title = 'How we remind you'
  const channelItems: Record<ChosenChannel, { text: string; hint: string }> = {
    email: { text: 'Email', hint: reached.email ?? '' },
    text: { text: 'Text message', hint: reached.phone ?? '' },
    hub: { text: 'Do not remind me', hint: 'You see what needs you when you sign in. We still tell you when there is a letter' },
  }
  return (
    <HubPage frame={frame} title={title} errors={errors} back={{ href: paths.home() }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">When something needs you, we send a short message. It says what kind of thing it is, and by when. It never names a child or a school.</p>
        <p class="govuk-body">We remind you at most once a day about one child, and only between 8am and 8pm.</p>
        {reached.onlySafe.length > 0 && <InsetText>We wrote down how it is safe to reach you: {listWords(reached.onlySafe.map((one) => safeWords[one] ?? one))}. We keep to that, whatever you choose here. Tell us if it has changed.</InsetText>}
        <Form tokens={frame.tokens}>
          <RadiosField
            name="channel" legend="How should we tell you?" fieldset={{ legendSize: 'm' }} errors={errors} values={values}
            items={channels.map((value) => ({ value, text: channelItems[value].text, hint: channelItems[value].hint }))}
          />
          {kinds.length > 0 && (
            <CheckboxesField
              name="kinds" legend="What should we remind you of?" fieldset={{ legendSize: 'm' }} hint="Select all that you want" errors={errors} values={values}
              items={kinds.map((value) => ({ value, ...kindItems[value] }))}
            />
          )}
          <InsetText>Letters about decisions and rights always come. Nothing here changes that.</InsetText>
          <Button preventDoubleClick>Save</Button>
        </Form>
        {(reached.email === undefined || reached.phone === undefined) && frame.viewer.kind === 'person' && frame.viewer.roles.length === 0 && (
          <p class="govuk-body">Do we not have your {reached.email === undefined ? 'email address' : 'phone number'}? Ask us to add it.</p>
        )}
      </TwoThirds>
    </HubPage>
  )
}
