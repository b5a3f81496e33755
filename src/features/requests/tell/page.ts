import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { recipientCards } from '../../../casebook/sending/recipient-cards.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { lettersOf, tellOfRequest, whoIsTold } from './tell-of-request.ts'
import type { TellRefusal } from './tell-of-request.ts'
import { view } from './view.tsx'

const open = (ask: Ask) => read(ask, async (tx) => {
  const caseFile = await openCaseFile(tx, caseKeyOf(ask))
  mustBeAbleToLook(caseFile, 'family-details')
  const told = await whoIsTold(tx, caseFile)
  const cards = await recipientCards(tx, caseFile, [
    ...told.family.map((to) => ({ to, sees: ['Their own letter', 'Where the case is and its dates'] })), ...told.bodies.map((to) => ({ to, sees: ['Its own notice', 'That the case is there, and its dates'] })),
  ])
  return { caseFile, ...told, cards, letters: lettersOf(tx, caseFile, told) }
})

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, ...await open(ask), errors: [] }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const opened = await open(ask)
  const told = await tellOfRequest(ask, opened.caseFile.key, {})
  if (told.ok) return redirect(paths.caseRequest(opened.caseFile.key, { done: 'sent' }))
  const message = told.refusal.kind === 'not-at-this-stage' ? 'The council has decided on this request already, or the case is closed' : refusalWords(told.refusal)
  return wrongForm(view({ frame: ask.frame, ...opened, errors: [{ field: 'send', message }] }))
}

function refusalWords(refusal: TellRefusal): string {
  switch (refusal.kind) {
    case 'told-already': return 'They have been told already'
    case 'nobody-in-the-family': return 'Nobody in the family can be written to yet. Add a parent, or the young person, to the case first'
    case 'body-not-known': return `The area has not set up ${refusal.which === 'health' ? 'its integrated care board' : 'the council’s social care'}, which the law says must be told. Ask whoever looks after the hub`
    case 'notice-incomplete': return `The letter cannot go: it lacks ${refusal.missing.join(', ').replaceAll('-', ' ')}`
  }
}
