import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { CheckedUpload } from '../../../casebook/papers/documents.ts'
import { checkUpload, uploadRefusalWords } from '../../../casebook/papers/documents.ts'
import type { Addressee } from '../../../casebook/sending/letters.ts'
import { isOfCouncil } from '../../../domain/access/parts.ts'
import type { Channel } from '../../../domain/case-file/facts.ts'
import { isSection } from '../../../domain/plan/sections.ts'
import type { Section } from '../../../domain/plan/sections.ts'
import type { ReadParagraph } from '../../../domain/plan/working/read-back.ts'
import { docxRefusalWords } from '../../../platform/documents/docx-package.ts'
import { paragraphsOfDocx } from '../../../platform/documents/docx-paragraphs.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import type { Whose } from './bring-back.ts'

export const spokenChannels = ['email', 'letter', 'in-person', 'phone', 'interpreter'] as const satisfies readonly Channel[]
/** The council's own changes, as an officer brings them. */
export const ownWords = 'council'

/** So many paragraphs are a plan of some hundred pages. */
const mostParagraphs = 6000
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export interface Brought {
  readonly upload: CheckedUpload
  readonly paragraphs: readonly ReadParagraph[]
  readonly whose: Whose
}

export function readBrought(form: FormBody, caseFile: Pick<CaseFile, 'parts'>, family: readonly Addressee[]): { value: Brought } | { errors: FieldError[] } {
  const whose = readWhose(form, caseFile, family)
  const read = readFile(form)
  if ('message' in read || 'errors' in whose) {
    return { errors: [...('errors' in whose ? whose.errors : []), ...('message' in read ? [read] : [])] }
  }
  return { value: { ...read, whose: whose.value } }
}

function readWhose(form: FormBody, { parts }: Pick<CaseFile, 'parts'>, family: readonly Addressee[]): { value: Whose } | { errors: FieldError[] } {
  if (!isOfCouncil(parts) || form.text('whose') === ownWords) return { value: { channel: 'hub' } }
  const person = family.find(({ personId }) => personId !== undefined && personId === form.text('whose'))
  const channel = spokenChannels.find((one) => one === form.text('how'))
  if (person?.personId !== undefined && channel !== undefined) return { value: { onBehalfOf: person.personId, channel } }
  return { errors: [
    ...(person === undefined ? [{ field: 'whose', message: 'Select whose changes they are' }] : []),
    ...(person !== undefined && channel === undefined ? [{ field: 'how', message: 'Select how the file came to you' }] : []),
  ] }
}

function readFile(form: FormBody): Pick<Brought, 'upload' | 'paragraphs'> | FieldError {
  const wrong = (message: string): FieldError => ({ field: 'file', message })
  const checked = checkUpload(form.files.find(({ field }) => field === 'file'))
  if (!checked.ok) return wrong(uploadRefusalWords(checked.refusal))
  const upload = checked.value
  if (upload.contentType !== wordType) return wrong(docxRefusalWords['not-word'])
  // Nothing is read that no scanner has answered for.
  if (upload.scannedBy === undefined) return wrong('The file could not be checked for viruses just now. Your file is not lost: choose it again in some minutes')
  const read = paragraphsOfDocx(upload.bytes)
  if (!read.ok) return wrong(docxRefusalWords[read.refusal])
  if (read.value.length > mostParagraphs) return wrong(docxRefusalWords['too-large'])
  return { upload, paragraphs: read.value }
}

export const placeField = (key: string): string => `place-${key}`

export function readChosen(form: FormBody): { keep: readonly string[]; places: Map<string, Section> } {
  const places = new Map(form.names().flatMap((name) => {
    const section = form.text(name)
    return name.startsWith('place-') && isSection(section) ? [[name.slice('place-'.length), section] as const] : []
  }))
  return { keep: form.all('keep'), places }
}
