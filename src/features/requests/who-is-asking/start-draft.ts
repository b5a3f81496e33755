import { actOutsideCase } from '../../../casebook/act.ts'
import { openArea } from '../../../casebook/open-area.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { ok } from '../../../domain/outcome.ts'
import { telephoneWords, parseTelephone } from '../../../domain/identifiers/contact-details.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { insertBrowser, insertDraft, saveCode } from '../draft-store.ts'
import type { Answers } from '../journey/question.ts'
import { codeHashOf, newReference, openUntil, returnCodeOf, browserHashOf } from '../return-code.ts'
import { actingRoleOf } from '../send/acting-organisation.ts'
import { findContact } from './prefill-store.ts'
import type { WhoIsAsking } from './form.ts'

/** Begins a draft: the starter's own when signed in, else bound to the browser that holds the token. */
export const startDraft = actOutsideCase('start-request-draft', async (tx, input: WhoIsAsking & { area: string; browserToken: string }) => {
  const area = await openArea(tx, input.area)
  const id = tx.newId<string>()
  await insertDraft(tx, area, { id, reference: newReference(), madeBy: input.madeBy, answers: await prefill(tx, input), ...(input.recording === undefined ? {} : { recording: input.recording }) })
  if (tx.viewer.kind !== 'person') {
    await insertBrowser(tx, area.id, id, browserHashOf(input.browserToken), openUntil(tx.now))
    await saveCode(tx, { localAreaId: area.id, id }, { hash: await codeHashOf(returnCodeOf(input.browserToken, id, 1), id), number: 1 })
  }
  return ok(id)
})

/** What the hub knows of whoever is signed in, so that nobody types it again. Never for what somebody else asked. */
async function prefill(tx: Tx, { madeBy, recording }: WhoIsAsking): Promise<Answers> {
  if (tx.viewer.kind !== 'person' || recording !== undefined) return {}
  const person = await findContact(tx, tx.viewer.personId as PersonId)
  const email = person.email ?? ''
  const read = parseTelephone(person.phone ?? '')
  const phone = read.ok ? telephoneWords(read.value) : ''
  const role = actingRoleOf(tx.viewer, madeBy)
  if (role !== undefined) {
    const isSetting = role.organisationKind === 'setting'
    return {
      'your-name': { fullName: tx.viewer.name, role: person.profession ?? '', organisation: role.organisationName, phone, email },
      ...(isSetting ? { setting: { place: 'setting', settingName: role.organisationName }, 'which-setting': { settingId: role.organisationId } } : {}),
    }
  }
  return madeBy === 'young-person' ? { contact: { phone, email } } : { 'your-name': { fullName: tx.viewer.name }, contact: { phone, email } }
}
