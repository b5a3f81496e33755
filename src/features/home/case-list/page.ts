import type { Ask } from '../../../casebook/ask.ts'
import { read } from '../../../casebook/tx.ts'
import { stages } from '../../../domain/case-file/tracks.ts'
import { isId } from '../../../domain/ids.ts'
import { isStep } from '../../../domain/timeline/next-step.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { dueChoices, listCases, listOfficers, sortKeys } from '../case-rows-store.ts'
import type { ListAddress } from './list-address.ts'
import { pageSize } from './page-size.ts'
import { view } from './view.tsx'


/** The list of all cases in sight: what it shows is all in its address, so that it can be sent to a colleague. */
export async function show(ask: Ask): Promise<Reply> {
  const address = readAddress(ask.query)
  return read(ask, async (tx) => {
    const { sort, isDescending, page: number, ...wanted } = address
    const { rows, total } = await listCases(tx, wanted, { sort, isDescending, limit: pageSize, offset: (number - 1) * pageSize })
    return page(view({ frame: ask.frame, today: tx.today, address, rows, total, officers: await listOfficers(tx) }))
  })
}

/** What cannot be read is left out: an old link still shows a list. */
function readAddress(query: FormBody): ListAddress {
  const stage = stages.find((one) => one === query.text('stage'))
  const due = dueChoices.find((one) => one === query.text('due'))
  const officer = query.text('officer')
  const next = query.text('next')
  const number = Number(query.text('page'))
  return {
    ...(stage === undefined ? {} : { stage }), ...(due === undefined ? {} : { due }),
    ...(officer === 'nobody' || isId(officer) ? { officer } : {}), ...(isStep(next) ? { nextStep: next } : {}),
    sort: sortKeys.find((one) => one === query.text('sort')) ?? 'due', isDescending: query.text('order') === 'down',
    page: Number.isInteger(number) && number > 0 && number < 100_000 ? number : 1,
  }
}
