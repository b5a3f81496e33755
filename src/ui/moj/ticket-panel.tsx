import { classes, type Content, type Extra } from '../govuk/attributes.ts'

export type TicketPanelProps = Extra & {
  readonly sections: readonly { readonly content: Content; readonly colour?: 'blue' | 'red' | 'yellow' | 'green' | 'grey' }[]
}

export function TicketPanel({ sections, attributes, ...rest }: TicketPanelProps) {
  return (
    <article class={classes('moj-ticket-panel', rest.class)} {...attributes}>
      {sections.map(({ content, colour }) => (
        <section class={classes('moj-ticket-panel__content', colour && `moj-ticket-panel__content--${colour}`)}>
          {content}
        </section>
      ))}
    </article>
  )
}
