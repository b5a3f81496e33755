import type { Ask } from '../../../casebook/ask.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { listCases } from '../case-rows-store.ts'
import { readSearch } from './read-search.ts'
import { view } from './view.tsx'

/** As many as can be read through; more asks for a narrower search. */
const most = 50

export async function show(ask: Ask): Promise<Reply> {
  const typed = ask.query.text('q')
  const text = readSearch(typed)
  if (text === undefined) return page(view({ frame: ask.frame, typed, found: undefined }))
  return read(ask, async (tx) => {
    const found = await listCases(tx, { text }, { sort: 'name', isDescending: false, limit: most, offset: 0 })
    return page(view({ frame: ask.frame, typed, found }))
  })
}
