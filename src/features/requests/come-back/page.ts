import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { openArea } from '../../../casebook/open-area.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { browserTokenOf, eachTime } from '../draft-door.ts'
import { browserCookie, browserHashOf, newBrowserToken, plainCode } from '../return-code.ts'
import { comeBack } from './come-back.ts'
import { view } from './view.tsx'

const areaOf = (ask: Ask) => read(ask, (tx) => openArea(tx, param(ask, 'area')))

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, area: await areaOf(ask), errors: [], values: {} }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const area = await areaOf(ask)
  // The code is a kind of password: it is not sent back with the page.
  const again = (errors: FieldError[]): Reply => wrongForm(view({ frame: ask.frame, area, errors, values: { reference: ask.form.text('reference') } }))
  const reference = plainCode(ask.form.text('reference'))
  const code = plainCode(ask.form.text('code'))
  const empty = [
    ...(reference === '' ? [{ field: 'reference', message: 'Enter your reference' }] : []),
    ...(code === '' ? [{ field: 'code', message: 'Enter your return code' }] : []),
  ]
  if (empty.length > 0) return again(empty)
  const browserToken = browserTokenOf(ask) ?? newBrowserToken()
  const back = await comeBack(eachTime(ask), { area: area.code, reference, code, browserHash: browserHashOf(browserToken) })
  if (!back.ok || back.value.found === 'wait') return again([{ field: 'code', message: 'Too many tries. Wait 15 minutes, then try again' }])
  if (back.value.found === 'no') return again([{ field: 'code', message: 'The reference or return code is not right. Check both and try again' }])
  return { kind: 'redirect', to: paths.requestTasks({ area: area.code, draftId: back.value.draftId }, { done: 'code-used' }), cookies: [{ name: browserCookie, value: browserToken }] }
}
