// Sending: the request becomes a child, a case and its first fact, in one transaction. A child who is on file already gets a
// new case all the same; a person decides whether the two are one.

import { moveDocuments } from '../../../casebook/papers/documents.ts'
import { insertCase, nextReference } from '../../../casebook/case-rows.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { joinCase } from '../../../casebook/parties.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { asTheHub } from '../../../casebook/tx.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { parsePlainDate } from '../../../domain/calendar/plain-date.ts'
import { requestRightOf } from '../../../domain/case-file/request-right.ts'
import { isId } from '../../../domain/ids.ts'
import type { CaseId, ChildId, OrganisationId, RequestId } from '../../../domain/ids.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { actOnDraft } from '../draft-door.ts'
import type { Draft } from '../draft-store.ts'
import { markSent } from '../draft-store.ts'
import { findDuplicates } from '../duplicate-store.ts'
import { missingFrom } from '../journey/journey.ts'
import { textIn } from '../journey/question.ts'
import { findOrganisationName, insertChild, insertRequest } from '../request-store.ts'
import { actingOrganisationOf } from './acting-organisation.ts'
import type { FamilyMember } from './family-of.ts'
import { keepFamily } from './family-of.ts'

/** Answers with the case's reference. Refused while something compulsory is missing; the draft stays as it is. */
export const makeRequest = actOnDraft('make-request', async (tx, draft, _input: Record<never, never>) => {
  const bornOn = parsePlainDate(textIn(draft.answers['born-on'], 'bornOn'))
  if (missingFrom(draft).length > 0 || bornOn === undefined) return refused({ kind: 'missing-answers' as const })
  const receivedOn = draft.recording?.receivedOn ?? tx.today
  const right = requestRightOf(draft.madeBy, bornOn, receivedOn)
  // Of a young person, parents hold no rights of their own, whoever asks (CFA 2014 s.83(2)).
  const isChild = requestRightOf('parent', bornOn, receivedOn) === 'request'
  const made = { localAreaId: draft.localAreaId, caseId: tx.newId<CaseId>(), childId: tx.newId<ChildId>() }
  const { caseId, childId } = made
  // Whoever asks has no sight of the case before they have a part in it: the program opens this one case for them, this once.
  return asTheHub(tx, made, async (hub) => {
    const family = await keepFamily(tx, draft, { right, isChild })
    const child = childOf(draft, bornOn)
    await insertChild(tx, draft.localAreaId, { ...child, id: childId, ...(family.childPersonId === undefined ? {} : { personId: family.childPersonId }) })
    await family.tieTo(childId)
    const reference = await nextReference(tx, draft.area)
    await insertCase(tx, draft.localAreaId, { id: caseId, childId, reference, receivedOn })
    const requestId = tx.newId<RequestId>()
    const channel = draft.recording?.channel ?? 'hub'
    const organisationId = actingOrganisationOf(tx.viewer, draft)
    await insertRequest(tx, draft.localAreaId, {
      id: requestId, caseId, madeBy: draft.madeBy, madeByName: askerName(draft), channel, receivedOn, answers: draft.answers, isWrittenDown: draft.isWrittenDown,
      ...(family.askerId === undefined ? {} : { madeByPersonId: family.askerId }), ...(organisationId === undefined ? {} : { madeByOrganisationId: organisationId }),
    })
    const caseFile = await openCaseFile(hub, { area: draft.area.code, caseId })
    await recordFact(tx, caseFile, { type: right === 'request' ? 'request-received' : 'brought-to-attention', requestId, madeBy: draft.madeBy, channel }, { happenedOn: receivedOn })
    for (const document of await moveDocuments(tx, { localAreaId: draft.localAreaId, requestDraftId: draft.id }, caseId)) {
      await recordFact(tx, caseFile, { type: 'evidence-added', documentId: document.id, title: document.title })
    }
    await joinAll(tx, caseFile, draft, family.members, child.settingId, organisationId)
    // A protected address is compared with nothing.
    await findDuplicates(hub, draft.localAreaId, caseId, { ...child, postcode: child.address?.isConfidential === true ? undefined : child.address?.postcode })
    await markSent(tx, draft, caseId)
    return ok({ reference, caseId })
  })
})

function childOf({ answers }: Draft, bornOn: PlainDate) {
  const { 'child-name': name, numbers, home } = answers
  const settingId = textIn(answers['which-setting'], 'settingId')
  const isAtSetting = textIn(answers['setting'], 'place') !== 'home' && textIn(answers['setting'], 'place') !== 'none'
  const lines = ['line1', 'line2', 'town'].map((field) => textIn(home, field)).filter(Boolean)
  const [preferredName, upn, nhsNumber, postcode] = [textIn(name, 'preferredName'), textIn(numbers, 'upn'), textIn(numbers, 'nhsNumber'), textIn(home, 'postcode')]
  return {
    givenName: textIn(name, 'givenName'), familyName: textIn(name, 'familyName'), bornOn,
    ...(preferredName === '' ? {} : { preferredName }), ...(upn === '' ? {} : { upn }), ...(nhsNumber === '' ? {} : { nhsNumber }),
    ...(lines.length === 0 && postcode === '' ? {} : { address: { lines, isConfidential: textIn(home, 'secret') === 'yes', ...(postcode === '' ? {} : { postcode }) } }),
    ...(isAtSetting && isId(settingId) ? { settingId: settingId as OrganisationId } : {}),
  }
}

/** Who asked, as named; a young person's own name is the child's. */
export const askerName = ({ answers }: Pick<Draft, 'answers'>): string =>
  textIn(answers['your-name'], 'fullName') || `${textIn(answers['child-name'], 'givenName')} ${textIn(answers['child-name'], 'familyName')}`

async function joinAll(
  tx: Tx, caseFile: CaseFile, draft: Draft, members: readonly FamilyMember[], settingId: OrganisationId | undefined, organisationId: OrganisationId | undefined,
): Promise<void> {
  for (const { personId, name, part, basis } of members) {
    if (part !== undefined) await joinCase(tx, caseFile, { personId, part, basis, name })
  }
  const nameOf = async (id: OrganisationId): Promise<string> => await findOrganisationName(tx, id) ?? ''
  const isSetting = draft.madeBy === 'school' || draft.madeBy === 'post-16' || draft.madeBy === 'early-years'
  if (organisationId !== undefined && isSetting) {
    await joinCase(tx, caseFile, { organisationId, part: 'school', basis: 'asked for the assessment', name: await nameOf(organisationId) })
  } else if (organisationId !== undefined && tx.viewer.kind === 'person') {
    await joinCase(tx, caseFile, { personId: tx.viewer.personId, part: 'adviser', basis: 'asked for the assessment', name: tx.viewer.name })
  }
  if (settingId !== undefined) {
    await joinCase(tx, caseFile, { organisationId: settingId, part: 'school', basis: 'the child attends', name: await nameOf(settingId) })
  }
}
