import { classes, hasContent, type Content, type Extra, type HeadingLevel, type Optional } from './attributes.ts'
import { Heading } from './heading.tsx'

export type NotificationBannerProps = Extra &
  Optional<{
    /** Plain text becomes the banner's one bold line. */
    children: Content
    success: boolean
    title: Content
    titleId: string
    titleHeadingLevel: HeadingLevel
    role: 'alert' | 'region' | 'banner'
    disableAutoFocus: boolean
  }>

export function NotificationBanner(props: NotificationBannerProps) {
  const { children, success, titleId = 'govuk-notification-banner-title' } = props
  const title = hasContent(props.title) ? props.title : success ? 'Success' : 'Important'
  return (
    <div
      class={classes('govuk-notification-banner', success && 'govuk-notification-banner--success', props.class)}
      role={props.role ?? (success ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading level={props.titleHeadingLevel ?? 2} class="govuk-notification-banner__title" id={titleId}>
          {title}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {typeof children === 'string' ? <p class="govuk-notification-banner__heading">{children}</p> : children}
      </div>
    </div>
  )
}
