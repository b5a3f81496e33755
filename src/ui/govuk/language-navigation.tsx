import { classes, type Attributes, type Content, type Extra, type Optional } from './attributes.ts'

export type Language = { readonly text: Content } & Optional<{
  href: string
  current: boolean
  lang: string
  hrefLang: string
  dir: 'ltr' | 'rtl' | 'auto'
  languageDescriptionText: string
  class: string
  attributes: Attributes
}>

export type LanguageNavigationProps = Extra & { readonly items: readonly Language[] } & Optional<{ ariaLabel: string }>

export function LanguageNavigation({ items, ariaLabel = 'Language', attributes, ...rest }: LanguageNavigationProps) {
  return (
    <nav class={classes('govuk-language-navigation', rest.class)} aria-label={ariaLabel} {...attributes}>
      <ul class="govuk-language-navigation__list">
        {items.map((item) => (
          <li class="govuk-language-navigation__list-item">
            {item.current || !item.href ? (
              <span
                class={classes('govuk-language-navigation__text', item.class)}
                aria-current="true"
                lang={item.lang}
                dir={item.dir}
                {...item.attributes}
              >
                {item.text}
              </span>
            ) : (
              <a
                class={classes('govuk-language-navigation__link', item.class)}
                href={item.href}
                rel="alternate"
                lang={item.lang}
                hreflang={item.hrefLang ?? item.lang}
                dir={item.dir}
                {...item.attributes}
              >
                {item.text}
                {item.languageDescriptionText && (
                  <span class="govuk-visually-hidden"> {item.languageDescriptionText}</span>
                )}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
