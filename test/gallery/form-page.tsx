// Every form field, as first shown and as it comes back when it was wrong.
import {
  CheckboxesField,
  DateField,
  FileField,
  PasswordField,
  RadiosField,
  SelectField,
  TextAreaField,
  TextField,
} from '../../src/ui/fields.tsx'
import { ErrorSummaryFor, Form, type FormErrors, type FormValues } from '../../src/ui/form.tsx'
import { Button } from '../../src/ui/govuk/button.tsx'
import { Page, type Site, TwoThirds } from '../../src/ui/layout.tsx'
import { NotificationBadge } from '../../src/ui/moj/notification-badge.tsx'
import { help, seen, site, tokens } from './sample.tsx'

const errors: FormErrors = [
  { field: 'name', message: 'Enter your child’s full name' },
  { field: 'born', message: 'Date of birth must be in the past' },
  { field: 'contact', message: 'Choose how we should contact you' },
  { field: 'needs', message: 'Choose what your child needs help with' },
  { field: 'views', message: 'Tell us what is going well, in 50 words or fewer' },
  { field: 'school', message: 'Choose a school' },
  { field: 'report', message: 'The selected file must be smaller than 25MB' },
]

const values: FormValues = {
  name: '<script>alert(1)</script>',
  'born-day': '3',
  'born-month': '3',
  'born-year': '2096',
  needs: ['talking', 'moving'],
  views: 'He likes trains.',
}

export function FormPage({ assets, wrong }: { assets: Site['assets']; wrong: boolean }) {
  const state = wrong ? { errors, values } : { values: {} }
  return (
    <Page
      site={site(assets)}
      title="About your child"
      caseName="Sam P"
      hasErrors={wrong}
      backLink={{ href: '/back' }}
      exitUrl="/leave"
      help={help}
      navigation={[
        { text: 'Home', href: '/' },
        { text: 'Where are we?', href: '/where', current: true },
        {
          text: (
            <>
              Messages <NotificationBadge count={3} visuallyHiddenText="unread messages" />
            </>
          ),
          href: '/messages',
        },
      ]}
      account={
        <a class="govuk-link" href="/sign-out">
          Sign out
        </a>
      }
    >
      <TwoThirds>
        <ErrorSummaryFor errors={state.errors} />
        <h1 class="govuk-heading-l">About your child</h1>
        <Form tokens={tokens} upload>
          <TextField {...state} name="name" label="Full name" hint="As on the birth certificate" whoCanSee={seen} />
          <DateField {...state} name="born" legend="Date of birth" hint="For example, 31 3 2016" />
          <RadiosField
            {...state}
            name="contact"
            legend="How should we contact you?"
            items={[
              {
                value: 'phone',
                text: 'Phone',
                conditional: <TextField {...state} name="phone" type="tel" label="Phone number" whoCanSee={seen} />,
              },
              { value: 'email', text: 'E-mail', hint: 'We never put private things in an e-mail' },
              { divider: 'or' },
              { value: 'letter', text: 'Letter' },
            ]}
          />
          <CheckboxesField
            {...state}
            name="needs"
            legend="What does your child need help with?"
            hint="Choose all that are true"
            items={[
              { value: 'talking', text: 'Talking and listening' },
              { value: 'moving', text: 'Moving about' },
              { value: 'feelings', text: 'Feelings' },
              { divider: 'or' },
              { value: 'none', text: 'None of these', exclusive: true },
            ]}
          />
          <TextAreaField {...state} name="views" label="What is going well?" maxWords={50} whoCanSee={seen} />
          <SelectField
            {...state}
            name="school"
            label="School"
            items={[
              { value: '', text: 'Choose a school' },
              { value: '900001', text: 'Elm Primary School' },
            ]}
          />
          <FileField {...state} name="report" label="Add a report" hint="Up to 25MB" whoCanSee={seen} />
          <PasswordField {...state} name="password" label="Password" />
          <div class="govuk-button-group">
            <Button preventDoubleClick>Save and continue</Button>
            <Button variant="secondary" name="later" value="yes">
              Save and come back later
            </Button>
            <Button variant="warning">Withdraw</Button>
          </div>
        </Form>
      </TwoThirds>
    </Page>
  )
}
