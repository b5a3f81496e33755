import { classes, type Attributes, type Content, type Extra, type Optional } from './attributes.ts'

/** Without an address it is the page itself. */
export type Crumb = { readonly text: Content } & Optional<{ href: string; attributes: Attributes }>

export type BreadcrumbsProps = Extra & { readonly items: readonly Crumb[] } & Optional<{
    collapseOnMobile: boolean
    label: string
  }>

export function Breadcrumbs({ items, collapseOnMobile, label, attributes, ...rest }: BreadcrumbsProps) {
  const collapse = collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile'
  return (
    <nav class={classes('govuk-breadcrumbs', rest.class, collapse)} aria-label={label ?? 'Breadcrumb'} {...attributes}>
      <ol class="govuk-breadcrumbs__list">
        {items.map((item) =>
          item.href ? (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={item.href} {...item.attributes}>
                {item.text}
              </a>
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {item.text}
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}
