// Help is at the same place on every page: WCAG 2.2, criterion 3.2.6.
import type { Content, Optional } from './govuk/attributes.ts'

export type Contact = Optional<{ phone: string; email: string; url: string; hours: string }>

export type Help = Optional<{
  /** The named officer of the case. */
  officer: { readonly name: string; readonly role: string } & Contact
  /** The hub's own line, where no officer is named yet. */
  team: { readonly name: string } & Contact
  /** The information, advice and support service (Children and Families Act 2014, section 32): independent and free. */
  supportService: { readonly name: string } & Contact
}>

/** A number that phones can dial. It is not broken over two lines. */
function Phone({ number }: { number: string }) {
  return (
    <>
      Phone{' '}
      <a class="govuk-link" href={`tel:${number.replaceAll(/[^+\d]/g, '')}`}>
        {number.replaceAll(' ', '\u00a0')}
      </a>
    </>
  )
}

function ContactLines({ contact }: { contact: Contact }) {
  const lines: Content[] = []
  if (contact.phone) lines.push(<Phone number={contact.phone} />)
  if (contact.email)
    lines.push(
      <a class="govuk-link" href={`mailto:${contact.email}`}>
        {contact.email}
      </a>,
    )
  if (contact.url)
    lines.push(
      <a class="govuk-link" href={contact.url}>
        Website
      </a>,
    )
  if (contact.hours) lines.push(contact.hours)
  return lines.map((line) => <li>{line}</li>)
}

function Who({ who, contact }: { who: Content; contact: Contact }) {
  return (
    <div class="hub-help__who">
      <p class="govuk-body govuk-!-margin-bottom-1">{who}</p>
      <ul class="govuk-list">
        <ContactLines contact={contact} />
      </ul>
    </div>
  )
}

export function HelpBlock({ help }: { help: Help }) {
  const { officer, team, supportService } = help
  return (
    <section class="hub-help" aria-labelledby="help-title">
      <h2 class="govuk-heading-m" id="help-title">
        Get help
      </h2>
      {officer && (
        <Who
          who={
            <>
              <strong>{officer.name}</strong>, {officer.role}
            </>
          }
          contact={officer}
        />
      )}
      {team && <Who who={<strong>{team.name}</strong>} contact={team} />}
      {supportService && (
        <Who
          who={
            <>
              <strong>{supportService.name}</strong>: free help from people who do not work for the council
            </>
          }
          contact={supportService}
        />
      )}
      {[officer, team, supportService].some((contact) => contact?.phone) && (
        <p class="govuk-body hub-help__relay">
          If you cannot hear or speak on the phone, dial 18001 before the number. This is Relay UK.
        </p>
      )}
    </section>
  )
}
