import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { isOfCouncil } from '../../../domain/access/parts.ts'
import type { PrintedDocument } from '../../../platform/documents/printed-document.ts'
import { toDocx } from '../../../platform/documents/to-docx.ts'
import { PdfFault } from '../../../platform/documents/to-pdf.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { file, page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormValues } from '../../../ui/form.tsx'
import { paths } from '../../../paths.ts'
import { findCopy, listCopyHeads } from '../copy-store.ts'
import { openWorking } from '../open-working.ts'
import type { Working } from '../open-working.ts'
import { workingDocument } from '../working-document.ts'
import { makeCopy, whoAsks } from './make-copy.ts'
import { everybodys, view } from './view.tsx'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

type CopyHeads = Awaited<ReturnType<typeof listCopyHeads>>

/** Whose requests the page or file shows: one person's where the address says so, and only the council chooses. */
async function open(ask: Ask): Promise<{ working: Working; whole: Working; whose: string; copies: CopyHeads }> {
  return read(ask, async (tx) => {
    const whole = await openWorking(tx, ask)
    const chosen = whoAsks(whole).find(({ id }) => id === ask.query.text('whose'))
    const isChoosing = chosen !== undefined && isOfCouncil(whole.caseFile.parts)
    const copies = await listCopyHeads(tx, whole.caseFile, isOfCouncil(whole.caseFile.parts))
    return { whole, copies, working: isChoosing ? await openWorking(tx, ask, { whose: chosen.id }) : whole, whose: isChoosing ? chosen.id : everybodys }
  })
}

function documentOf(ask: Ask, { working, whole, whose }: Awaited<ReturnType<typeof open>>): PrintedDocument {
  const whoseName = whoAsks(whole).find(({ id }) => id === whose)?.name
  return workingDocument(working, { at: ask.house.clock.now(), ...(whoseName === undefined ? {} : { whoseName }) })
}

const forReader = (ask: Ask, document: PrintedDocument): PrintedDocument => (ask.viewer.kind === 'person' ? { ...document, watermark: `Copy for ${ask.viewer.name}` } : document)

async function shown(ask: Ask, errors: readonly FieldError[], values: FormValues, pdfProblem?: string): Promise<Reply> {
  const opened = await open(ask)
  const document = view({ frame: ask.frame, ...opened, people: whoAsks(opened.whole), document: documentOf(ask, opened), errors, values, ...(pdfProblem === undefined ? {} : { pdfProblem }) })
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const show = (ask: Ask): Promise<Reply> => shown(ask, [], {})

export async function submit(ask: Ask): Promise<Reply> {
  const typed = ask.form.text('whose')
  const { caseFile, people } = await read(ask, async (tx) => {
    const working = await openWorking(tx, ask)
    return { caseFile: working.caseFile, people: whoAsks(working) }
  })
  const chooses = isOfCouncil(caseFile.parts) && people.length > 1
  const one = people.find(({ id }) => id === typed)
  if (chooses && typed !== everybodys && one === undefined) return shown(ask, [{ field: 'whose', message: 'Select whose requests stand in the file' }], ask.form.values())
  const made = await makeCopy(ask, caseKeyOf(ask), chooses && one !== undefined ? { whose: one.id } : {})
  if (!made.ok) return shown(ask, [{ field: 'whose', message: 'A file that can come back cannot be made at this stage. Nothing waits for changes now' }], ask.form.values())
  return redirect(paths.planWorkingCopy(caseKeyOf(ask), { done: 'copy-made' }))
}

const nameOf = ({ caseFile }: Pick<Working, 'caseFile'>, what: string): string => `${caseFile.reference} working document ${what}`

export async function pdf(ask: Ask): Promise<Reply> {
  const opened = await open(ask)
  const { pdf: maker } = ask.house
  if (!maker.available) return shown(ask, [], {}, maker.why)
  try {
    return file(await maker.make(forReader(ask, documentOf(ask, opened))), 'application/pdf', nameOf(opened.working, `${ask.house.clock.today()}.pdf`))
  } catch (thrown) {
    // Letters that no font here can draw: known, and said to the reader. The page and the Word file have the same words.
    if (thrown instanceof PdfFault) return shown(ask, [], {}, `A PDF could not be made (${thrown.message}). This page and the Word file have the same words.`)
    throw thrown
  }
}

export async function word(ask: Ask): Promise<Reply> {
  const opened = await open(ask)
  return file(await toDocx(forReader(ask, documentOf(ask, opened))), wordType, nameOf(opened.working, `${ask.house.clock.today()}.docx`))
}

/** The very file that was kept when the copy was made. */
export async function copyFile(ask: Ask): Promise<Reply> {
  const { caseFile, copy } = await read(ask, async (tx) => {
    const opened = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(opened, 'working-document')
    return { caseFile: opened, copy: await findCopy(tx, opened, isOfCouncil(opened.parts), param(ask, 'copyId')) }
  })
  if (copy === undefined) throw new NotFound('copy')
  return file(await ask.house.files.open(copy.sha256), wordType, nameOf({ caseFile }, `copy ${copy.no}.docx`))
}
