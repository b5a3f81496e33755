// What a family can do when it does not agree, by when, and who helps. Reading age 9; nothing of what the council prepares.

import type { CaseFile, Contact } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { daysBetween } from '../../../domain/calendar/plain-date.ts'
import type { KeptUntil } from '../../../domain/ceasing/ceasing-of.ts'
import type { ClockReading } from '../../../domain/clocks/reading.ts'
import type { Disputes } from '../../../domain/disputes/disputes-of.ts'
import { orderWords } from '../../../domain/disputes/dispute-words.ts'
import { paths } from '../../../paths.ts'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords, plural } from '../../../ui/words.ts'
import type { OpenNotice } from '../clock-rows.ts'
import { noticeWords } from '../words.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly today: PlainDate
  readonly notices: readonly OpenNotice[]
  readonly duties: readonly ClockReading[]
  readonly disputes: Disputes
  readonly until?: KeptUntil
}

const tribunalPage = 'https://www.gov.uk/courts-tribunals/first-tier-tribunal-special-educational-needs-and-disability'

export function familyView({ frame, caseFile, today, notices, duties, disputes, until }: Props) {
  const title = 'If you do not agree with us'
  const { contacts } = caseFile.area
  const [appeal] = disputes.appeals
  const [order] = disputes.orders
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">You can talk to us at any time. You can also ask somebody else to decide. This page says what you can do, and by when.</p>
        {until !== undefined && <InsetText>The plan has not ended. All the help in it must still be given{until.kind === 'appeal' ? ' while the Tribunal looks at the appeal' : ''}.</InsetText>}
        {notices.length === 0 && <p class="govuk-body">We count no letter now that you can still appeal. The Tribunal decides, not us. If you think you are late, you can still ask it.</p>}
        {notices.map((notice) => <Notice notice={notice} today={today} />)}
        {appeal !== undefined && (
          <>
            <h2 class="govuk-heading-m">The appeal</h2>
            <p class="govuk-body">
              The Tribunal got an appeal on {dateWords(appeal.lodged.happenedOn)}.{' '}
              {appeal.decided !== undefined ? `It decided on ${dateWords(appeal.decided.happenedOn)}.` : appeal.conceded !== undefined ? `We told the Tribunal on ${dateWords(appeal.conceded.happenedOn)} that we agree with it.` : appeal.isOpen ? 'It has not decided yet.' : 'It has ended without a decision.'}
            </p>
            {order !== undefined && <p class="govuk-body">On {dateWords(order.happenedOn)} the Tribunal told us to {orderWords[order.kind].family}.</p>}
          </>
        )}
        {duties.some(isOurs) && (
          <Table
            caption="What must happen next" captionSize="m" head={[{ content: 'What' }, { content: 'By' }]}
            rows={duties.filter(isOurs).map((reading) => [{ content: reading.clock.familyTitle ?? reading.clock.title }, { content: reading.dueOn === undefined ? 'Now' : `${dateWords(reading.dueOn)}${reading.isBreach ? `. This is ${plural(reading.daysLate ?? 0, 'day')} late` : ''}` }])}
          />
        )}
        <h2 class="govuk-heading-m">Who can help</h2>
        <Help heading="Free help and advice" words="It is private. It does not take our side." contact={contacts.informationAdviceSupport} />
        <Help heading="The mediation adviser" words="They tell you about mediation, and give you the certificate." contact={contacts.mediationAdviser} />
        <Help heading="Help to sort things out" words="Somebody from outside helps us to agree. You can ask for it at any time. It is free." contact={contacts.disagreementResolution} />
        <h3 class="govuk-heading-s">The Tribunal</h3>
        <p class="govuk-body">It is not part of the council. <a class="govuk-link" href={tribunalPage}>How to appeal to the Tribunal</a></p>
        <p class="govuk-body"><a class="govuk-link" href={paths.caseMessages(caseFile.key)}>Send us a message</a></p>
      </TwoThirds>
    </CasePage>
  )
}

/** Owed by the council or another body, with words for a family. */
const isOurs = ({ owedBy, clock }: ClockReading): boolean => owedBy !== 'family' && clock.familyTitle !== undefined && clock.nature !== 'floor' && clock.nature !== 'window'

function Notice({ notice: { reading, sentOn, appealBy, adviserBy }, today }: { notice: OpenNotice; today: PlainDate }) {
  const left = daysBetween(today, appealBy)
  return (
    <>
      <h2 class="govuk-heading-m">You can appeal {noticeWords[reading.startFact.event.type]?.family ?? 'our decision'}</h2>
      <p class="govuk-body">We sent you the letter on {dateWords(sentOn)}.</p>
      <ol class="govuk-list govuk-list--number">
        {adviserBy !== undefined && <li>Contact the mediation adviser by <strong>{dateWords(adviserBy)}</strong>. Say that you want to appeal. Say if you want mediation or not. You do not need this if your appeal is only about the school or college in the plan.</li>}
        <li>
          Send your appeal to the Tribunal. By our count it must have it by 5pm on <strong>{dateWords(appealBy)}</strong>
          {left === 0 ? ' (today)' : left === 1 ? ' (tomorrow)' : ` (in ${plural(left, 'day')})`}.
        </li>
      </ol>
      <p class="govuk-body">If you have a certificate, you have one month from the date on it, if that is later. The Tribunal decides if an appeal is in time, not us.</p>
    </>
  )
}

function Help({ heading, words, contact }: { heading: string; words: string; contact: Contact | undefined }) {
  if (contact === undefined) return null
  return (
    <>
      <h3 class="govuk-heading-s">{heading}</h3>
      <p class="govuk-body">
        {words}<br />{contact.name}
        {contact.phone !== undefined && <><br />Phone: {contact.phone}</>}
        {contact.email !== undefined && <><br />Email: <a class="govuk-link" href={`mailto:${contact.email}`}>{contact.email}</a></>}
        {contact.web !== undefined && <><br /><a class="govuk-link" href={contact.web}>{contact.name} online</a></>}
      </p>
    </>
  )
}
