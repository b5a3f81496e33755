import { classes, hasContent, type Attributes, type Content, type Extra, type Optional } from './attributes.ts'

export type FooterLink = { readonly href: string; readonly text: string } & Optional<{ attributes: Attributes }>

export type FooterSection = { readonly title: string } & Optional<{
  items: readonly FooterLink[]
  columns: number
  /** A grid width: "full", "two-thirds". */
  width: string
}>

/** The GOV.UK footer without the crown, its licence line and its copyright: those belong to the Crown, not to a council. */
export type FooterProps = Extra &
  Optional<{
    containerClass: string
    navigation: readonly FooterSection[]
    meta: Optional<{ visuallyHiddenTitle: string; items: readonly FooterLink[]; content: Content }>
  }>

function Links({ items, block }: { items: readonly FooterLink[]; block: string }) {
  return items.map((item) => (
    <li class={block}>
      <a class="govuk-footer__link" href={item.href} {...item.attributes}>
        {item.text}
      </a>
    </li>
  ))
}

export function Footer({ containerClass, navigation = [], meta, attributes, ...rest }: FooterProps) {
  return (
    <div class={classes('govuk-footer', rest.class)} {...attributes}>
      <div class={classes('govuk-width-container', containerClass)}>
        {navigation.length > 0 && (
          <>
            <div class="govuk-footer__navigation">
              {navigation.map(({ title, items, columns, width = 'full' }) => (
                <div class={`govuk-footer__section govuk-grid-column-${width}`}>
                  <h2 class="govuk-footer__heading govuk-heading-m">{title}</h2>
                  {items && items.length > 0 && (
                    <ul
                      class={classes(
                        'govuk-footer__list',
                        columns !== undefined && `govuk-footer__list--columns-${columns}`,
                      )}
                    >
                      <Links items={items} block="govuk-footer__list-item" />
                    </ul>
                  )}
                </div>
              ))}
            </div>
            <hr class="govuk-footer__section-break" />
          </>
        )}
        <div class="govuk-footer__meta">
          <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
            {meta && (
              <>
                <h2 class="govuk-visually-hidden">{meta.visuallyHiddenTitle || 'Support links'}</h2>
                {meta.items && meta.items.length > 0 && (
                  <ul class="govuk-footer__inline-list">
                    <Links items={meta.items} block="govuk-footer__inline-list-item" />
                  </ul>
                )}
                {hasContent(meta.content) && <div class="govuk-footer__meta-custom">{meta.content}</div>}
              </>
            )}
          </div>
        </div>
      </div>
    </div>
  )
}
