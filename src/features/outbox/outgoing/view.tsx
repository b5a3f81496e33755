import type { AddressAnswer } from '../../../casebook/sending/address-check.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { FrozenPlan } from '../../../casebook/plan/plan-in-force.ts'
import { sectionTitles } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import { CheckboxesField } from '../../../ui/fields.tsx'
import type { FormErrors } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { PlanRead } from '../../../ui/plan-read.tsx'
import { dateTimeWords, dateWords, plural, timeWords } from '../../../ui/words.ts'
import type { Enclosures } from './enclosures.ts'
import type { Outgoing } from '../outbox-store.ts'
import { StateTag, channelWords } from '../state-tag.tsx'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly item: Outgoing
  readonly envelope: AddressAnswer
  readonly enclosed: Enclosures | undefined
  readonly errors: FormErrors
}

/** One item as it leaves. A letter's page is what is printed: on paper only the address and the words are left. */
export function view({ frame, caseFile, item, envelope, enclosed, errors }: Props) {
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
              item.heldUntil !== undefined && item.sendingId !== undefined && { key: 'Can be taken back', value: <>Until {timeWords(item.heldUntil)}. <a class="govuk-link" href={paths.held({ ...caseFile.key, sendingId: item.sendingId })}>Take it back, or send it now</a></> },
              item.sentAt !== undefined && { key: isLetter ? 'Posted' : 'Sent', value: dateTimeWords(item.sentAt) },
              item.attempts > 0 && { key: 'Tried', value: plural(item.attempts, 'time') },
              item.failure !== undefined && { key: 'What went wrong', value: item.failure },
            ]}
          />
        </div>
        {isLetter && <address class="hub-letter-address govuk-body">{(item.address ?? item.to).split('\n').map((line) => <>{line}<br /></>)}</address>}
        <h1 class="govuk-heading-l">{item.subject}</h1>
        <div class="hub-letter">{item.body.split('\n\n').map((paragraph) => <p class="govuk-body">{withBreaks(paragraph)}</p>)}</div>
        {isLetter && item.state === 'queued' && <div class="hub-screen-only"><ToPost frame={frame} caseFile={caseFile} item={item} envelope={envelope} enclosed={enclosed} errors={errors} /></div>}
        {enclosed?.plan !== undefined && <PlanWithIt plan={enclosed.plan} />}
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

/** The envelope is checked against the record of today, not of the day on which the letter was written. */
function ToPost({ frame, caseFile, item, envelope, enclosed, errors }: Props) {
  if (item.heldUntil !== undefined) return <p class="govuk-body">Wait with printing it: it can be taken back until {timeWords(item.heldUntil)}.</p>
  if (envelope.kind === 'disputed') return <WarningText>Do not post it. Somebody says that this address is wrong. Letters there wait until it is settled: <a class="govuk-link" href={paths.caseFamily(caseFile.key)}>see the family’s details</a>.</WarningText>
  if (envelope.kind === 'none-now') {
    return <WarningText>Do not post it. No address of {item.to} that may be used is on record. <a class="govuk-link" href={paths.caseFamily(caseFile.key)}>See the family’s details</a>.</WarningText>
  }
  if (envelope.kind === 'changed') {
    return (
      <Form tokens={frame.tokens}>
        <WarningText>Do not post it to the address above. On record today is: {envelope.now.split('\n').slice(1).join(', ')}.</WarningText>
        <Button name="step" value="readdress">Use the address on record now</Button>
      </Form>
    )
  }
  return (
    <Form tokens={frame.tokens}>
      <p class="govuk-body">Print this page with your browser, post it, then mark it as posted.{enclosed?.plan !== undefined && ' The plan as it is now is printed with the letter.'}</p>
      {enclosed !== undefined && (enclosed.plan === undefined || enclosed.evidence.length > 0) && (
        <>
          <p class="govuk-body">Print these too, and put them in with it (SEND Regulations 2014, regulation 22(2)(a)):</p>
          <ul class="govuk-list govuk-list--bullet">
            {enclosed.plan === undefined && <li>The plan as it is now. It is not in the hub</li>}
            {enclosed.evidence.map(({ text, href }) => <li><a class="govuk-link" href={href}>{text}</a></li>)}
          </ul>
        </>
      )}
      <CheckboxesField name="compared" legend="The envelope" errors={errors} values={{}} items={[{ value: 'yes', text: `The name and address in the window are those of ${item.to} on this page, and ${enclosed === undefined ? 'nothing else is in the envelope' : 'in the envelope is what this page names and nothing else'}` }]} />
      <Button>I have posted it</Button>
    </Form>
  )
}

const withBreaks = (paragraph: string) => paragraph.split('\n').map((line, index) => <>{index > 0 && <br />}{line}</>)

/** On paper the plan begins on a page of its own, after the letter. */
function PlanWithIt({ plan: { issuedOn, version } }: { plan: FrozenPlan }) {
  return (
    <section class="hub-enclosed" aria-labelledby="enclosed">
      <h2 class="govuk-heading-l" id="enclosed">With this letter: the plan{issuedOn !== undefined && ` of ${dateWords(issuedOn)}`}, as it is now</h2>
      <PlanRead content={version.content} />
      {version.advice.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Section K: {sectionTitles.K}</h2>
          <ul class="govuk-list govuk-list--bullet">{version.advice.map(({ title, author, role, dated }) => <li>{title}: {author}, {role}{dated !== undefined && `, ${dateWords(dated)}`}</li>)}</ul>
        </>
      )}
    </section>
  )
}
