// A letter as it will be read: headings and paragraphs, typed text with its own lines.

import { Fragment } from 'preact'

export interface LetterWords {
  readonly title: string
  readonly paragraphs: readonly { readonly heading?: string | undefined; readonly text: string }[]
}

/** `level` is that of the letter's own title on the page it stands in. */
export function Letter({ letter, level = 2 }: { letter: LetterWords; level?: 1 | 2 }) {
  const Title = `h${level}` as const
  const Heading = level === 1 ? 'h2' : 'h3'
  return (
    <article class="hub-letter">
      <Title class={level === 1 ? 'govuk-heading-l' : 'govuk-heading-m'}>{letter.title}</Title>
      {letter.paragraphs.map(({ heading, text }) => (
        <Fragment>
          {heading !== undefined && <Heading class={level === 1 ? 'govuk-heading-m' : 'govuk-heading-s'}>{heading}</Heading>}
          {text.split(/\n{2,}/).filter((one) => one.trim() !== '').map((one) => <p class="govuk-body hub-letter__text">{one}</p>)}
        </Fragment>
      ))}
    </article>
  )
}
