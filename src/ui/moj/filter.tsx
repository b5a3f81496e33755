// Choosing what a list shows. The filter is a form of its own that gets, so that a filtered list has an address.
import { classes, hasContent, type Content, type Extra, type Optional } from '../govuk/attributes.ts'
import { Button } from '../govuk/button.tsx'

export type FilterCategory = {
  readonly heading: string
  /** The address of the list without this choice. */
  readonly items: readonly { readonly text: string; readonly href: string }[]
}

export type FilterProps = Extra & {
  /** Where the form gets its list. */
  readonly action: string
  readonly children: Content
} & Optional<{
    heading: string
    selected: readonly FilterCategory[]
    clearHref: string
    submitText: string
    /** What else the address must keep: the order of the list. */
    keep: { readonly [name: string]: string | undefined }
  }>

export function Filter(props: FilterProps) {
  const { heading = 'Filter', selected = [], clearHref, submitText = 'Apply filters', keep = {} } = props
  return (
    <form class={classes('moj-filter', props.class)} method="get" action={props.action} {...props.attributes}>
      {Object.entries(keep).map(([name, value]) => value && <input type="hidden" name={name} value={value} />)}
      <div class="moj-filter__header">
        <div class="moj-filter__header-title">
          <h2 class="govuk-heading-m">{heading}</h2>
        </div>
      </div>
      <div class="moj-filter__content">
        {selected.length > 0 && <Selected categories={selected} clearHref={clearHref} />}
        <div class="moj-filter__options">
          <Button>{submitText}</Button>
          {props.children}
        </div>
      </div>
    </form>
  )
}

function Selected({ categories, clearHref }: { categories: readonly FilterCategory[]; clearHref: string | undefined }) {
  return (
    <div class="moj-filter__selected">
      <div class="moj-filter__selected-heading">
        <div class="moj-filter__heading-title">
          <h2 class="govuk-heading-m">Selected filters</h2>
        </div>
        {clearHref && (
          <div class="moj-filter__heading-action">
            <p>
              <a class="govuk-link govuk-link--no-visited-state" href={clearHref}>
                Clear filters
              </a>
            </p>
          </div>
        )}
      </div>
      {categories.map((category) => (
        <>
          <h3 class="govuk-heading-s govuk-!-margin-bottom-0">{category.heading}</h3>
          <ul class="moj-filter-tags">
            {category.items.map((item) => (
              <li>
                <a class="moj-filter__tag" href={item.href}>
                  <span class="govuk-visually-hidden">Remove this filter</span> {item.text}
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </div>
  )
}

/** The filter beside its list; on a narrow window above it, folded away once script runs. */
export function FilterLayout({ filter, children }: { filter: Content; children: Content }) {
  return (
    <div class="moj-filter-layout">
      {hasContent(filter) && (
        <div class="moj-filter-layout__filter" data-module="hub-filter-toggle">
          {filter}
        </div>
      )}
      <div class="moj-filter-layout__content">{children}</div>
    </div>
  )
}
