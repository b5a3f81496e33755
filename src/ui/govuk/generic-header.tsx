import { classes, type Content, type Extra, type Optional } from './attributes.ts'

/** The header for those who are not GOV.UK: an organisation's own name or logo, no crown. */
export type GenericHeaderProps = Extra & { readonly logo: Content } & Optional<{
    url: string
    containerClass: string
  }>

export function GenericHeader({
  logo,
  url,
  containerClass = 'govuk-width-container',
  attributes,
  ...rest
}: GenericHeaderProps) {
  return (
    <div class={classes('govuk-generic-header', rest.class)} {...attributes}>
      <div class={classes('govuk-generic-header__container', containerClass)}>
        <div class="govuk-generic-header__logo">
          <a href={url || '/'} class="govuk-generic-header__homepage-link">
            {logo}
          </a>
        </div>
      </div>
    </div>
  )
}
