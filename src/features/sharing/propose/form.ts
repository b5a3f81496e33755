import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import type { ProposalKind } from '../../../casebook/plan/proposals.ts'

export interface ProposalForm {
  readonly kind: ProposalKind
  readonly text: string
  readonly because?: string
}

export const longestText = 5_000

/** Which kinds can be said of a line, and which of a section. */
export const kindsOnLine = ['comment', 'change', 'remove'] as const satisfies readonly ProposalKind[]
export const kindsInASection = ['add', 'comment'] as const satisfies readonly ProposalKind[]

/** The box that each kind is typed into. */
const boxOf: Record<ProposalKind, string | undefined> = { comment: 'comment', change: 'words', add: 'words', remove: undefined }
const emptyWords: Record<string, string> = { comment: 'Enter your comment', words: 'Enter the words' }

/** `wordsNow` are the line's words as they were shown: a change has to change something. */
export function readProposal(form: FormBody, allowed: readonly ProposalKind[], wordsNow?: string): { value: ProposalForm } | { errors: FieldError[] } {
  const kind = allowed.find((one) => one === form.text('kind')) ?? (allowed.length === 1 ? allowed[0] : undefined)
  if (kind === undefined) return { errors: [{ field: 'kind', message: 'Select what you want to do' }] }
  const errors: FieldError[] = []
  const box = boxOf[kind]
  const text = box === undefined ? '' : form.text(box)
  const because = form.text('because')
  if (box !== undefined && text === '') errors.push({ field: box, message: emptyWords[box] ?? 'Enter the words' })
  else if (kind === 'change' && text === wordsNow) errors.push({ field: 'words', message: 'Change the words, or select “Write a comment”' })
  for (const [field, words] of [[box, text], ['because', because]] as const) {
    if (field !== undefined && words.length > longestText) errors.push({ field, message: `Use ${longestText.toLocaleString('en-GB')} characters or fewer` })
  }
  if (errors.length > 0) return { errors }
  return { value: { kind, text, ...(because === '' || kind === 'comment' ? {} : { because }) } }
}
