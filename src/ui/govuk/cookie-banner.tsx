import { classes, hasContent, type Attributes, type Content, type Extra, type Optional } from './attributes.ts'
import { Button } from './button.tsx'

export type CookieAction = { readonly text: string } & Optional<{
  href: string
  type: 'button' | 'submit'
  name: string
  value: string
  class: string
  attributes: Attributes
}>

export type CookieMessage = Extra &
  Optional<{
    heading: Content
    children: Content
    actions: readonly CookieAction[]
    hidden: boolean
    role: 'alert'
  }>

export type CookieBannerProps = Extra & { readonly messages: readonly CookieMessage[] } & Optional<{
    ariaLabel: string
    hidden: boolean
  }>

function ActionOf({ action }: { action: CookieAction }) {
  if (action.href && action.type !== 'button') {
    return (
      <a class={classes('govuk-link', action.class)} href={action.href} {...action.attributes}>
        {action.text}
      </a>
    )
  }
  const { text, type = 'button', ...rest } = action
  return (
    <Button type={type} {...rest}>
      {text}
    </Button>
  )
}

export function CookieBanner({ messages, ariaLabel, hidden, attributes, ...rest }: CookieBannerProps) {
  return (
    <div
      class={classes('govuk-cookie-banner', rest.class)}
      data-nosnippet=""
      role="region"
      aria-label={ariaLabel || 'Cookie banner'}
      hidden={hidden}
      {...attributes}
    >
      {messages.map((message) => (
        <div
          class={classes('govuk-cookie-banner__message govuk-width-container', message.class)}
          role={message.role}
          hidden={message.hidden}
          {...message.attributes}
        >
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              {hasContent(message.heading) && (
                <h2 class="govuk-cookie-banner__heading govuk-heading-m">{message.heading}</h2>
              )}
              <div class="govuk-cookie-banner__content">
                {typeof message.children === 'string' ? <p class="govuk-body">{message.children}</p> : message.children}
              </div>
            </div>
          </div>
          {message.actions && (
            <div class="govuk-button-group">
              {message.actions.map((action) => (
                <>
                  <ActionOf action={action} />{' '}
                </>
              ))}
            </div>
          )}
        </div>
      ))}
    </div>
  )
}
