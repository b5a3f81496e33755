import {
  classes,
  translationAttributes,
  type Content,
  type Extra,
  type Optional,
  type Translations,
} from './attributes.ts'
import { Button } from './button.tsx'

export type ExitThisPageProps = Extra &
  Optional<{
    id: string
    children: Content
    /** Where it leads: a page that says nothing about the one that was left. */
    redirectUrl: string
    translations: Translations
  }>

export function ExitThisPage({ id, children, redirectUrl, translations, attributes, ...rest }: ExitThisPageProps) {
  return (
    <div
      id={id}
      class={classes('govuk-exit-this-page', rest.class)}
      data-module="govuk-exit-this-page"
      {...attributes}
      {...translationAttributes(translations)}
    >
      <Button
        variant="warning"
        class="govuk-exit-this-page__button govuk-js-exit-this-page-button"
        href={redirectUrl || 'https://www.bbc.co.uk/weather'}
        attributes={{ rel: 'nofollow noreferrer' }}
      >
        {children ?? <EmergencyWords />}
      </Button>
    </div>
  )
}

function EmergencyWords() {
  return (
    <>
      <span class="govuk-visually-hidden">Emergency</span> Exit this page
    </>
  )
}
