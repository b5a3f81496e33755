import { classes, type Content, type Entry, type Extra, type HeadingLevel, type Optional } from '../govuk/attributes.ts'
import { Heading } from '../govuk/heading.tsx'

export type SideNavigationItem = { readonly text: Content; readonly href: string } & Optional<{ current: boolean }>

export type SideNavigationSection = {
  readonly items: readonly Entry<SideNavigationItem>[]
} & Optional<{ heading: Content; headingLevel: HeadingLevel }>

export type SideNavigationProps = Extra & {
  /** Names the landmark: "Sections of the plan". */
  readonly label: string
  readonly sections: readonly SideNavigationSection[]
}

export function SideNavigation({ label, sections, attributes, ...rest }: SideNavigationProps) {
  return (
    <nav class={classes('moj-side-navigation', rest.class)} aria-label={label} {...attributes}>
      {sections.map(({ heading, headingLevel = 2, items }) => (
        <>
          {heading && (
            <Heading level={headingLevel} class="moj-side-navigation__title">
              {heading}
            </Heading>
          )}
          <ul class="moj-side-navigation__list">
            {items.map((item) => item && <Item item={item} />)}
          </ul>
        </>
      ))}
    </nav>
  )
}

function Item({ item }: { item: SideNavigationItem }) {
  return (
    <li class={classes('moj-side-navigation__item', item.current && 'moj-side-navigation__item--active')}>
      <a href={item.href} aria-current={item.current ? 'location' : undefined}>
        {item.text}
      </a>
    </li>
  )
}
