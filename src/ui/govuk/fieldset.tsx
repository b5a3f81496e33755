import { classes, hasContent, type Content, type Extra, type Optional } from './attributes.ts'
import type { TextSize } from './label.tsx'

export type FieldsetOptions = Extra &
  Optional<{ legendSize: TextSize; legendClass: string; isPageHeading: boolean; describedBy: string; role: 'group' }>
export type FieldsetProps = FieldsetOptions & Optional<{ legend: Content; children: Content }>

export function Fieldset({ legend, children, legendSize, legendClass, isPageHeading, ...rest }: FieldsetProps) {
  return (
    <fieldset
      class={classes('govuk-fieldset', rest.class)}
      role={rest.role}
      aria-describedby={rest.describedBy}
      {...rest.attributes}
    >
      {hasContent(legend) && (
        <legend
          class={classes('govuk-fieldset__legend', legendSize && `govuk-fieldset__legend--${legendSize}`, legendClass)}
        >
          {isPageHeading ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}
        </legend>
      )}
      {children}
    </fieldset>
  )
}
