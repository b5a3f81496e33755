import { classes, type Content, type Extra, type Optional } from '../govuk/attributes.ts'

export type OrganisationSwitcherProps = Extra & {
  readonly children: Content
} & Optional<{ label: string; link: { readonly href: string; readonly text?: string } }>

/** For whom one acts just now; shown only to those who act for more than one organisation. */
export function OrganisationSwitcher({ children, label, link, attributes, ...rest }: OrganisationSwitcherProps) {
  return (
    <section class={classes('moj-organisation-nav', rest.class)} aria-label={label ?? 'Organisation switcher'} {...attributes}>
      <div class="moj-organisation-nav__title">{children}</div>
      {link && (
        <>
          {' '}
          <a href={link.href} class="moj-organisation-nav__link">
            {link.text ?? 'Change organisation'}
          </a>
        </>
      )}
    </section>
  )
}
