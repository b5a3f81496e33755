import type { Area } from '../../../casebook/open-case-file.ts'
import type { HeldRole } from '../../../casebook/signing-in/viewer.ts'
import { paths } from '../../../paths.ts'
import { DateField, RadiosField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { Continue, HubPage, helpFor } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { channelWords } from '../words.ts'
import { otherChannels } from './form.ts'

interface Props {
  readonly frame: PageFrame
  readonly area: Area
  readonly isCouncil: boolean
  readonly roles: readonly HeldRole[]
  readonly errors: FormErrors
  readonly values: FormValues
}

const who = (isCouncil: boolean) => [
  { value: 'parent', text: isCouncil ? 'A parent or carer' : 'I am a parent or carer', hint: 'Anyone with parental responsibility, or who cares for the child, such as a foster carer' },
  { value: 'young-person', text: isCouncil ? 'A young person, for themselves' : 'I am asking for myself', hint: 'You have this right from the end of Year 11 until you are 25' },
  { value: 'school', text: 'A school' },
  { value: 'post-16', text: 'A college or other place for learners over 16' },
  { value: 'early-years', text: 'A nursery, childminder or other early years setting' },
  { value: 'health', text: 'A health professional' },
  { value: 'social-care', text: 'A social worker or early help worker' },
  { divider: 'or' },
  { value: 'other', text: 'Someone else who knows the child' },
]

/** What the hub guesses from the signed-in person's roles; they can choose anything else. */
function likely(roles: readonly HeldRole[]): FormValues {
  const [role] = roles
  if (role === undefined) return {}
  if (role.organisationKind === 'setting') return { who: 'school' }
  if (role.organisationKind === 'nhs-trust' || role.organisationKind === 'icb') return { who: 'health' }
  return role.role === 'social-care-lead' ? { who: 'social-care' } : {}
}

export function view({ frame, area, isCouncil, roles, errors, values }: Props) {
  const title = isCouncil ? 'Write down a request for an assessment' : 'Who is asking?'
  const shown = { ...(isCouncil ? {} : likely(roles)), ...values }
  return (
    <HubPage frame={frame} title={title} errors={errors} councilName={area.councilName} help={helpFor({ area })} back={{ href: paths.areaStart({ area: area.code }) }}>
      <TwoThirds>
        <Form tokens={frame.tokens}>
          {isCouncil && (
            <>
              <h1 class="govuk-heading-l">{title}</h1>
              <p class="govuk-body">For a request that reached {area.councilName} by phone, letter, email or in person. The time limits run from the day on which it was received, in whatever form.</p>
            </>
          )}
          <RadiosField
            name="who" legend={isCouncil ? 'Who asked?' : title} errors={errors} values={shown} items={who(isCouncil)}
            fieldset={isCouncil ? { legendSize: 'm' } : { legendSize: 'l', isPageHeading: true }}
          />
          {isCouncil && (
            <>
              <RadiosField
                name="channel" legend="How did it reach the council?" fieldset={{ legendSize: 'm' }} errors={errors} values={shown}
                items={otherChannels.map((channel) => ({ value: channel, text: channelWords[channel].charAt(0).toUpperCase() + channelWords[channel].slice(1) }))}
              />
              <DateField name="received" legend="When was it received?" fieldset={{ legendSize: 'm' }} hint="The day it reached any part of the council, also a weekend or holiday" errors={errors} values={shown} />
            </>
          )}
          {!isCouncil && (
            <>
              <InsetText>
                Anyone may go on. The council must look at every request. It must ask only two things: does the child have, or may
                they have, special educational needs? And may they need a plan? It cannot ask for a diagnosis, a number of months of
                support, or how far behind a child is.
              </InsetText>
              <Details summary="What the law says about who asks">
                <p class="govuk-body">
                  Parents, young people, schools and colleges have a right to ask (Children and Families Act 2014, section 36). When anyone else asks,
                  they bring the child to the council’s attention (section 24). The council must then do the same things in the same
                  time: 6 weeks to decide, and 20 weeks to a final plan. Parents are never asked to apply again.
                </p>
              </Details>
            </>
          )}
          <Continue />
        </Form>
      </TwoThirds>
    </HubPage>
  )
}
