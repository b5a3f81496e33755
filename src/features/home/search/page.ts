// Search. What was typed is a child's name or number: it is posted, and stands in the address of what was found under a seal that only
// its own searcher's page opens, so that it can be gone back to and neither the browser's history nor a log holds it.

import type { Ask } from '../../../casebook/ask.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect } from '../../../platform/http/reply.ts'
import type { SealedFor } from '../../../platform/seal/seal.ts'
import { SealBroken } from '../../../platform/seal/seal.ts'
import { listCases } from '../case-rows-store.ts'
import { longestSearch, readSearch } from './read-search.ts'
import { view } from './view.tsx'

/** As many as can be read through; more asks for a narrower search. */
const most = 50

const sealedFor = ({ viewer }: Ask): SealedFor => ({ purpose: 'search', of: viewer.kind === 'person' ? viewer.personId : viewer.kind, about: 'words' })

export function submit(ask: Ask): Promise<Reply> {
  const typed = ask.form.text('q').slice(0, longestSearch)
  return Promise.resolve(redirect(typed === '' ? paths.search() : paths.search({ for: ask.house.sealer.seal(typed, sealedFor(ask)) })))
}

export async function show(ask: Ask): Promise<Reply> {
  const typed = typedBy(ask)
  const text = readSearch(typed)
  if (text === undefined) return page(view({ frame: ask.frame, typed, found: undefined }))
  return read(ask, async (tx) => {
    const found = await listCases(tx, { text }, { sort: 'name', isDescending: false, limit: most, offset: 0 })
    return page(view({ frame: ask.frame, typed, found }))
  })
}

/** Nothing where the address was made up, cut short or is somebody else's: the page asks anew. */
function typedBy(ask: Ask): string {
  const sealed = ask.query.text('for')
  if (sealed === '') return ''
  try {
    return ask.house.sealer.open(sealed, sealedFor(ask))
  } catch (error) {
    if (error instanceof SealBroken) return ''
    throw error
  }
}
