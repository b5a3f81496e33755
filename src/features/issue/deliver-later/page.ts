import type { NotAtThisStage } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormErrors } from '../../../ui/form.tsx'
import { findRecipients } from '../people-store.ts'
import { findFinalVersion } from '../version-store.ts'
import type { DeliverLaterRefusal } from './deliver-later.ts'
import { cardFor, deliverLater } from './deliver-later.ts'
import { view } from './view.tsx'

const mostFound = 20
const longestReason = 1_000

async function shown(ask: Ask, errors: FormErrors, toCheck?: { who: string; reason: string }): Promise<Reply> {
  const search = ask.method === 'GET' ? ask.query.text('q') : ask.form.text('q')
  const props = await read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    return {
      caseFile, version: await findFinalVersion(tx, caseFile), found: await findRecipients(tx, search, mostFound),
      card: toCheck === undefined ? undefined : await cardFor(tx, caseFile, toCheck.who, toCheck.reason),
    }
  })
  const wrong = toCheck !== undefined && props.card === undefined ? [{ field: 'who', message: words({ kind: 'not-known' }) }] : errors
  const document = view({ frame: ask.frame, ...props, isOpen: props.caseFile.open.includes('deliver-plan'), search, errors: wrong, values: ask.form.values() })
  return wrong.length > 0 ? wrongForm(document) : page(document)
}

export const show = (ask: Ask): Promise<Reply> => shown(ask, [])

export async function submit(ask: Ask): Promise<Reply> {
  const who = ask.form.text('who')
  const reason = ask.form.text('reason')
  const errors: FieldError[] = [
    ...(who === '' ? [{ field: 'who', message: 'Select who gets the plan' }] : []),
    ...(reason === '' ? [{ field: 'reason', message: 'Enter why they need the plan' }] : []),
    ...(reason.length > longestReason ? [{ field: 'reason', message: `Use ${longestReason.toLocaleString('en-GB')} characters or fewer` }] : []),
  ]
  if (errors.length > 0) return shown(ask, errors)
  // Who it is and what they get is said before it goes; the second press sends.
  if (ask.form.text('step') === 'change') return shown(ask, [])
  if (ask.form.text('step') !== 'send') return shown(ask, [], { who, reason })
  const done = await deliverLater(ask, caseKeyOf(ask), { who, reason })
  return done.ok ? redirect(paths.deliveries(caseKeyOf(ask), { done: 'plan-sent-on' })) : shown(ask, [{ field: 'who', message: words(done.refusal) }])
}

function words(refusal: DeliverLaterRefusal | NotAtThisStage): string {
  switch (refusal.kind) {
    case 'not-at-this-stage': return 'There is no final plan in force on this case now, so nobody can be sent it'
    case 'not-known': return 'They do not work in any service or setting that uses the hub today. Search again'
    case 'has-it-already': return `${refusal.name} was sent this plan already`
    case 'kept-from-them': return `This plan holds words that ${refusal.name} must not see, so it cannot go to them as it is`
  }
}
