import { Radios } from 'govuk-frontend'

/**
 * GOV.UK's radios mark a choice that reveals something with `aria-expanded`, which ARIA does not allow on a radio button
 * (axe reports it as a violation; GOV.UK lists it as known). What is revealed comes next in reading order without it.
 */
export class ValidRadios extends Radios {
  override syncConditionalRevealWithInputState(input: Element): void {
    super.syncConditionalRevealWithInputState(input)
    input.removeAttribute('aria-expanded')
  }
}
