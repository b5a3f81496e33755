import { classes, type Attributes, type Content, type Entry, type Extra, type Optional } from '../govuk/attributes.ts'

export type SubNavigationItem = { readonly text: Content; readonly href: string } & Optional<{
  current: boolean
  attributes: Attributes
}>

export type SubNavigationProps = Extra & {
  /** Names the landmark: "Parts of this case". */
  readonly label: string
  readonly items: readonly Entry<SubNavigationItem>[]
  /** A second row, of what is less often wanted. */
  readonly beside?: readonly Entry<SubNavigationItem>[]
}

export function SubNavigation({ label, items, beside, attributes, ...rest }: SubNavigationProps) {
  return (
    <nav class={classes('moj-sub-navigation', rest.class)} aria-label={label} {...attributes}>
      <Row items={items} />
      {beside !== undefined && <Row items={beside} />}
    </nav>
  )
}

function Row({ items }: Pick<SubNavigationProps, 'items'>) {
  return (
    <ul class="moj-sub-navigation__list">
      {items.map(
        (item) =>
          item && (
            <li class="moj-sub-navigation__item">
              <a
                class="moj-sub-navigation__link"
                aria-current={item.current ? 'page' : undefined}
                href={item.href}
                {...item.attributes}
              >
                {item.text}
              </a>
            </li>
          ),
      )}
    </ul>
  )
}
