import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { listFamilyAddressees } from '../../../casebook/letters.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import type { OrganisationId } from '../../../domain/ids.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import type { Body } from './bodies-store.ts'
import { listBodiesToTell } from './bodies-store.ts'
import type { TellRefusal } from './tell-of-request.ts'
import { bodiesNotice, familyNotice, tellOfRequest } from './tell-of-request.ts'
import { view } from './view.tsx'

const open = (ask: Ask) => read(ask, async (tx) => {
  const caseFile = await openCaseFile(tx, caseKeyOf(ask))
  mustBeAbleToLook(caseFile, 'family-details')
  const family = await listFamilyAddressees(tx, caseFile)
  const bodies = await listBodiesToTell(tx, caseFile)
  const letters = family.filter(({ safeContact }) => safeContact !== 'none').map((to) => ({ to: to.name, notice: familyNotice(caseFile, to, tx.today) }))
  return { caseFile, family, bodies, letters: [...letters, { to: 'Health, social care and the setting', notice: bodiesNotice(caseFile, bodies, tx.today) }] }
})

export async function show(ask: Ask): Promise<Reply> {
  const opened = await open(ask)
  return page(view({ frame: ask.frame, ...opened, errors: [], values: { bodies: chosenAtFirst(opened.bodies) } }))
}

/** With one health body and one social care service there is nothing to choose; where there are several, somebody must. */
const chosenAtFirst = (bodies: readonly Body[]): string[] =>
  bodies.filter(({ kind }) => kind === 'setting' || bodies.filter((other) => other.kind === kind).length === 1).map(({ id }) => id)

export async function submit(ask: Ask): Promise<Reply> {
  const opened = await open(ask)
  const chosen = ask.form.all('bodies') as readonly OrganisationId[]
  const told = await tellOfRequest(ask, opened.caseFile.key, { bodies: chosen })
  if (told.ok) return redirect(paths.caseRequest(opened.caseFile.key, { done: 'sent' }))
  const error: FieldError = told.refusal.kind === 'not-at-this-stage'
    ? { field: 'bodies', message: 'The council has decided on this request already, or the case is closed' }
    : refusalError(told.refusal)
  return wrongForm(view({ frame: ask.frame, ...opened, errors: [error], values: { bodies: [...chosen] } }))
}

const bodyWords = { health: 'the integrated care board', 'social-care': 'the council’s social care', setting: 'the child’s school or nursery' } as const

function refusalError(refusal: TellRefusal): FieldError {
  switch (refusal.kind) {
    case 'told-already': return { field: 'bodies', message: 'They have been told already' }
    case 'nobody-in-the-family': return { field: 'bodies', message: 'Nobody in the family can be written to yet. Add a parent, or the young person, to the case first' }
    case 'body-missing': return { field: 'bodies', message: `Select ${bodyWords[refusal.which]}: the law says that it must be told` }
    case 'notice-incomplete': return { field: 'bodies', message: `The letter cannot go: it lacks ${refusal.missing.join(', ').replaceAll('-', ' ')}` }
  }
}
