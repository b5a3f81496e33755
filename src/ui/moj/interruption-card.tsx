import type { Content } from '../govuk/attributes.ts'

/** Stops somebody who is about to do what can harm: what was found, before anything else on the page. */
export function InterruptionCard({ heading, children }: { readonly heading: string; readonly children: Content }) {
  return (
    <div class="moj-interruption-card hub-interruption">
      <div class="moj-interruption-card__content">
        <h1 class="moj-interruption-card__heading">{heading}</h1>
        <div class="moj-interruption-card__body">{children}</div>
      </div>
    </div>
  )
}
