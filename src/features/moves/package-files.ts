// Packages as kept: made and signed here, or brought by an officer and looked through. Opened in this file alone (test/walls/papers.test.ts).

import type { Tx } from '../../casebook/tx.ts'
import type { Outcome } from '../../domain/outcome.ts'
import type { OpenedPackage, PackageRefusal } from './package/read-package.ts'
import { readPackage } from './package/read-package.ts'

export const openPackageFile = (tx: Tx, sha256: string): Promise<Uint8Array> => tx.house.files.open(sha256)

/** The package, read with the same suspicion each time. */
export const openPackage = async (tx: Tx, sha256: string): Promise<Outcome<OpenedPackage, PackageRefusal>> => readPackage(await openPackageFile(tx, sha256))

/** What a version of a plan was printed as, by its hash. */
export const openIssuedFile = (tx: Tx, sha256: string): Promise<Uint8Array> => tx.house.files.open(sha256)
