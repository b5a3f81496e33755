// What one person on the case can see, before something is sent to them: opened as they would open it, with nothing written down about
// them having looked.

import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { listDocuments } from '../../../casebook/papers/documents.ts'
import { isOfTeam } from '../../../casebook/sending/hold.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import { findViewer } from '../../../casebook/signing-in/viewer.ts'
import { partWords, readingAs } from '../../../domain/access/parts.ts'
import { mayLook } from '../../../domain/access/policy.ts'
import { sights } from '../../../domain/access/sights.ts'
import type { SightName } from '../../../domain/access/sights.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { isId } from '../../../domain/ids.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { listWords } from '../../../ui/words.ts'

interface Seen { readonly name: string; readonly parts: readonly string[]; readonly sights: readonly string[]; readonly documents: readonly string[] }

export async function show(ask: Ask): Promise<Reply> {
  const { caseFile, seen } = await read(ask, async (tx) => {
    const opened = await openCaseFile(tx, caseKeyOf(ask))
    if (!isOfTeam(opened.parts)) throw new NotAllowed('person-sees')
    return { caseFile: opened, seen: await seenBy(tx, opened, param(ask, 'personId')) }
  })
  const title = `What ${seen.name} can see`
  return page(
    <CasePage frame={ask.frame} caseFile={caseFile} title={title} back={{ href: paths.casePeople(caseFile.key), text: 'Who can see this case' }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{seen.parts.length === 0 ? `${seen.name} has no part in this case today and sees nothing of it.` : `As ${listWords([...seen.parts])}. What waits to be sent is not among it yet.`}</p>
        {seen.sights.length > 0 && <><h2 class="govuk-heading-m">Pages</h2><ul class="govuk-list govuk-list--bullet">{seen.sights.map((one) => <li>{one}</li>)}</ul></>}
        {seen.parts.length > 0 && (
          <>
            <h2 class="govuk-heading-m">Documents</h2>
            {seen.documents.length === 0 ? <p class="govuk-body">None that others sent in.</p> : <ul class="govuk-list govuk-list--bullet">{seen.documents.map((one) => <li>{one}</li>)}</ul>}
          </>
        )}
      </TwoThirds>
    </CasePage>,
  )
}

async function seenBy(tx: Tx, caseFile: CaseFile, id: string): Promise<Seen> {
  const viewer = isId(id) ? await findViewer(tx.db, id as PersonId, tx.today) : undefined
  if (viewer === undefined || viewer.kind !== 'person') throw new NotFound('person')
  // As they would open it, on no page in particular: this page's own door is the team's.
  const { may: _ours, ...rest } = tx
  const theirs: Tx = { ...rest, viewer, trail: { ...tx.trail, opened: new Map() } }
  const opened = await openCaseFile(theirs, caseFile.key).catch((thrown: unknown) => {
    if (thrown instanceof NotFound) return undefined
    throw thrown
  })
  const parts = opened?.parts ?? []
  const documents = (opened === undefined ? [] : await listDocuments(tx, { ...caseFile, sealed: { ...opened.sealed, hidden: [...opened.sealed.hidden, ...caseFile.sealed.hidden] } }))
    .filter(({ audience, uploadedBy }) => uploadedBy === viewer.personId || readingAs(parts).some((part) => audience.includes(part)))
  return {
    name: viewer.name, parts: parts.map((part) => partWords[part]), documents: documents.map(({ title, fileName }) => (title === fileName ? title : `${title} (${fileName})`)),
    sights: (Object.keys(sights) as SightName[]).filter((sight) => mayLook(sight, parts)).map((sight) => sights[sight].words),
  }
}
