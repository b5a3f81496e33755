import { classes, hasContent, type Content, type Extra, type HeadingLevel, type Optional } from './attributes.ts'
import { Button } from './button.tsx'
import { Heading } from './heading.tsx'

export type PanelAction = Extra & { readonly text: string } & Optional<{
    /** An address makes it a link, unless `button` is asked for. */
    href: string
    type: 'button' | 'submit'
  }>

export type PanelProps = Extra & { readonly title: Content } & Optional<{
    children: Content
    headingLevel: HeadingLevel
    /** Stops someone before a step that can't be taken back, instead of telling that all is done. */
    interruption: boolean
    actions: readonly PanelAction[]
    actionsOptions: Extra
  }>

function PanelLink({ action }: { action: PanelAction }) {
  if (action.href && action.type !== 'button') {
    return (
      <a class={classes('govuk-link govuk-link--inverse', action.class)} href={action.href} {...action.attributes}>
        {action.text}
      </a>
    )
  }
  return (
    <Button
      type={action.type ?? 'button'}
      variant="inverse"
      class={action.class}
      href={action.href}
      attributes={action.attributes}
    >
      {action.text}
    </Button>
  )
}

export function Panel({ title, children, headingLevel = 1, interruption, actions, ...rest }: PanelProps) {
  const { actionsOptions } = rest
  return (
    <div
      class={classes('govuk-panel', `govuk-panel--${interruption ? 'interruption' : 'confirmation'}`, rest.class)}
      {...rest.attributes}
    >
      <Heading level={headingLevel} class="govuk-panel__title">
        {title}
      </Heading>
      {hasContent(children) && <div class="govuk-panel__body">{children}</div>}
      {interruption && actions && (
        <div class={classes('govuk-panel__actions', actionsOptions?.class)} {...actionsOptions?.attributes}>
          {actions.length > 0 && (
            <div class="govuk-button-group">
              {actions.map((action) => (
                <>
                  <PanelLink action={action} />{' '}
                </>
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  )
}
