import { paths } from '../../paths.ts'
import type { PageFrame } from '../../ui/hub-page.tsx'
import { HubPage } from '../../ui/hub-page.tsx'
import { TwoThirds } from '../../ui/layout.tsx'

export function privacy(frame: PageFrame) {
  return (
    <HubPage frame={frame} title="Privacy notice">
      <TwoThirds>
        <h1 class="govuk-heading-l">Privacy notice</h1>
        <p class="govuk-body">This says what we keep about you and your child, why, and what you can ask for.</p>
        <h2 class="govuk-heading-m">Who keeps it</h2>
        <p class="govuk-body">The council that looks after the case decides how what is in the hub is used. In the law it is called the controller. Its name is at the top of every page about a case.</p>
        <h2 class="govuk-heading-m">What we keep</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>names, dates of birth, addresses and how to reach you</li>
          <li>what you, your child, the school and other professionals tell us about your child’s needs, which can be about health</li>
          <li>reports, letters, messages and the plan, with who wrote what and when</li>
          <li>who opened your child’s case, and when</li>
        </ul>
        <h2 class="govuk-heading-m">Why we may keep it</h2>
        <p class="govuk-body">The council must decide if a child needs an assessment and a plan, and must make and review the plan. This is its duty under Part 3 of the Children and Families Act 2014. We keep it because of that duty and in the public interest (UK GDPR Article 6(1)(c) and (e), and Article 9(2)(g)). We do not need your consent for this, and we do not sell anything to anybody.</p>
        <h2 class="govuk-heading-m">Who can see it</h2>
        <p class="govuk-body">Only people with a part in the case. Most see only what they need for it. You can see who they are, and who has looked, under “Who can see this” in your case. Separated parents do not see each other’s messages, letters or addresses.</p>
        <p class="govuk-body">Emails and texts from us never say your child’s name, school or needs.</p>
        <h2 class="govuk-heading-m">How long we keep it</h2>
        <p class="govuk-body">As long as the case is open, and after that as long as the council’s own rules say. Ask the council for them.</p>
        <h2 class="govuk-heading-m">What you can ask for</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>a copy of what we keep about you or your child</li>
          <li>that we put right what is wrong: the wrong entry stays, struck through, with the reason</li>
          <li>that we keep a name or words out of the plan</li>
          <li>that we stop or limit some uses</li>
        </ul>
        <p class="govuk-body">Send a message from your case, or write to the council’s data protection officer. If you are not happy with the answer, you can complain to the <a class="govuk-link" href="https://ico.org.uk/make-a-complaint/">Information Commissioner</a>.</p>
        <p class="govuk-body">No decision about your child is made by a computer alone.</p>
        <p class="govuk-body"><a class="govuk-link" href={paths.cookies()}>Cookies that we use</a></p>
      </TwoThirds>
    </HubPage>
  )
}
