// What the virus checker said of a file that cannot be opened.

import { Tag } from './govuk/tag.tsx'

const rows = {
  waiting: { words: 'Being checked for viruses', colour: 'blue' }, infected: { words: 'Virus found, removed', colour: 'red' }, failed: { words: 'Could not be checked', colour: 'red' },
} as const

export function ScanTag({ state }: { state: keyof typeof rows }) {
  return <Tag colour={rows[state].colour}>{rows[state].words}</Tag>
}
