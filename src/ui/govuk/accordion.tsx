import {
  classes,
  hasContent,
  translationAttributes,
  type Content,
  type Entry,
  type Extra,
  type HeadingLevel,
  type Optional,
  type Translations,
} from './attributes.ts'
import { Heading } from './heading.tsx'

export type AccordionSection = { readonly heading: Content } & Optional<{
  summary: Content
  content: Content
  expanded: boolean
}>

/** Never for what everyone must read, nor for a row of questions. */
export type AccordionProps = Extra & {
  readonly id: string
  readonly items: readonly Entry<AccordionSection>[]
} & Optional<{
    headingLevel: HeadingLevel
    rememberExpanded: boolean
    translations: Translations
  }>

export function Accordion({
  id,
  items,
  headingLevel = 2,
  rememberExpanded,
  translations,
  attributes,
  ...rest
}: AccordionProps) {
  return (
    <div
      class={classes('govuk-accordion', rest.class)}
      data-module="govuk-accordion"
      id={id}
      data-remember-expanded={rememberExpanded}
      {...translationAttributes(translations)}
      {...attributes}
    >
      {items.map((item, index) => item && <Section item={item} id={id} place={index + 1} level={headingLevel} />)}
    </div>
  )
}

type SectionProps = { item: AccordionSection; id: string; place: number; level: HeadingLevel }

function Section({ item, id, place, level }: SectionProps) {
  return (
    <div class={classes('govuk-accordion__section', item.expanded && 'govuk-accordion__section--expanded')}>
      <div class="govuk-accordion__section-header">
        <Heading level={level} class="govuk-accordion__section-heading">
          <span class="govuk-accordion__section-button" id={`${id}-heading-${place}`}>
            {item.heading}
          </span>
        </Heading>
        {hasContent(item.summary) && (
          <div class="govuk-accordion__section-summary govuk-body" id={`${id}-summary-${place}`}>
            {item.summary}
          </div>
        )}
      </div>
      <div id={`${id}-content-${place}`} class="govuk-accordion__section-content">
        {typeof item.content === 'string' ? <p class="govuk-body">{item.content}</p> : item.content}
      </div>
    </div>
  )
}
