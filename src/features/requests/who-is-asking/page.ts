import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { openArea } from '../../../casebook/open-area.ts'
import { councilAreasOf } from '../../../casebook/access/sight.ts'
import { inTransaction, read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { browserTokenOf } from '../draft-door.ts'
import { insertBrowser } from '../draft-store.ts'
import { browserCookie, browserHashOf, newBrowserToken, openUntil } from '../return-code.ts'
import { readWhoIsAsking } from './form.ts'
import { startDraft } from './start-draft.ts'
import { view } from './view.tsx'

async function setting(ask: Ask) {
  const area = await read(ask, (tx) => openArea(tx, param(ask, 'area')))
  return { frame: ask.frame, area, isCouncil: councilAreasOf(ask.viewer).includes(area.id), roles: ask.viewer.kind === 'person' ? ask.viewer.roles : [] }
}

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ ...await setting(ask), errors: [], values: {} }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const props = await setting(ask)
  const form = readWhoIsAsking(ask.form, { isCouncil: props.isCouncil, today: ask.house.clock.today() })
  if ('errors' in form) return wrongForm(view({ ...props, errors: form.errors, values: ask.form.values() }))
  const browserToken = browserTokenOf(ask) ?? newBrowserToken()
  const started = await startDraft(ask, { ...form.value, area: props.area.code, browserToken })
  if (!started.ok) throw new Error('starting a request is never refused')
  const key = { area: props.area.code, draftId: started.value }
  if (ask.viewer.kind === 'person') return redirect(paths.requestTasks(key))
  // The same form sent twice has two answers under way, each with a cookie of its own; whichever the browser keeps must open it.
  await inTransaction(ask, (tx) => insertBrowser(tx, props.area.id, started.value, browserHashOf(browserToken), openUntil(tx.now)))
  return { kind: 'redirect', to: paths.requestCode(key), cookies: [{ name: browserCookie, value: browserToken }] }
}
