import { classes, type Content, type Extra, type Optional } from './attributes.ts'

export type SkipLinkProps = Extra & Optional<{ href: string; children: Content }>

export function SkipLink({ href, children, attributes, ...rest }: SkipLinkProps) {
  return (
    <a
      href={href || '#content'}
      class={classes('govuk-skip-link', rest.class)}
      data-module="govuk-skip-link"
      {...attributes}
    >
      {children}
    </a>
  )
}
