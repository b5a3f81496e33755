import { classes, type Extra, type Optional } from '../govuk/attributes.ts'

export type NotificationBadgeProps = Extra & { readonly count: number } & Optional<{
    /** What is counted, for those who hear it: "unread messages". */
    visuallyHiddenText: string
  }>

/** Nothing when there is nothing to count. */
export function NotificationBadge({ count, visuallyHiddenText, attributes, ...rest }: NotificationBadgeProps) {
  if (count <= 0) return null
  const told = classes(count >= 99 ? '99 or more' : String(count), visuallyHiddenText)
  return (
    <span class={classes('moj-notification-badge', rest.class)} {...attributes}>
      <span aria-hidden="true">{count >= 99 ? '99+' : count}</span>
      <span class="govuk-visually-hidden">({told})</span>
    </span>
  )
}
