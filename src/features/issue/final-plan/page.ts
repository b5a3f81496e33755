import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { mayLook } from '../../../domain/access/policy.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { planWithoutWords } from '../../../domain/plan/plan-shell.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { file, page, redirect } from '../../../platform/http/reply.ts'
import type { PrintedDocument } from '../../../platform/documents/printed-document.ts'
import { toDocx } from '../../../platform/documents/to-docx.ts'
import { pdfOf, wordType } from '../../../casebook/plan/issued-files.ts'
import { stageWords } from '../stage-words.ts'
import type { Readable } from './may-read.ts'
import { isCouncil, readFinalPlan } from './may-read.ts'
import { acknowledgePlan, openPlan } from './open-plan.ts'
import { view } from './view.tsx'
import { withoutWordsView } from './without-words-view.tsx'
import { listEarlierFor } from '../superseded/earlier-plans.ts'
import { summaryView } from './summary-view.tsx'

type Opened = Readable & { readonly caseFile: CaseFile; readonly earlier: readonly { readonly no: number; readonly issuedOn: PlainDate }[] }

/** A plan of which only the days are here: they came with a return. */
interface WithoutWords { readonly caseFile: CaseFile; readonly firstMadeOn: PlainDate }

async function open(ask: Ask): Promise<Opened> {
  const found = await find(ask)
  if ('firstMadeOn' in found) throw new NotFound('final plan')
  return found
}

/** The plan for this viewer. A recipient's first opening, by whichever door, is noted before anything is shown. */
async function find(ask: Ask): Promise<Opened | WithoutWords> {
  const look = () => read(ask, async (tx): Promise<Opened | WithoutWords> => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const shell = mayLook('final-plan', caseFile.parts) ? planWithoutWords(caseFile.facts) : undefined
    if (shell !== undefined) return { caseFile, firstMadeOn: shell.firstMadeOn }
    const readable = await readFinalPlan(tx, caseFile)
    return { caseFile, ...readable, earlier: await listEarlierFor(tx, caseFile, readable) }
  })
  const opened = await look()
  if ('firstMadeOn' in opened || isCouncil(opened.caseFile) || opened.receipts.every((receipt) => receipt !== undefined)) return opened
  const noted = await openPlan(ask, caseKeyOf(ask), undefined)
  return noted.ok ? look() : opened
}

const isLarge = (ask: Ask): boolean => ask.query.text('size') === 'large'

export async function show(ask: Ask): Promise<Reply> {
  const opened = await find(ask)
  if ('firstMadeOn' in opened) return page(withoutWordsView({ frame: ask.frame, ...opened }))
  const document: PrintedDocument = isLarge(ask) ? { ...opened.version.document, largePrint: true } : opened.version.document
  return page(view({ frame: ask.frame, ...opened, document, canAcknowledge: opened.caseFile.open.includes('acknowledge-plan') }))
}

export async function summary(ask: Ask): Promise<Reply> {
  const opened = await open(ask)
  if (ask.query.text('as') === 'pdf') return pdfReply(ask, opened, opened.version.summary, 'one page')
  return page(summaryView({ frame: ask.frame, ...opened }))
}

export async function pdf(ask: Ask): Promise<Reply> {
  const opened = await open(ask)
  const { version, caseFile } = opened
  // The council's own copy is the sealed file itself; every other copy says whose it is, so that a stray one can be traced.
  if (isCouncil(caseFile) && !isLarge(ask) && version.pdfSha256 !== undefined) {
    return file(await ask.house.files.open(version.pdfSha256), 'application/pdf', nameOf(opened, 'plan', 'pdf'))
  }
  return pdfReply(ask, opened, isLarge(ask) ? { ...version.document, largePrint: true } : version.document, isLarge(ask) ? 'plan large print' : 'plan')
}

async function pdfReply(ask: Ask, opened: Opened, document: PrintedDocument, what: string): Promise<Reply> {
  const made = await pdfOf(ask.house, forReader(ask, document))
  if ('bytes' in made) return file(made.bytes, 'application/pdf', nameOf(opened, what, 'pdf'))
  // No PDF here: the page itself prints, and says so.
  return page(view({ frame: ask.frame, ...opened, document, canAcknowledge: opened.caseFile.open.includes('acknowledge-plan'), pdfProblem: made.problem }))
}

export async function word(ask: Ask): Promise<Reply> {
  const opened = await open(ask)
  const { version, caseFile } = opened
  const bytes = isCouncil(caseFile) && version.docxSha256 !== undefined && !isLarge(ask)
    ? await ask.house.files.open(version.docxSha256)
    : await toDocx(forReader(ask, isLarge(ask) ? { ...version.document, largePrint: true } : version.document))
  return file(bytes, wordType, nameOf(opened, isLarge(ask) ? 'plan large print' : 'plan', 'docx'))
}

const forReader = (ask: Ask, document: PrintedDocument): PrintedDocument =>
  (ask.viewer.kind === 'person' ? { ...document, watermark: `Copy for ${ask.viewer.name}` } : document)

/** No child's name in a file's name: it shows in lists of downloads and on shared screens. */
const nameOf = ({ caseFile, version }: Opened, what: string, ending: string): string => `${caseFile.reference} ${what} ${version.issuedOn}.${ending}`

export async function acknowledge(ask: Ask): Promise<Reply> {
  const done = await acknowledgePlan(ask, caseKeyOf(ask), undefined)
  if (done.ok) return redirect(paths.finalPlan(caseKeyOf(ask), { done: 'acknowledged' }))
  const opened = await open(ask)
  return page(view({ frame: ask.frame, ...opened, document: opened.version.document, canAcknowledge: false, problem: stageWords(done.refusal) }), 422)
}
