import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import type { FormErrors } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords, plural } from '../../../ui/words.ts'
import type { Outgoing } from '../outbox-store.ts'
import { StateTag, channelWords } from '../state-tag.tsx'

/** One item as it leaves. A letter's page is what is printed: on paper only the address and the words are left. */
export function view({ frame, caseFile, item, errors }: { frame: PageFrame; caseFile: CaseFile; item: Outgoing; errors: FormErrors }) {
  const isLetter = item.channel === 'letter'
  return (
    <CasePage frame={frame} caseFile={caseFile} title={item.subject} errors={errors} back={{ href: paths.outbox(), text: 'Outbox' }}>
      <TwoThirds>
        <div class="hub-screen-only" id="state">
          <SummaryList
            rows={[
              { key: 'State', value: <StateTag item={item} /> },
              { key: 'By', value: channelWords[item.channel] },
              { key: 'To', value: item.to },
              { key: 'In the outbox since', value: dateTimeWords(item.queuedAt) },
              item.sentAt !== undefined && { key: isLetter ? 'Posted' : 'Sent', value: dateTimeWords(item.sentAt) },
              item.attempts > 0 && { key: 'Tried', value: plural(item.attempts, 'time') },
              item.failure !== undefined && { key: 'What went wrong', value: item.failure },
            ]}
          />
        </div>
        {isLetter && <address class="hub-letter-address govuk-body">{(item.address ?? item.to).split('\n').map((line) => <>{line}<br /></>)}</address>}
        <h1 class="govuk-heading-l">{item.subject}</h1>
        <div class="hub-letter">{item.body.split('\n\n').map((paragraph) => <p class="govuk-body">{withBreaks(paragraph)}</p>)}</div>
        {isLetter && item.state === 'queued' && (
          <div class="hub-screen-only">
            {item.address === undefined || !item.address.includes('\n')
              ? <p class="govuk-body">There is no address for {item.to} on record. <a class="govuk-link" href={paths.caseFamily(caseFile.key)}>See the family’s details</a> before you post it.</p>
              : <p class="govuk-body">Print this page with your browser, post it, then mark it as posted.</p>}
            <Form tokens={frame.tokens}><Button>I have posted it</Button></Form>
          </div>
        )}
        {item.state === 'failed' && !isLetter && (
          <Form tokens={frame.tokens}>
            <p class="govuk-body">Put right what went wrong first: an address that does not exist fails again.</p>
            <Button>Send it again</Button>
          </Form>
        )}
      </TwoThirds>
    </CasePage>
  )
}

const withBreaks = (paragraph: string) => paragraph.split('\n').map((line, index) => <>{index > 0 && <br />}{line}</>)
