import { classes, idList, translationAttributes, type Extra, type Optional, type Translations } from './attributes.ts'
import { Hint } from './hint.tsx'
import { Textarea, type TextareaProps } from './textarea.tsx'

export type CharacterCountProps = TextareaProps &
  Optional<{
    maxLength: number
    maxWords: number
    /** What is counted; "length" counts UTF-16 units as older versions did. */
    countType: 'characters' | 'words' | 'length'
    /** The percentage of the limit at which counting begins to show. */
    threshold: number
    /** Shown without script; %{count} stands for the limit. */
    limitText: string
    messageOptions: Extra
    translations: Translations
  }>

export function CharacterCount({
  maxLength,
  maxWords,
  countType = maxWords ? 'words' : undefined,
  threshold,
  limitText,
  messageOptions,
  translations,
  ...props
}: CharacterCountProps) {
  const { name, id = name, group } = props
  const limit = maxWords ?? maxLength
  const words = limitText ?? `You can enter up to %{count} ${countType === 'words' ? 'words' : 'characters'}`
  // Without a limit here the script learns it later, and fills in the words itself.
  const laterWords = limit === undefined && limitText ? { 'textarea-description': { other: limitText } } : {}
  return (
    <Textarea
      {...props}
      describedBy={idList(props.describedBy, `${id}-info`)}
      class={classes('govuk-js-character-count', props.class)}
      group={{
        class: classes('govuk-character-count', group?.class),
        attributes: {
          'data-module': 'govuk-character-count',
          'data-maxlength': maxLength,
          'data-maxwords': maxWords,
          'data-threshold': threshold,
          'data-count-type': countType,
          ...translationAttributes({ ...laterWords, ...translations }),
          ...group?.attributes,
        },
        before: group?.before,
        after: (
          <>
            <Hint id={`${id}-info`} class={classes('govuk-character-count__message', messageOptions?.class)}>
              {limit === undefined ? undefined : words.replace('%{count}', String(limit))}
            </Hint>
            {group?.after}
          </>
        ),
      }}
    />
  )
}
