// What becomes of somebody's open work when they leave a body. Whoever has work of its own in hand says here how it is found and how it
// is passed on, each piece in a transaction of its own that holds its case; features/staff goes through all of it, as the program.
// Nothing that the leaver wrote changes.

import type { PersonId, OrganisationId } from '../domain/ids.ts'
import type { CaseFile, CaseKey } from './open-case-file.ts'
import type { Tx } from './tx.ts'

export interface Leaver {
  readonly personId: PersonId
  readonly name: string
  readonly organisationId: OrganisationId
  readonly organisationName: string
  /** The colleague who takes it on; absent: the inbox of the body. */
  readonly to?: { readonly personId: PersonId; readonly name: string }
}

export interface OpenPiece {
  readonly key: CaseKey
  /** What it is, by its own id. */
  readonly id: string
}

export interface Handover {
  readonly of: string
  readonly list: (tx: Tx, leaver: Leaver) => Promise<readonly OpenPiece[]>
  /** Passes one piece on, if it is still theirs. */
  readonly pass: (tx: Tx, caseFile: CaseFile, id: string, leaver: Leaver) => Promise<void>
}
