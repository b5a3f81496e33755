import { classes, type Attributes, type Content, type Extra, type Optional } from './attributes.ts'

export type Tab = { readonly label: Content; readonly panel: Content } & Optional<{
  /** Left out, it is made from `idPrefix` and the tab's place. */
  id: string
  attributes: Attributes
  panelAttributes: Attributes
}>

/** Never for navigation, nor for things that people compare. */
export type TabsProps = Extra & { readonly items: readonly Tab[] } & Optional<{
    id: string
    idPrefix: string
    title: Content
  }>

export function Tabs({ items, id, idPrefix = '', title = 'Contents', attributes, ...rest }: TabsProps) {
  const idOf = (tab: Tab, index: number) => tab.id ?? `${idPrefix}-${index + 1}`
  return (
    <div id={id} class={classes('govuk-tabs', rest.class)} data-module="govuk-tabs" {...attributes}>
      <h2 class="govuk-tabs__title">{title}</h2>
      {items.length > 0 && (
        <ul class="govuk-tabs__list">
          {items.map((tab, index) => (
            <li class={classes('govuk-tabs__list-item', index === 0 && 'govuk-tabs__list-item--selected')}>
              <a class="govuk-tabs__tab" href={`#${idOf(tab, index)}`} {...tab.attributes}>
                {tab.label}
              </a>
            </li>
          ))}
        </ul>
      )}
      {items.map((tab, index) => (
        <div
          class={classes('govuk-tabs__panel', index > 0 && 'govuk-tabs__panel--hidden')}
          id={idOf(tab, index)}
          {...tab.panelAttributes}
        >
          {typeof tab.panel === 'string' ? <p class="govuk-body">{tab.panel}</p> : tab.panel}
        </div>
      ))}
    </div>
  )
}
