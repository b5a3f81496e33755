import type { PlanLine } from '../../../domain/plan/line.ts'
import { adulthoodPathways } from '../../../domain/plan/line.ts'
import type { Recommendation, ReportDraft, ReportGap } from '../../../domain/review/review-report.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { answerField, lineValues, readAdditions, readLines, wordsField } from '../line-form.ts'
import { pathwayWords } from '../one-review-words.ts'

export const longestText = 5_000

export function readReport(form: FormBody, { lines, proposalIds, papers }: { lines: readonly PlanLine[]; proposalIds: readonly string[]; papers: readonly string[] }): { draft: ReportDraft; errors: FieldError[] } {
  const answers = readLines(form, lines)
  const additions = readAdditions(form)
  const recommendations = Object.fromEntries(proposalIds.flatMap((id): [string, Recommendation][] => {
    const agrees = form.text(`agrees-${id}`)
    const because = form.text(`differs-${id}`)
    const said: Recommendation = { ...(agrees === 'yes' || agrees === 'no' ? { agrees } : {}), ...(because === '' ? {} : { because }) }
    return Object.keys(said).length === 0 ? [] : [[id, said]]
  }))
  const pathways = Object.fromEntries(adulthoodPathways.flatMap((pathway) => (form.has(`path-${pathway}`) ? [[pathway, form.text(`path-${pathway}`)]] : [])))
  const tooLong = ['summary', 'aspirations', ...adulthoodPathways.map((one) => `path-${one}`), ...proposalIds.map((id) => `differs-${id}`)].filter((field) => form.text(field).length > longestText)
  return {
    draft: { summary: form.text('summary'), lines: answers.lines, added: additions.added, recommendations, aspirations: form.text('aspirations'), pathways, attachments: papers.filter((id) => form.all('attach').includes(id)) },
    errors: [...answers.errors, ...additions.errors, ...tooLong.map((field) => ({ field, message: `Use ${longestText.toLocaleString('en-GB')} characters or fewer` }))],
  }
}

export function reportValues({ summary, lines, added, recommendations, aspirations, pathways, attachments = [] }: ReportDraft): Record<string, string | readonly string[]> {
  const values: Record<string, string | readonly string[]> = { summary, aspirations, attach: attachments, ...lineValues(lines, added) }
  for (const [id, { agrees, because }] of Object.entries(recommendations)) Object.assign(values, { [`agrees-${id}`]: agrees ?? '', [`differs-${id}`]: because ?? '' })
  for (const [pathway, words] of Object.entries(pathways)) values[`path-${pathway}`] = words
  return values
}

/** What keeps the report from being sent, each beside its box. */
export const gapErrors = (gaps: readonly ReportGap[], numbers: ReadonlyMap<string, string>): FieldError[] => gaps.map((gap): FieldError => {
  switch (gap.kind) {
    case 'meeting-not-held': return { field: 'meeting', message: 'Record the meeting first: the report is of what happened at it' }
    case 'child-part': return { field: 'meeting', message: 'Say how the child took part, in the record of the meeting' }
    case 'conclude-line': return { field: answerField(gap.lineId), message: `Say how it stands with ${numbers.get(gap.lineId) ?? 'this line'}` }
    case 'say-what-changed': return { field: answerField(gap.lineId), message: `Say what has changed in ${numbers.get(gap.lineId) ?? 'this line'}: change its words, or say it in “Say more”` }
    case 'say-why-not': return { field: wordsField(gap.lineId), message: `Say why ${numbers.get(gap.lineId) ?? 'it'} is not delivered` }
    case 'recommend': return { field: `agrees-${gap.proposalId}`, message: 'Say whether you recommend this change' }
    case 'say-why-differs': return { field: `differs-${gap.proposalId}`, message: 'Say why you do not recommend it' }
    case 'aspirations': return { field: 'aspirations', message: 'Write what the young person wants for their life' }
    case 'pathway': return { field: `path-${gap.pathway}`, message: `Write what was said about: ${pathwayWords[gap.pathway].toLowerCase()}` }
  }
})
