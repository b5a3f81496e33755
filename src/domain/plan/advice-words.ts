// Who gave a report of section K and when, as it is printed. A plan that was brought in may say neither.

import { dateWords } from '../calendar/date-words.ts'
import type { AdviceEntry } from './freeze.ts'

/** "A. Quill, educational psychologist, 3 March 2026"; empty where nothing of it is known. */
export const whoAndWhen = ({ author, role, dated }: Pick<AdviceEntry, 'author' | 'role' | 'dated'>): string =>
  [author, role, dated === undefined ? '' : dateWords(dated)].map((part) => part.trim()).filter((part) => part !== '').join(', ')

/** The report with who gave it and when. */
export const listedAdvice = (entry: AdviceEntry): string => [entry.title, whoAndWhen(entry)].filter((part) => part !== '').join(': ')
