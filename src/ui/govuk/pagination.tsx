import { classes, hasContent, type Attributes, type Content, type Extra, type Optional } from './attributes.ts'

export type PaginationLink = { readonly href: string } & Optional<{
  text: Content
  labelText: string
  attributes: Attributes
}>

export type PageItem =
  | { readonly ellipsis: true }
  | ({ readonly number: number | string; readonly href: string } & Optional<{
      ellipsis: false
      current: boolean
      visuallyHiddenText: string
      attributes: Attributes
    }>)

export type PaginationProps = Extra &
  Optional<{ items: readonly PageItem[]; previous: PaginationLink; next: PaginationLink; landmarkLabel: string }>

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

function Arrow({ type }: { type: 'prev' | 'next' }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${type}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={arrows[type]} />
    </svg>
  )
}

function ArrowLink({ type, link, block }: { type: 'prev' | 'next'; link: PaginationLink; block: boolean }) {
  const decorated = block && !link.labelText && 'govuk-pagination__link-title--decorated'
  return (
    <div class={`govuk-pagination__${type}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={type} {...link.attributes}>
        {(block || type === 'prev') && <Arrow type={type} />}{' '}
        <span class={classes('govuk-pagination__link-title', decorated)}>
          {hasContent(link.text) ? (
            link.text
          ) : (
            <>
              {type === 'prev' ? 'Previous' : 'Next'}
              <span class="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>
        {link.labelText && block && (
          <>
            {' '}
            <span class="govuk-visually-hidden">:</span>{' '}
            <span class="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!block && type === 'next' && <Arrow type={type} />}
      </a>
    </div>
  )
}

function Page({ item }: { item: PageItem }) {
  if (item.ellipsis) return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
  return (
    <li class={classes('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={item.visuallyHiddenText ?? `Page ${item.number}`}
        aria-current={item.current ? 'page' : undefined}
        {...item.attributes}
      >
        {item.number}
      </a>
    </li>
  )
}

export function Pagination({ items, previous, next, landmarkLabel, attributes, ...rest }: PaginationProps) {
  const block = !items && (next !== undefined || previous !== undefined)
  return (
    <nav
      class={classes('govuk-pagination', block && 'govuk-pagination--block', rest.class)}
      aria-label={landmarkLabel || 'Pagination'}
      {...attributes}
    >
      {previous && <ArrowLink type="prev" link={previous} block={block} />}
      {items && (
        <ul class="govuk-pagination__list">
          {items.map((item) => (
            <Page item={item} />
          ))}
        </ul>
      )}
      {next && <ArrowLink type="next" link={next} block={block} />}
    </nav>
  )
}
