import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { listVersions } from '../../../casebook/plan/plan-content.ts'
import { read } from '../../../casebook/tx.ts'
import { comparePlans } from '../../../domain/plan/compare.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormValues } from '../../../ui/form.tsx'
import { listReports } from '../advice-line-store.ts'
import { openDraft } from '../open-draft.ts'
import { refusalWords } from '../refusal-words.ts'
import { compareView } from './compare-view.tsx'
import { freezeWorkingVersion } from './freeze.ts'
import { sideOf } from './side.ts'
import { versionView } from './version-view.tsx'
import { view } from './view.tsx'

const longestLabel = 100

async function list(ask: Ask, errors: readonly FieldError[], values: FormValues): Promise<Reply> {
  const shown = await read(ask, async (tx) => {
    const draft = await openDraft(tx, ask)
    return { draft, versions: await listVersions(tx, draft.caseFile) }
  })
  const document = view({ frame: ask.frame, ...shown, errors, values })
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const show = (ask: Ask): Promise<Reply> => list(ask, [], {})

export async function submit(ask: Ask): Promise<Reply> {
  const label = ask.form.text('label')
  const wrong = (message: string): Promise<Reply> => list(ask, [{ field: 'label', message }], ask.form.values())
  if (label === '') return wrong('Enter a name for the version')
  if (label.length > longestLabel) return wrong(`The name must be ${longestLabel} characters or fewer`)
  const frozen = await freezeWorkingVersion(ask, caseKeyOf(ask), { label })
  return frozen.ok ? redirect(paths.planVersions(caseKeyOf(ask), { done: 'frozen' })) : wrong(refusalWords(frozen.refusal))
}

export async function showVersion(ask: Ask): Promise<Reply> {
  const shown = await read(ask, async (tx) => {
    const draft = await openDraft(tx, ask)
    const side = await sideOf(tx, draft, await listVersions(tx, draft.caseFile), param(ask, 'no'))
    return { draft, side, reports: await listReports(tx, draft.caseFile) }
  })
  return page(versionView({ frame: ask.frame, ...shown }))
}

export async function compare(ask: Ask): Promise<Reply> {
  const shown = await read(ask, async (tx) => {
    const draft = await openDraft(tx, ask)
    const versions = await listVersions(tx, draft.caseFile)
    const last = versions.at(-1)
    const fromNo = ask.query.text('from') || (last === undefined ? 'now' : String(last.no))
    const toNo = ask.query.text('to') || 'now'
    const from = await sideOf(tx, draft, versions, fromNo)
    const to = await sideOf(tx, draft, versions, toNo)
    return { draft, versions, fromNo, toNo, from, to, reports: await listReports(tx, draft.caseFile), differences: comparePlans(from.content, to.content) }
  })
  return page(compareView({ frame: ask.frame, ...shown }))
}
