import type { PlanLine } from '../../../domain/plan/line.ts'
import { adulthoodPathways } from '../../../domain/plan/line.ts'
import type { Channel } from '../../../domain/case-file/facts.ts'
import type { Contribution, ContributionGap, PathwayReply } from '../../../domain/review/contribution.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { answerField, lineValues, readAdditions, readLines, wordsField } from '../line-form.ts'
import { pathwayWords } from '../one-review-words.ts'
import type { FreeQuestion } from '../questions.ts'
import { gatherings } from '../questions.ts'

export const longestView = 5_000
const spoken: readonly Channel[] = ['phone', 'in-person', 'interpreter', 'letter', 'email']

export interface WritingForm {
  readonly content: Contribution
  readonly channel: Channel
  readonly version: number
}

/** Everything of the form, whatever is wrong with it: a save that nobody pressed keeps what it can. */
export function readContribution(form: FormBody, { lines, questions, others }: { lines: readonly PlanLine[]; questions: readonly FreeQuestion[]; others: readonly string[] }): { value: WritingForm; errors: FieldError[] } {
  const answers = readLines(form, lines)
  const additions = readAdditions(form)
  const views = Object.fromEntries(questions.flatMap(({ key }) => {
    const text = form.text(`view-${key}`)
    return text === '' ? [] : [[key, text]]
  }))
  const pathways = Object.fromEntries(adulthoodPathways.flatMap((pathway): [string, PathwayReply][] => {
    const words = form.text(`path-${pathway}`)
    const isNothing = form.text(`path-none-${pathway}`) === 'yes'
    return words === '' && !isNothing ? [] : [[pathway, { ...(words === '' ? {} : { words }), ...(isNothing && words === '' ? { isNothing } : {}) }]]
  }))
  const helper = form.text('helper')
  const tooLong = [...questions.map(({ key }) => `view-${key}`), ...adulthoodPathways.map((pathway) => `path-${pathway}`), 'helper'].filter((field) => form.text(field).length > longestView)
  return {
    value: {
      content: {
        lines: answers.lines, added: additions.added, views, pathways, howGathered: Object.keys(gatherings).filter((key) => form.all('how').includes(key)),
        notFor: others.filter((id) => form.all('notFor').includes(id)), ...(helper === '' ? {} : { helper }),
      },
      channel: spoken.find((one) => one === form.text('channel')) ?? 'hub', version: Number(form.text('version')) || 0,
    },
    errors: [...answers.errors, ...additions.errors, ...tooLong.map((field) => ({ field, message: `Use ${longestView.toLocaleString('en-GB')} characters or fewer` }))],
  }
}

export function contributionValues({ lines, added, views, pathways, howGathered, helper, notFor }: Contribution): Record<string, string | readonly string[]> {
  const values: Record<string, string | readonly string[]> = { ...lineValues(lines, added), how: howGathered, notFor, helper: helper ?? '' }
  for (const [key, text] of Object.entries(views)) values[`view-${key}`] = text
  for (const [pathway, { words, isNothing }] of Object.entries(pathways)) Object.assign(values, { [`path-${pathway}`]: words ?? '', [`path-none-${pathway}`]: isNothing === true ? 'yes' : '' })
  return values
}

/** What keeps a part from being given, beside its box. */
export function gapErrors(gaps: readonly ContributionGap[], numbers: ReadonlyMap<string, string>, first: string): FieldError[] {
  return gaps.map((gap): FieldError => {
    switch (gap.kind) {
      case 'nothing-said': return { field: first, message: 'Answer at least one question before you send your part' }
      case 'say-what-changed': return { field: answerField(gap.lineId), message: `Say what has changed in ${numbers.get(gap.lineId) ?? 'this line'}: change its words, or say it in “Say more”` }
      case 'say-why-not': return { field: wordsField(gap.lineId), message: `Say why, for ${numbers.get(gap.lineId) ?? 'this line'}` }
      case 'pathway-not-considered': return { field: `path-${gap.pathway}`, message: `Write something about: ${pathwayWords[gap.pathway].toLowerCase()}, or say that you have nothing to add` }
      case 'say-how-gathered': return { field: 'how', message: 'Say how the child was asked' }
    }
  })
}
