// Reads what a copy is made from and for: reports and documents of the case, its possible readers, and whom and what to look for.

import { openDocument } from '../../casebook/papers/documents.ts'
import { listKeptTerms } from '../../casebook/plan/kept-terms.ts'
import { notHidden } from '../../casebook/access/item-seals.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { blocksIn } from '../../casebook/access/redacted-copies.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Part } from '../../domain/access/parts.ts'
import { partWords } from '../../domain/access/parts.ts'
import type { AdviceId, DocumentId } from '../../domain/ids.ts'
import type { WhatIsKnown } from '../../domain/redaction/find-passages.ts'
import { adviceTitles } from '../../casebook/plan/plan-content.ts'
import type { KeptText } from '../../platform/documents/kept-text.ts'
import { textOfPlain } from '../../platform/documents/plain-in.ts'
import { textOfUpload, uploadTypeOf } from '../../platform/documents/text-in.ts'

export interface Thing {
  /** "advice:…" or "document:…". */
  readonly value: string
  readonly adviceId?: AdviceId
  readonly documentId?: DocumentId
  readonly title: string
  /** Parts, or 'person:…', from whom its author or the family keeps it altogether. */
  readonly keptFrom: readonly string[]
  /** Pictures and sound have no words to remove: such a thing is held back whole. */
  readonly hasWords: boolean
}

/** Reports that were given, and documents that are no report's own file. */
export async function listThings(tx: Tx, caseFile: CaseFile): Promise<Thing[]> {
  const advice = await tx.db.selectFrom('advice').select(['id', 'kind', 'authorName', 'notFor', 'documentId', 'reportText'])
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('state', 'in', ['given', 'accepted', 'returned']).where(notHidden(caseFile, 'advice.id')).orderBy('givenAt').orderBy('id').execute()
  const documents = await tx.db.selectFrom('document').select(['id', 'title', 'fileName'])
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('removedAt', 'is', null).where('scanState', '=', 'clean').where(notHidden(caseFile, 'document.id')).orderBy('uploadedAt').orderBy('id').execute()
  const files = new Set(advice.flatMap(({ documentId }) => documentId ?? []))
  return [
    ...advice.map(({ id, kind, authorName, notFor, reportText }): Thing => ({ value: `advice:${id}`, adviceId: id, title: `${adviceTitles[kind] ?? 'Advice'}: ${authorName}`, keptFrom: notFor, hasWords: reportText.trim() !== '' })),
    ...documents.filter(({ id }) => !files.has(id)).map(({ id, title, fileName }): Thing => ({ value: `document:${id}`, documentId: id, title, keptFrom: [], hasWords: uploadTypeOf(fileName) !== undefined })),
  ]
}

/** The words of a report as they were kept, or of a document as they can be read from its file now; undefined when there are none. */
export async function sourceOf(tx: Tx, caseFile: CaseFile, thing: Thing): Promise<KeptText | undefined> {
  if (thing.adviceId !== undefined) {
    const row = await tx.db.selectFrom('advice').select(['reportText', 'reportBlocks']).where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', thing.adviceId).where(notHidden(caseFile, 'advice.id')).executeTakeFirstOrThrow()
    const blocks = blocksIn.parse(row.reportBlocks)
    // What came before reports had blocks: only words inside blocks reach a copy.
    return row.reportText.trim() === '' ? undefined : blocks.length > 0 ? { text: row.reportText, blocks } : textOfPlain(row.reportText)
  }
  if (thing.documentId === undefined) return undefined
  const { bytes, fileName } = await openDocument(tx, caseFile, thing.documentId)
  const type = uploadTypeOf(fileName)
  const read = type === undefined ? undefined : await textOfUpload(bytes, type)
  return read?.ok === true ? read.value : undefined
}

export interface Reader {
  /** As kept: "person:…", "part:…", "everybody". */
  readonly value: string
  readonly name: string
  readonly part?: Part
}

const readerParts: readonly Part[] = ['school', 'adviser', 'health-lead', 'social-care-lead', 'consulted-setting', 'recipient']

/** People on the case by name, then whole parts, then everybody outside the team. */
export async function listReaders(tx: Tx, caseFile: CaseFile): Promise<Reader[]> {
  const people = await tx.db.selectFrom('caseParty as p').innerJoin('person as n', 'n.id', 'p.personId').select(['n.id', 'n.fullName', 'p.part']).distinct()
    .where('p.localAreaId', '=', caseFile.localAreaId).where('p.caseId', '=', caseFile.id).where('p.fromOn', '<=', tx.today)
    .where((eb) => eb.or([eb('p.toOn', 'is', null), eb('p.toOn', '>=', tx.today)])).orderBy('n.fullName').execute()
  return [
    ...people.map(({ id, fullName, part }) => ({ value: `person:${id}`, name: fullName, part: part as Part })),
    ...readerParts.map((part) => ({ value: `part:${part}`, name: `every ${partWords[part]} on the case`, part })),
    { value: 'everybody', name: 'everybody outside the council’s SEND team' },
  ]
}

/** Whom and what the search looks for in a copy for this reader. */
export async function knownFor(tx: Tx, caseFile: CaseFile, reader: Reader): Promise<WhatIsKnown> {
  const family = await tx.db.selectFrom('relationship as r').innerJoin('person as n', 'n.id', 'r.personId').select(['n.id', 'n.fullName'])
    .where('r.localAreaId', '=', caseFile.localAreaId).where('r.childId', '=', caseFile.child.id).execute()
  const parties = await tx.db.selectFrom('caseParty as p').innerJoin('person as n', 'n.id', 'p.personId').select(['n.id', 'n.fullName', 'p.part'])
    .where('p.localAreaId', '=', caseFile.localAreaId).where('p.caseId', '=', caseFile.id).execute()
  const authors = await tx.db.selectFrom('advice').select('authorName').where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id)
    .where('kind', 'not in', ['parental', 'child-views']).where(notHidden(caseFile, 'advice.id')).execute()
  const addresses = await tx.db.selectFrom('childAddress').select(['lines', 'postcode', 'isConfidential']).where('localAreaId', '=', caseFile.localAreaId).where('childId', '=', caseFile.child.id).execute()
  const isFamilyPart = (part: string): boolean => part === 'parent' || part === 'young-person' || part === 'representative'
  const personId = reader.value.startsWith('person:') ? reader.value.slice('person:'.length) : undefined
  const others = [...family, ...parties.filter(({ part }) => isFamilyPart(part))].filter(({ id }) => id !== personId && id !== caseFile.child.personId)
  const { givenName, familyName, preferredName } = caseFile.child
  return {
    others: [...new Set(others.map(({ fullName }) => fullName))],
    spared: [
      givenName, familyName, preferredName, ...(personId === undefined ? [] : [reader.name]), ...(caseFile.officer === undefined ? [] : [caseFile.officer.name]),
      ...authors.map(({ authorName }) => authorName), ...parties.filter(({ part }) => !isFamilyPart(part)).map(({ fullName }) => fullName),
    ],
    keptOut: (await listKeptTerms(tx, caseFile)).filter(({ keepFrom }) => keepFrom.length === 0 || keepFrom.some((one) => one === reader.value || one === reader.part || `part:${one}` === reader.value))
      .map(({ term }) => ({ term, reason: 'third-party' as const })),
    addresses: addresses.flatMap(({ lines, postcode, isConfidential }) => [...lines, postcode ?? ''].filter((words) => words.trim().length > 4).map((words) => ({ words, isConfidential }))),
  }
}
