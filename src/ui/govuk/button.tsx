import { classes, type Content, type Extra, type Optional } from './attributes.ts'

export type ButtonProps = Extra &
  Optional<{
    children: Content
    id: string
    /** With an address the button is a link. */
    href: string
    type: 'submit' | 'button' | 'reset'
    name: string
    value: string
    variant: 'secondary' | 'warning' | 'inverse'
    start: boolean
    /** A disabled button tells nobody why: leave it enabled and answer with an error. Here because the original has it. */
    disabled: boolean
    /** Ignores a second click within a second (needs script; the form's `_once` token is the real guard). */
    preventDoubleClick: boolean
  }>

function StartIcon() {
  return (
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  )
}

export function Button({ children, id, href, variant, start, attributes, ...rest }: ButtonProps) {
  const common = {
    id,
    class: classes('govuk-button', variant && `govuk-button--${variant}`, rest.class, start && 'govuk-button--start'),
    'data-module': 'govuk-button',
  }
  // The start button is a flex box, which swallows the spaces between its elements: anything but plain text is wrapped.
  const inside = start && typeof children !== 'string' ? <span>{children}</span> : children
  if (href !== undefined) {
    return (
      <a href={href} role="button" draggable={false} {...common} {...attributes}>
        {inside}
        {start && <StartIcon />}
      </a>
    )
  }
  return (
    <button
      type={rest.type ?? 'submit'}
      value={rest.value}
      name={rest.name}
      disabled={rest.disabled}
      aria-disabled={rest.disabled ? 'true' : undefined}
      data-prevent-double-click={rest.preventDoubleClick}
      {...common}
      {...attributes}
    >
      {inside}
      {start && <StartIcon />}
    </button>
  )
}
