import { classes, hasContent, type Content, type Extra, type Optional } from './attributes.ts'

export type BackLinkProps = Extra & { readonly href: string } & Optional<{ children: Content }>

export function BackLink({ href, children, attributes, ...rest }: BackLinkProps) {
  return (
    <a href={href} class={classes('govuk-back-link', rest.class)} {...attributes}>
      {hasContent(children) ? children : 'Back'}
    </a>
  )
}
