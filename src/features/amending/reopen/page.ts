import type { NotAtThisStage } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { redirect } from '../../../platform/http/reply.ts'
import { shown } from '../decide/page.ts'
import { closedWords } from '../words.ts'
import type { ReopenRefusal } from './reopen.ts'
import { reopen } from './reopen.ts'

export async function submit(ask: Ask): Promise<Reply> {
  const key = caseKeyOf(ask)
  const reviewId = param(ask, 'reviewId')
  const done = await reopen(ask, key, { reviewId, proposalId: ask.form.text('proposalId') })
  if (!done.ok) return shown(ask, [{ field: 'answered', message: refusalWords(done.refusal) }], {})
  return redirect(`${paths.amendment({ ...key, reviewId }, { done: 'proposal-reopened' })}#proposals`)
}

function refusalWords(refusal: ReopenRefusal | NotAtThisStage): string {
  switch (refusal.kind) {
    case 'not-at-this-stage': return closedWords(refusal)
    case 'open-already': return 'It is open already'
    case 'told-already': return 'Whoever asked has been told of the answer, so it cannot be taken off'
    case 'line-moved-on': return 'The line was changed after this was accepted. Open the line and write what it shall say'
  }
}
