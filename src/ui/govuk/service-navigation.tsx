import {
  classes,
  hasContent,
  type Attributes,
  type Content,
  type Entry,
  type Extra,
  type Optional,
} from './attributes.ts'

export type NavigationItem = { readonly text: Content } & Optional<{
  href: string
  /** This very page. */
  current: boolean
  /** A page within this part of the service. */
  active: boolean
  attributes: Attributes
}>

export type ServiceNavigationProps = Extra &
  Optional<{
    serviceName: string
    serviceUrl: string
    navigation: readonly Entry<NavigationItem>[]
    inverse: boolean
    ariaLabel: string
    menuButtonText: string
    menuButtonLabel: string
    navigationLabel: string
    navigationId: string
    navigationClass: string
    collapseNavigationOnMobile: boolean
    slots: Optional<{ start: Content; end: Content; navigationStart: Content; navigationEnd: Content }>
    endSlotInline: boolean
  }>

function Item({ item }: { item: NavigationItem }) {
  const here = item.current || item.active
  const current = here ? (item.current ? 'page' : 'true') : undefined
  // Strong, so that the current item shows even where colours are overridden.
  const text = here ? <strong class="govuk-service-navigation__active-fallback">{item.text}</strong> : item.text
  return (
    <li class={classes('govuk-service-navigation__item', here && 'govuk-service-navigation__item--active')}>
      {item.href ? (
        <a class="govuk-service-navigation__link" href={item.href} aria-current={current} {...item.attributes}>
          {text}
        </a>
      ) : (
        <span class="govuk-service-navigation__text" aria-current={current}>
          {text}
        </span>
      )}
    </li>
  )
}

function ServiceName({ name, url }: { name: string; url: string | undefined }) {
  return (
    <span class="govuk-service-navigation__service-name">
      {url ? (
        <a href={url} class="govuk-service-navigation__link">
          {name}
        </a>
      ) : (
        <span class="govuk-service-navigation__text">{name}</span>
      )}
    </span>
  )
}

export function ServiceNavigation(props: ServiceNavigationProps) {
  const navigation = (props.navigation ?? []).filter((item) => !!item)
  const { serviceName, serviceUrl, slots = {}, navigationId = 'navigation' } = props
  const { menuButtonText = 'Menu', collapseNavigationOnMobile = navigation.length > 1 } = props
  const menuButtonLabel = props.menuButtonLabel === menuButtonText ? undefined : props.menuButtonLabel
  const hasNavigation = navigation.length > 0 || hasContent(slots.navigationStart) || hasContent(slots.navigationEnd)
  const inside = (
    <div
      class={classes('govuk-width-container', props.endSlotInline && 'govuk-service-navigation__inlining-container')}
    >
      {slots.start}
      <div class="govuk-service-navigation__container">
        {serviceName && <ServiceName name={serviceName} url={serviceUrl} />}
        {hasNavigation && (
          <nav
            aria-label={props.navigationLabel || menuButtonText}
            class={classes('govuk-service-navigation__wrapper', props.navigationClass)}
          >
            {collapseNavigationOnMobile && (
              <button
                type="button"
                class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
                aria-controls={navigationId}
                aria-label={menuButtonLabel}
                hidden
                aria-hidden="true"
              >
                {menuButtonText}
              </button>
            )}
            <ul class="govuk-service-navigation__list" id={navigationId}>
              {slots.navigationStart}
              {navigation.map((item) => (
                <Item item={item} />
              ))}
              {slots.navigationEnd}
            </ul>
          </nav>
        )}
      </div>
      {slots.end}
    </div>
  )
  const outer = {
    class: classes('govuk-service-navigation', props.inverse && 'govuk-service-navigation--inverse', props.class),
    'data-module': 'govuk-service-navigation',
    ...props.attributes,
  }
  // With a name it is a landmark of its own; without, the nav inside is enough.
  return serviceName || hasContent(slots.start) || hasContent(slots.end) ? (
    <section aria-label={props.ariaLabel ?? 'Service information'} {...outer}>
      {inside}
    </section>
  ) : (
    <div {...outer}>{inside}</div>
  )
}
