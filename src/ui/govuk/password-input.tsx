import { classes, translationAttributes, type Optional, type Translations } from './attributes.ts'
import { Button } from './button.tsx'
import type { FieldProps } from './field-frame.tsx'
import { Input } from './input.tsx'

export type PasswordInputProps = FieldProps &
  Optional<{
    value: string
    autocomplete: 'current-password' | 'new-password'
    buttonClass: string
    translations: Translations
  }>

export function PasswordInput({ buttonClass, translations = {}, ...props }: PasswordInputProps) {
  const { name, id = name, group } = props
  const word = (key: string, otherwise: string) => {
    const translated = translations[key]
    return typeof translated === 'string' ? translated : otherwise
  }
  return (
    <Input
      {...props}
      type="password"
      spellcheck={false}
      autocapitalize="none"
      autocomplete={props.autocomplete ?? 'current-password'}
      class={classes('govuk-password-input__input govuk-js-password-input-input', props.class)}
      wrapper={{ class: 'govuk-password-input__wrapper' }}
      group={{
        class: classes('govuk-password-input', group?.class),
        attributes: {
          'data-module': 'govuk-password-input',
          ...translationAttributes(translations),
          ...group?.attributes,
        },
        before: group?.before,
        after: (
          <>
            <Button
              type="button"
              variant="secondary"
              class={classes('govuk-password-input__toggle govuk-js-password-input-toggle', buttonClass)}
              attributes={{
                'aria-controls': id,
                'aria-label': word('show-password-aria-label', 'Show password'),
                hidden: true,
              }}
            >
              {word('show-password', 'Show')}
            </Button>
            {group?.after}
          </>
        ),
      }}
    />
  )
}
