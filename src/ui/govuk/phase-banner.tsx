import { classes, type Content, type Extra, type Optional } from './attributes.ts'
import { Tag, type TagProps } from './tag.tsx'

export type PhaseBannerProps = Extra & { readonly tag: Content } & Optional<{ children: Content; tagOptions: TagProps }>

export function PhaseBanner({ tag, tagOptions, children, attributes, ...rest }: PhaseBannerProps) {
  return (
    <div class={classes('govuk-phase-banner govuk-width-container', rest.class)} {...attributes}>
      <p class="govuk-phase-banner__content">
        <Tag {...tagOptions} class={classes('govuk-phase-banner__content__tag', tagOptions?.class)}>
          {tag}
        </Tag>{' '}
        <span class="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  )
}
