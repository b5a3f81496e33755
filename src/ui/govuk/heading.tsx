import type { Content, HeadingLevel, Optional } from './attributes.ts'

type HeadingProps = { level: HeadingLevel } & Optional<{ class: string; id: string; children: Content }>

/** A heading whose level is known only when the page is put together. */
export function Heading({ level, ...rest }: HeadingProps) {
  const Tag = `h${level}` as const
  return <Tag {...rest} />
}
