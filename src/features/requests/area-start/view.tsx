import type { Area, Contact } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage, helpFor } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'

const title = 'Ask for an EHC needs assessment'

function ServiceLine({ contact, children }: { contact: Contact | undefined; children: string }) {
  if (contact === undefined) return null
  return (
    <li>
      {contact.web === undefined ? <strong>{contact.name}</strong> : <a class="govuk-link" href={contact.web}>{contact.name}</a>}: {children}
      {contact.phone !== undefined && <> Phone {contact.phone}.</>}
    </li>
  )
}

export function view({ frame, area }: { frame: PageFrame; area: Area }) {
  const { sendTeam, informationAdviceSupport, localOffer } = area.contacts
  return (
    <HubPage frame={frame} title={title} councilName={area.councilName} help={helpFor({ area })} back={{ href: paths.start(), text: 'Choose another council' }}>
      <TwoThirds>
        <h1 class="govuk-heading-xl">{title}</h1>
        <p class="govuk-body-l">
          An education, health and care (EHC) needs assessment finds out what help a child or young person needs to learn.
          It is the first step to an EHC plan.
        </p>
        <h2 class="govuk-heading-m">Who can ask</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>a parent or carer</li>
          <li>a young person who is over school age, up to 25</li>
          <li>a school, nursery or college</li>
          <li>anyone else who knows the child, such as a doctor, health visitor or social worker</li>
        </ul>
        <InsetText>
          You do not need a diagnosis. You do not need the school to agree. You do not need to show that anything else was tried first.
          The law asks only if the child has, or may have, special educational needs, and if a plan may be needed.
        </InsetText>
        <h2 class="govuk-heading-m">How long it takes</h2>
        <p class="govuk-body">
          A family can send the form in about 15 minutes. Only four things must be filled in.
          You can stop at any time and come back. You do not need an account.
        </p>
        <Button href={paths.requestStart({ area: area.code })} start>Start now</Button>
        <p class="govuk-body"><a class="govuk-link" href={paths.requestReturn({ area: area.code })}>Go back to a form you have started</a></p>

        <h2 class="govuk-heading-m">What happens next</h2>
        <ol class="govuk-list govuk-list--number">
          <li>{area.councilName} must tell you within 6 weeks if it will assess.</li>
          <li>If it assesses, it asks you and the people who know the child for advice.</li>
          <li>If a plan is needed, the whole process must take no more than 20 weeks from the day you ask.</li>
        </ol>

        <h2 class="govuk-heading-m">Other ways to ask</h2>
        <p class="govuk-body">
          You can ask by phone, by letter, by email or in person. It counts just the same, from the day it reaches us.
          We will get an interpreter if you need one, at no cost.
        </p>
        {sendTeam !== undefined && (
          <ul class="govuk-list">
            {sendTeam.phone !== undefined && <li>Phone: {sendTeam.phone} (Relay UK: dial 18001 first)</li>}
            {sendTeam.email !== undefined && <li>Email: <a class="govuk-link" href={`mailto:${sendTeam.email}`}>{sendTeam.email}</a></li>}
            {sendTeam.address !== undefined && <li>Post: {sendTeam.address.join(', ')}</li>}
          </ul>
        )}
        <Details summary="Easy Read, large print, your language or British Sign Language">
          Phone or email the SEND team and say what works for you. We can send the form on paper in another format, or fill it in with you.
        </Details>

        <h2 class="govuk-heading-m">Get free help</h2>
        <ul class="govuk-list govuk-list--spaced">
          <ServiceLine contact={informationAdviceSupport}>free advice from people who do not work for the council. They can help you with this form.</ServiceLine>
          <ServiceLine contact={localOffer}>what help there is near you, with or without a plan.</ServiceLine>
        </ul>
      </TwoThirds>
    </HubPage>
  )
}
