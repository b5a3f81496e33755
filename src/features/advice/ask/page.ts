import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { addresseeOf } from '../../../casebook/sending/letters.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import type { RecipientCard } from '../../../domain/sending/recipient-card.ts'
import { recipientCards } from '../../../casebook/sending/recipient-cards.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormValues } from '../../../ui/form.tsx'
import { circumstancesOf, findSetting, listFamily, listPapers, listServices } from '../recipient-store.ts'
import { listRequestsNow } from '../request-store.ts'
import { stageWords, titleOfKind } from '../words.ts'
import type { AskInput } from './ask-for-advice.ts'
import { askForAdvice, isWithoutReassessment } from './ask-for-advice.ts'
import { readAsk } from './form.ts'
import { previewView } from './preview-view.tsx'
import { askRows } from './rows.ts'
import { view } from './view.tsx'
import { mayAct } from '../../../domain/access/policy.ts'

const noReassessment = 'The plan is being amended, and no reassessment is under way. Advice under regulation 6 is asked for in an assessment or a reassessment'

async function gather(ask: Ask) {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const setting = await findSetting(tx, caseFile)
    const context = {
      caseFile, setting, circumstances: circumstancesOf(caseFile, setting, tx.today), services: await listServices(tx, caseFile),
      family: await listFamily(tx, caseFile), requests: await listRequestsNow(tx, caseFile),
    }
    const may = mayAct('ask-for-advice', caseFile.parts, caseFile.stage)
    const closed = may === 'not-at-this-stage' ? stageWords({ kind: may, act: 'ask-for-advice', stage: caseFile.stage }) : isWithoutReassessment(caseFile) ? noReassessment : undefined
    const papers = await listPapers(tx, caseFile)
    // What is sealed is enclosed for nobody, whoever asks.
    const enclosable = papers.documents.filter(({ id }) => !caseFile.sealed.all.includes(id))
    return { caseFile, context, rows: askRows(context), papers: { ...papers, documents: enclosable }, today: tx.today, closed }
  })
}

type Gathered = Awaited<ReturnType<typeof gather>>

/** Before anybody typed: all that the law requires and nobody was asked for is ticked, and all the family gave is enclosed. */
function firstValues({ rows, papers }: Gathered): FormValues {
  return {
    ask: rows.filter(({ earlier }) => earlier === undefined).map(({ key }) => key),
    documents: papers.documents.filter(({ isFamilys }) => isFamilys).map(({ id }) => id),
    ...Object.fromEntries(rows.flatMap(({ key, suggested }) => (suggested === undefined ? [] : [[`to-${key}`, suggested]]))),
  }
}

export async function show(ask: Ask): Promise<Reply> {
  const gathered = await gather(ask)
  return page(view({ frame: ask.frame, ...gathered, errors: [], values: firstValues(gathered) }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const gathered = await gather(ask)
  const again = (errors: FieldError[]): Reply => {
    const document = view({ frame: ask.frame, ...gathered, errors, values: ask.form.values() })
    return errors.length > 0 ? wrongForm(document) : page(document)
  }
  const step = ask.form.text('step')
  if (step === 'change') return again([])
  const form = readAsk(ask.form, gathered.rows, gathered.context, gathered.papers)
  if ('errors' in form) return again(form.errors)
  if (step !== 'send') return page(previewView({ frame: ask.frame, ...gathered, cards: await cardsOf(ask, form.value, gathered.papers), input: form.value, values: ask.form.values() }))
  const sent = await askForAdvice(ask, caseKeyOf(ask), form.value)
  if (sent.ok) return redirect(paths.adviceList(gathered.caseFile.key, { done: 'advice-asked' }))
  return again([{
    field: 'ask',
    message: sent.refusal.kind === 'already-asked' ? `${sent.refusal.name} has been asked for this already. Untick it, or withdraw the earlier request first`
      : sent.refusal.kind === 'no-reassessment' ? noReassessment : stageWords(sent.refusal),
  }])
}

/** Whom each request goes to, by which address, and what is enclosed for them. The family's own are told on their pages. */
async function cardsOf(ask: Ask, { requests, documentIds }: AskInput, papers: Gathered['papers']): Promise<RecipientCard[]> {
  const enclosed = papers.documents.filter(({ id }) => documentIds.includes(id)).map(({ title }) => `Enclosed: ${title}`)
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const whom = []
    for (const { kind, recipient: { personId, organisationId } } of requests) {
      if (kind === 'parental' || kind === 'child-views' || (personId === undefined && organisationId === undefined)) continue
      whom.push({
        to: await addresseeOf(tx, personId !== undefined ? { personId } : organisationId === undefined ? {} : { organisationId }), as: titleOfKind(kind),
        sees: ['The request: who the child is, what is asked and by when', 'What the family wrote in the request, where it is enclosed', ...enclosed],
      })
    }
    return recipientCards(tx, caseFile, whom)
  })
}
