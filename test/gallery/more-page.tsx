// The remaining pieces.
import { FileField, TextField } from '../../src/ui/fields.tsx'
import { Form } from '../../src/ui/form.tsx'
import { Accordion } from '../../src/ui/govuk/accordion.tsx'
import { Button } from '../../src/ui/govuk/button.tsx'
import { Details } from '../../src/ui/govuk/details.tsx'
import { InsetText } from '../../src/ui/govuk/inset-text.tsx'
import { LanguageNavigation } from '../../src/ui/govuk/language-navigation.tsx'
import { Panel } from '../../src/ui/govuk/panel.tsx'
import { TaskList } from '../../src/ui/govuk/task-list.tsx'
import { Page, type Site, TwoThirds } from '../../src/ui/layout.tsx'
import { AddAnother } from '../../src/ui/moj/add-another.tsx'
import { MultiFileUpload } from '../../src/ui/moj/multi-file-upload.tsx'
import { TicketPanel } from '../../src/ui/moj/ticket-panel.tsx'
import { seen, site, tokens } from './sample.tsx'

export function MorePage({ assets }: { assets: Site['assets'] }) {
  return (
    <Page site={site(assets)} title="More pieces" backLink={{ href: '/back', text: 'Back to Sam’s plan' }}>
      <TwoThirds
        aside={
          <TicketPanel
            sections={[{ content: <p class="govuk-body">You must answer by 12 March 2026.</p>, colour: 'blue' }]}
          />
        }
      >
        <Panel title="Request sent">
          Your reference number
          <br />
          <strong>GT-0001</strong>
        </Panel>
        <Panel
          title="Check before you send"
          headingLevel={2}
          interruption
          actions={[
            { text: 'Yes, send it', type: 'submit' },
            { text: 'Go back', href: '/back' },
          ]}
        >
          <p class="govuk-body">The letter names another child.</p>
        </Panel>
        <LanguageNavigation
          items={[
            { text: 'English', lang: 'en', current: true },
            { text: 'اردو', lang: 'ur', dir: 'rtl', href: '?lang=ur' },
          ]}
        />
        <TaskList
          items={[
            { title: 'About your child', href: '/1', status: 'Completed' },
            {
              title: 'Your views',
              href: '/2',
              hint: 'What matters to you',
              statusTag: { children: 'Not yet started', colour: 'blue' },
            },
            {
              title: 'Check and send',
              status: 'Cannot start yet',
              statusClass: 'govuk-task-list__status--cannot-start-yet',
            },
          ]}
        />
        <InsetText>You can ask for help with this form.</InsetText>
        <Details summary="What is a plan?">A plan says what help your child must get.</Details>
        <Form tokens={tokens} upload>
          <AddAnother
            itemLabel="outcome"
            name="outcomes"
            items={[1, 2].map((place) => (
              <TextField name={`outcome-${place}`} label="What will be better?" values={{}} whoCanSee={seen} />
            ))}
          />
          <MultiFileUpload files={[{ id: 'a', name: 'report.pdf', size: '1.4MB', href: '/file' }]}>
            <FileField name="file" label="Add a file" whoCanSee={seen} />
          </MultiFileUpload>
          <Button>Save and continue</Button>
        </Form>
        <Accordion
          id="more"
          items={[{ heading: 'Writing well', content: 'Say who, what, how often and for how long.' }]}
        />
      </TwoThirds>
    </Page>
  )
}
