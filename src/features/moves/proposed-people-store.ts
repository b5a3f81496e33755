// Who came with a record and could have a part here: the family by their ties, the setting, and those who gave advice and work here too.
// Proposed, never given by themselves: what a move opens to anybody, an officer opened (UK GDPR Art 5(1)(f)).

import type { CaseFile } from '../../casebook/open-case-file.ts'
import { notSealed } from '../../casebook/access/item-seals.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { RowPart } from '../../domain/access/parts.ts'
import { standingsOf } from '../../casebook/access/family-standing.ts'
import { isParentInLaw } from '../../domain/access/family-standing.ts'
import type { OrganisationId, PersonId } from '../../domain/ids.ts'

export interface Proposed {
  readonly key: string
  readonly name: string
  readonly part: RowPart
  readonly personId?: PersonId
  readonly organisationId?: OrganisationId
  readonly why: string
  readonly isOnCase?: boolean
  /** An order or a note of safety: read it before anything is opened to them. */
  readonly beware?: string
}

export async function listProposed(tx: Tx, caseFile: CaseFile): Promise<Proposed[]> {
  const { localAreaId, id: caseId, child } = caseFile
  const live = await tx.db.selectFrom('caseParty').select(['personId', 'organisationId', 'part']).where('localAreaId', '=', localAreaId).where('caseId', '=', caseId)
    .where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', tx.today)])).execute()
  const isOn = (part: string, personId: PersonId | null, organisationId: OrganisationId | null): boolean => live.some((row) => row.part === part && row.personId === personId && row.organisationId === organisationId)
  const standing = await standingsOf(tx, { localAreaId, childId: child.id })
  const ties = await tx.db.selectFrom('relationship as r').innerJoin('person as n', 'n.id', 'r.personId').select(['n.id', 'n.fullName', 'r.relation', 'r.safeContact'])
    .where('r.localAreaId', '=', localAreaId).where('r.childId', '=', child.id).orderBy('n.fullName').execute()
  const family = ties.flatMap(({ id, fullName, relation, safeContact }): Proposed[] => {
    const isChild = child.personId === id || relation === 'young person'
    const inLaw = standing(id)
    // Who may not see the record is not proposed at all; who is no parent in law gets nothing by a row.
    if (inLaw.mayNotSee || (!isChild && !isParentInLaw(inLaw))) return []
    const part: RowPart = isChild ? 'young-person' : 'parent'
    const beware = inLaw.mayNotBeTold || inLaw.mayNotContactChild || inLaw.isLimitedInEducation ? 'An order is on record: read it first' : safeContact === 'none' ? 'Not known to be safe to contact' : undefined
    return [{ key: `${part}-${id}`, name: fullName, part, personId: id, why: relation, isOnCase: isOn(part, id, null), ...(beware === undefined ? {} : { beware }) }]
  })
  const settings = await tx.db.selectFrom('childSetting as s').innerJoin('organisation as o', 'o.id', 's.organisationId').select(['o.id', 'o.name']).distinct()
    .where('s.localAreaId', '=', localAreaId).where('s.childId', '=', child.id).where((eb) => eb.or([eb('s.toOn', 'is', null), eb('s.toOn', '>=', tx.today)])).execute()
  const authors = await tx.db.selectFrom('advice as d').innerJoin('person as n', 'n.id', 'd.authorPersonId').innerJoin('membership as m', 'm.personId', 'n.id').select(['n.id', 'n.fullName', 'd.authorRole']).distinctOn('n.id')
    .where('d.localAreaId', '=', localAreaId).where('d.caseId', '=', caseId).where('d.item', 'not in', ['a', 's19']).where(notSealed(caseFile, 'd.id')).where('m.toOn', 'is', null).orderBy('n.id').execute()
  return [
    ...family,
    ...settings.map(({ id, name }): Proposed => ({ key: `school-${id}`, name, part: 'school', organisationId: id, why: 'the child attends it, as the other council had it', isOnCase: isOn('school', null, id) })),
    ...authors.map(({ id, fullName, authorRole }): Proposed => ({ key: `adviser-${id}`, name: fullName, part: 'adviser', personId: id, why: `${authorRole}, gave advice`, isOnCase: isOn('adviser', id, null) })),
  ]
}
