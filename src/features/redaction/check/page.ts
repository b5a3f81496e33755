import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { leftBehind } from '../../../domain/redaction/remove-passages.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { makeCopy } from '../copy-document.ts'
import { filesOfCopy, recoverable } from '../copy-files.ts'
import { getRedaction, listPassages } from '../redaction-store.ts'
import { releaseCopy } from './release-copy.ts'
import { longestWords, view } from './view.tsx'

const find = (ask: Ask) => read(ask, async (tx) => {
  const caseFile = await openCaseFile(tx, caseKeyOf(ask))
  mustBeAbleToLook(caseFile, 'copies')
  const redaction = await getRedaction(tx, caseFile, param(ask, 'redactionId'))
  const passages = await listPassages(tx, caseFile, redaction.id)
  const copy = makeCopy(redaction, passages, caseFile.area.councilName)
  const isOwn = tx.viewer.kind === 'person' && redaction.markedBy === tx.viewer.personId
  const { givenName, familyName, preferredName } = caseFile.child
  const spared = [givenName, familyName, preferredName, ...(redaction.reader.startsWith('person:') ? [redaction.readerName] : [])]
  return { caseFile, redaction, passages, copy, spared, still: leftBehind(copy.removed, copy.text, spared), isOwn }
})

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, ...await find(ask), errors: [], values: {} }))
}

const refusalWords = {
  'not-waiting': 'This copy is no longer waiting for a check',
  'own-marks': 'You marked this copy, so somebody else must release it',
  'changed-since': 'The copy has changed since you read it. Read it again below',
  'not-at-this-stage': 'The case is closed',
} as const

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const { redaction, copy, still, caseFile } = found
  const again = (errors: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, ...found, errors, values: ask.form.values() }))
  const answer = ask.form.text('answer')
  const words = ask.form.text('words')
  if (answer === 'return') {
    if (words === '') return again([{ field: 'words', message: 'Enter what must change' }])
    if (words.length > longestWords) return again([{ field: 'words', message: 'What must change must be 1,000 characters or fewer' }])
    const returned = await releaseCopy(ask, caseKeyOf(ask), { redactionId: redaction.id, answer, words })
    return returned.ok ? redirect(paths.caseCopies(caseFile.key, { done: 'copy-returned' })) : again([{ field: 'answer', message: refusalWords[returned.refusal.kind] }])
  }
  if (answer !== 'release') return again([{ field: 'answer', message: 'Select whether the copy is released' }])
  if (still.length > 0 && ask.form.text('still') !== 'yes') return again([{ field: 'still', message: 'Say that the words that still stand may stay, or send the copy back' }])
  if (found.isOwn) return again([{ field: 'answer', message: refusalWords['own-marks'] }])
  const files = await filesOfCopy(ask.house, copy)
  const left = await recoverable(files, copy, { spared: found.spared, stays: still })
  if (left.length > 0) return again([{ field: 'answer', message: `The files made from the copy still hold ${left.map((one) => `“${one}”`).join(', ')}, so it is not released. Send it back and have it removed` }])
  const docx = await ask.house.files.keep(files.docx)
  const pdf = files.pdf === undefined ? undefined : await ask.house.files.keep(files.pdf)
  const done = await releaseCopy(ask, caseKeyOf(ask), {
    redactionId: redaction.id, answer, sha256: ask.form.text('sha256'), files: { docxSha256: docx.sha256, ...(pdf === undefined ? {} : { pdfSha256: pdf.sha256 }) },
  })
  return done.ok ? redirect(paths.caseCopies(caseFile.key, { done: 'copy-released' })) : again([{ field: 'answer', message: refusalWords[done.refusal.kind] }])
}
