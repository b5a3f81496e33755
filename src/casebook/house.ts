// The tools that acts and pages are given. Made once by each door (web, worker, cli, tests), never reached for globally.

import type { Kysely } from 'kysely'
import type { LimitsByRole } from '../domain/access/unusual.ts'
import type { FactType } from '../domain/case-file/facts.ts'
import type { UnusedAfter } from '../domain/sign-in/unused-account.ts'
import type { KeepsChildren } from '../domain/identifiers/real-or-invented.ts'
import type { SignInWay } from '../domain/sign-in/ways.ts'
import type { HeadBook } from '../platform/heads/head-book.ts'
import type { Clock } from '../platform/clock/system-clock.ts'
import type { Database } from '../platform/db/schema.ts'
import type { PdfMaker } from '../platform/documents/to-pdf.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import type { PassingFiles } from '../platform/files/passing-files.ts'
import type { IdentityProvider } from '../platform/identity/identity-provider.ts'
import type { Sender } from '../platform/notify/sender.ts'
import type { Scanner } from '../platform/scanner/scanner.ts'
import type { Passwords } from '../platform/passwords/passwords.ts'
import type { Sealer } from '../platform/seal/seal.ts'
import type { DayCopy } from './day-copies.ts'
import type { Handover } from './handovers.ts'
import type { Undoing } from './undoings.ts'

export interface House {
  /** As the web: bound by who is looking. In the worker and for commands the same as `systemDatabase`. */
  readonly database: Kysely<Database>
  /** As the system. The web has none, so that no mistake in it can be the system's. */
  readonly systemDatabase?: Kysely<Database>
  readonly clock: Clock
  readonly newId: <T extends string>() => T
  readonly files: FileStore
  /** Long files on their way to being read. */
  readonly passing: PassingFiles
  /** Makes PDF files where this machine can; says why where it cannot. */
  readonly pdf: PdfMaker
  /** Hands e-mails and texts to whoever carries them. */
  readonly sender: Sender
  /** Looks through uploads for viruses; what it has not answered for, nobody opens. */
  readonly scanner: Scanner
  /** Seals what must say nothing to whoever holds only a copy of the database. */
  readonly sealer: Sealer
  /** Signs the heads of the audit chains and keeps them outside the database. */
  readonly auditHeads: HeadBook
  /** How many cases that are not theirs somebody opens in an hour before it is told. */
  readonly unusualLimits: LimitsByRole
  /** Fact types that some feature reacts to: only these are queued for the worker. */
  readonly reactsTo: ReadonlySet<FactType>
  /** Days of facts that tables keep too: they follow when a fact is corrected. */
  readonly dayCopies: readonly DayCopy[]
  /** What goes out of force with facts that are taken back. */
  readonly undoings: readonly Undoing[]
  /** How work in hand is passed on when somebody leaves. */
  readonly handovers: readonly Handover[]
  /** After how many days without use an account is closed. */
  readonly unusedAfter: UnusedAfter
  /** Where the hub is reached, with no slash at the end: for links in messages. */
  readonly baseUrl: string
  readonly passwords: Passwords
  /** How people sign in here. */
  readonly signIn: readonly SignInWay[]
  /** Where people sign in elsewhere: their council, school, health body, GOV.UK One Login. */
  readonly providers: readonly IdentityProvider[]
  /** Who to tell of a weakness, as https:// or mailto:. */
  readonly securityContact?: string
  readonly isDemo: boolean
  /** Real children: whatever else is set, nobody signs in here without proving who they are. */
  readonly isProduction: boolean
}

/** Whose children this hub keeps: real ones in production, invented ones everywhere else, whatever else is set. */
export const keepsChildren = ({ isProduction }: Pick<House, 'isProduction'>): KeepsChildren => (isProduction ? 'real' : 'invented')
