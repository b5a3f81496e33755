// One line whole, in short sentences: its words and what its fields say. What a reader compares when a plan changes.

import { dateWords } from '../calendar/date-words.ts'
import type { PlanLine } from './line.ts'
import { promiseInWords } from './promise-words.ts'

type Said = Pick<PlanLine, 'kind' | 'text' | 'fields'>

/** What a line's fields say, in short sentences; what was not said is not there. */
export function fieldWords(line: Omit<Said, 'text'>): string[] {
  const { fields } = line
  switch (line.kind) {
    case 'provision': {
      const promise = promiseInWords(fields)
      return [
        ...(fields.who === undefined ? [] : [`Who: ${fields.who}`]), ...(promise === undefined ? [] : [`How much: ${promise}`]),
        ...(fields.howLong === undefined ? [] : [`How long: ${fields.howLong}`]), ...(fields.groupSize === undefined ? [] : [`Group: ${fields.groupSize}`]),
        ...(fields.setting === undefined ? [] : [`Where: ${fields.setting}`]),
        ...(fields.checkedBy === undefined ? [] : [`Checked by: ${[fields.checkedBy, fields.checkedWhen].filter(Boolean).join(', ')}`]),
        ...(fields.from === undefined ? [] : [`From: ${dateWords(fields.from)}`]),
        ...(fields.flexibleBecause === undefined ? [] : [`Why it is flexible: ${fields.flexibleBecause}`]),
      ]
    }
    case 'outcome': return [...(fields.by === undefined ? [] : [`By: ${fields.by}`]), ...(fields.measure === undefined ? [] : [`How we will know: ${fields.measure}`])]
    case 'view': return [...(fields.whoseName === undefined ? [] : [`Said by: ${fields.whoseName}`]), ...(fields.howGathered === undefined ? [] : [`How this was found out: ${fields.howGathered}`])]
    case 'none-identified': return [...(fields.source === undefined ? [] : [`Source: ${fields.source}`]), ...(fields.on === undefined ? [] : [`On: ${dateWords(fields.on)}`])]
    case 'placement': return [fields.settingName, fields.settingType].filter((word) => word !== undefined)
    default: return []
  }
}

/** The words and the fields, one to a line. */
export const lineInWords = (line: Said): string => [line.text, ...fieldWords(line)].join('\n')
