import type { PageFrame } from '../../ui/hub-page.tsx'
import { HubPage } from '../../ui/hub-page.tsx'
import { TwoThirds } from '../../ui/layout.tsx'

/** Only what has been tried is said here: whoever runs the hub adds their own checks and contact before it is used. */
export function accessibility(frame: PageFrame) {
  return (
    <HubPage frame={frame} title="Accessibility statement">
      <TwoThirds>
        <h1 class="govuk-heading-l">Accessibility statement</h1>
        <p class="govuk-body">We want as many people as possible to be able to use this hub. You should be able to:</p>
        <ul class="govuk-list govuk-list--bullet">
          <li>make the text four times as big without it going off the screen</li>
          <li>use every page with only a keyboard</li>
          <li>use every page with a screen reader</li>
          <li>use every page with scripts switched off</li>
          <li>print every letter and plan</li>
        </ul>
        <p class="govuk-body"><a class="govuk-link" href="https://mcmw.abilitynet.org.uk/">AbilityNet</a> can help you to make your device easier to use.</p>
        <h2 class="govuk-heading-m">How accessible it is</h2>
        <p class="govuk-body">The hub is built with the GOV.UK Design System and is meant to meet the Web Content Accessibility Guidelines version 2.2, level AA. It has been checked with automatic tools while it was built.</p>
        <p class="govuk-body">It has not yet been audited by an independent body, and it has not yet been tried by people who use JAWS, NVDA, VoiceOver, TalkBack or Dragon. Until that is done we cannot say that it meets the standard in full.</p>
        <h2 class="govuk-heading-m">What we know does not work well</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>Documents that other people send us, such as scanned reports, may not be readable by a screen reader. Ask us and we will get you one that is.</li>
          <li>The hub is in English only. Ask us for an interpreter or a translation.</li>
        </ul>
        <h2 class="govuk-heading-m">If you need it in another way</h2>
        <p class="govuk-body">You never have to use the hub. You can ask for anything by phone, by letter or in person, and get it in large print, easy read, braille, audio or another language. The person who looks after your case is named at the foot of its pages.</p>
        <h2 class="govuk-heading-m">If something does not work</h2>
        <p class="govuk-body">Tell the council’s SEND team. If you are not happy with the answer, you can contact the <a class="govuk-link" href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a>. The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.</p>
      </TwoThirds>
    </HubPage>
  )
}
