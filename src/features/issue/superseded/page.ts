// An earlier final plan, to be read again by those who had it: marked as no longer in force wherever it is opened.

import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import type { PrintedDocument } from '../../../platform/documents/printed-document.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { file, page, redirect } from '../../../platform/http/reply.ts'
import { pdfOf } from '../../../casebook/plan/issued-files.ts'
import type { FinalVersion } from '../version-store.ts'
import { listEarlierFor } from './earlier-plans.ts'
import { supersededDocument } from './superseded-document.ts'
import { view } from './view.tsx'

interface Opened {
  readonly caseFile: CaseFile
  readonly version: FinalVersion
  readonly supersededOn: PlainDate
  readonly document: PrintedDocument
}

async function opened(tx: Tx, ask: Ask): Promise<Opened> {
  const caseFile = await openCaseFile(tx, caseKeyOf(ask))
  mustBeAbleToLook(caseFile, 'final-plan')
  const version = (await listEarlierFor(tx, caseFile)).find(({ no }) => String(no) === param(ask, 'no'))
  if (version?.supersededOn === undefined) throw new NotFound('earlier plan')
  return { caseFile, version, supersededOn: version.supersededOn, document: supersededDocument(version.document, version.supersededOn) }
}

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, ...await read(ask, (tx) => opened(tx, ask)) }))
}

export async function pdf(ask: Ask): Promise<Reply> {
  const { caseFile, version, document } = await read(ask, (tx) => opened(tx, ask))
  const made = await pdfOf(ask.house, ask.viewer.kind === 'person' ? { ...document, watermark: `${document.watermark ?? ''}. Copy for ${ask.viewer.name}` } : document)
  // Where no PDF can be made the page prints, and carries the same mark.
  if ('problem' in made) return redirect(paths.earlierPlan({ ...caseFile.key, no: String(version.no) }))
  return file(made.bytes, 'application/pdf', `${caseFile.reference} plan ${version.issuedOn} no longer in force.pdf`)
}
