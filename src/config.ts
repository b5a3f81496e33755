// The only reader of the environment: parsed once at the start, all faults told together, values never printed. Production
// asks for everything by name; elsewhere what is missing gets a value that is safe on one's own machine.

import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Role } from './domain/access/parts.ts'
import { roles } from './domain/access/parts.ts'
import type { Instant } from './domain/calendar/plain-date.ts'
import type { SignInWay } from './domain/sign-in/ways.ts'
import type { UnusedAfter } from './domain/sign-in/unused-account.ts'
import { unusedBounds, usualUnusedAfter } from './domain/sign-in/unused-account.ts'
import { readSignInWays } from './domain/sign-in/ways.ts'
import { readMoment } from './platform/clock/system-clock.ts'
import { urlAs } from './platform/db/roles.ts'
import type { ProviderSettings } from './platform/identity/provider-settings.ts'
import { readProviders } from './platform/identity/provider-settings.ts'
import { clamdAddressOf } from './platform/scanner/clamd.ts'
import type { ScannerConfig } from './platform/scanner/open-scanner.ts'

export type MailConfig =
  | { readonly kind: 'local'; readonly outboxDir: string }
  | { readonly kind: 'smtp'; readonly url: string; readonly from: string }
  | { readonly kind: 'notify'; readonly apiKey: string; readonly emailTemplateId: string; readonly letterTemplateId: string | undefined; readonly smsTemplateId: string | undefined; readonly server: string | undefined }

export type Config = {
  readonly environment: 'development' | 'test' | 'production'
  readonly port: number
  /** The owner's, for `migrate` and the other commands. '' in a process that was given only its own. */
  readonly databaseUrl: string
  /** The web's and the worker's own way to the database; '' when not said. Outside production they follow from the owner's. */
  readonly webDatabaseUrl: string
  readonly workerDatabaseUrl: string
  /** `demo`: anybody may sign in as one of the invented people. `local`: accounts of the hub's own. `oidc`: other bodies' sign-in. */
  readonly signIn: readonly SignInWay[]
  /** Who is asked for stolen passwords, by the first digits of a hash; the list in the program is always asked. */
  readonly breachedPasswordsUrl: string | undefined
  /** Where people sign in elsewhere, from the file that OIDC_PROVIDERS names. */
  readonly providers: readonly ProviderSettings[]
  /** Signs what pages hand out and get back; at least 32 characters. */
  readonly sessionSecret: string
  /** Seals protected addresses and second factors in the database; at least 32 characters. Lost, they cannot be read again. */
  readonly sealingKey: string
  /** Keys of before, the newest first: they still open what they sealed. */
  readonly formerSealingKeys: readonly string[]
  readonly filesDir: string
  /** Where the signed heads of the audit chains go, and the key that signs them: both outside the database and its backups. */
  readonly auditHeads: { readonly dir: string; readonly keyFile: string; readonly makesKey: boolean }
  /** Other limits than the usual ones for unusual looking, by role. */
  readonly unusualLimits: Readonly<Partial<Record<Role, number>>>
  /** After how many days without use an account is closed. */
  readonly unusedAfter: UnusedAfter
  readonly mail: MailConfig
  /** Who looks through uploads for viruses. */
  readonly scanner: ScannerConfig
  /** Public keys (age) that backups are sealed to; the keys that open them are never here. */
  readonly backupRecipients: readonly string[]
  /** As whom backups read: somebody from whom no row is hidden. The program's own connection where nothing else is set. */
  readonly backupDatabaseUrl: string
  /** Where the hub is reached, with no slash at the end. */
  readonly baseUrl: string
  /** Code of the local area that this installation is for. */
  readonly area: string
  /** Who to tell of a weakness, as https:// or mailto:; printed in security.txt. */
  readonly securityContact: string | undefined
  /** Proxies in front of the hub whose word for a browser's address is taken: addresses or networks as 10.0.0.0/8. */
  readonly trustedProxies: readonly string[]
  /** The hub's clock begins at this moment instead of the machine's: for tests and demonstrations, never in production. */
  readonly startsAt: Instant | undefined
}

/** Something is wrong with the settings; the message lists every fault, one a line. */
export class ConfigFault extends Error {}

const text = (message: string) => z.string({ error: message })

const isDatabase = [/^postgres(ql)?:\/\//, 'starts with postgresql://'] as const

const environments = ['development', 'test', 'production'] as const

/** The environment, for a command that adds to it what it found by itself. */
export const environmentNow = (): Readonly<Record<string, string | undefined>> => process.env

export function readConfig(environment: Readonly<Record<string, string | undefined>> = environmentNow()): Config {
  // An empty value is what compose files give for "not set".
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''))
  const parsed = settings(given).safeParse(given)
  const elsewhere = providersIn(given)
  const faults = [
    ...(parsed.success ? [] : parsed.error.issues.map(({ path: [name], message }) => `  ${String(name)} ${message}`)),
    ...inTheClear(given).map((name) => `  ${name} goes to another machine: ends with ?sslmode=verify-full in production`),
    ...('faults' in elsewhere ? elsewhere.faults.map((fault) => `  OIDC_PROVIDERS: ${fault}`) : []),
  ]
  if (!parsed.success || 'faults' in elsewhere || faults.length > 0) {
    throw new ConfigFault(`The settings have ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.join('\n')}`)
  }
  const value = parsed.data
  return deepFreeze({
    environment: value.ENVIRONMENT,
    port: value.PORT,
    databaseUrl: value.DATABASE_URL,
    webDatabaseUrl: value.DATABASE_APP_URL,
    workerDatabaseUrl: value.DATABASE_WORKER_URL,
    signIn: value.SIGN_IN,
    breachedPasswordsUrl: value.BREACHED_PASSWORDS_URL,
    providers: elsewhere.providers,
    sessionSecret: value.SESSION_SECRET,
    sealingKey: value.SEALING_KEY,
    formerSealingKeys: value.SEALING_KEYS_BEFORE,
    filesDir: path.resolve(value.FILES_DIR),
    auditHeads: { dir: path.resolve(value.AUDIT_HEADS_DIR), keyFile: path.resolve(value.AUDIT_KEY_FILE), makesKey: value.ENVIRONMENT !== 'production' },
    unusualLimits: value.UNUSUAL_ACCESS_LIMITS,
    unusedAfter: value.UNUSED_ACCOUNTS,
    mail: mailConfig(value),
    scanner: scannerConfig(value),
    backupRecipients: value.BACKUP_RECIPIENTS,
    backupDatabaseUrl: value.BACKUP_DATABASE_URL === '' ? value.DATABASE_URL : value.BACKUP_DATABASE_URL,
    baseUrl: value.BASE_URL.replace(/\/+$/, ''),
    area: value.AREA,
    securityContact: value.SECURITY_CONTACT,
    trustedProxies: value.TRUSTED_PROXIES,
    startsAt: value.STARTS_AT,
  })
}

function providersIn(given: Readonly<Record<string, string | undefined>>): ReturnType<typeof readProviders> {
  const file = given['OIDC_PROVIDERS']
  if (file === undefined) return { providers: [] }
  const json = fileText(file)
  if (json === undefined) return { faults: ['the file cannot be read'] }
  return readProviders(json, { environment: given, isProduction: given['ENVIRONMENT'] === 'production', fileText: (name) => fileText(path.resolve(path.dirname(file), name)) })
}

function fileText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** The schema for what is given: production leaves nothing to chance, and each way of sending mail has its own settings. */
function settings(given: Readonly<Record<string, string | undefined>>) {
  const isProduction = given['ENVIRONMENT'] === 'production'
  const mail = given['MAIL'] ?? 'local'
  const neededInProduction = (message: string, otherwise: string) =>
    isProduction ? text(`is missing: ${message}`) : z.string().default(otherwise)
  const neededFor = (way: string, message: string) => (mail === way ? text(`is missing: ${message}`) : z.string().default(''))

  const ownersUrl = given['DATABASE_URL'] ?? ''
  // On one's own machine the program's roles are made beside the owner and come the same way; a server's are made by its installer.
  const derived = (process: 'web' | 'worker'): string => (!isProduction && isDatabase[0].test(ownersUrl) && URL.canParse(ownersUrl) ? urlAs(ownersUrl, process) : '')
  const securityContact = text('is missing: who to tell of a weakness, as mailto:security@council.example').regex(/^(https:\/\/|mailto:)\S+$/, 'starts with https:// or mailto:')

  return z.object({
    ENVIRONMENT: z.enum(environments, { error: `is one of ${environments.join(', ')}` }).default('development'),
    PORT: z.coerce.number().int().min(1).max(65_535).default(3000).catch(() => 0).refine((port) => port > 0, 'is a number from 1 to 65535'),
    // A process may be given its own way to the database and not the owner's.
    DATABASE_URL: ['DATABASE_APP_URL', 'DATABASE_WORKER_URL', 'BACKUP_DATABASE_URL'].every((name) => given[name] === undefined)
      ? text('is missing: where PostgreSQL is, as postgresql://user:password@host/database').regex(...isDatabase) : z.string().regex(...isDatabase).or(z.literal('')).default(''),
    DATABASE_APP_URL: z.string().regex(...isDatabase).or(z.literal('')).default(derived('web')),
    DATABASE_WORKER_URL: z.string().regex(...isDatabase).or(z.literal('')).default(derived('worker')),
    SIGN_IN: z.string().default(isProduction ? 'local' : 'demo')
      .refine((ways) => readSignInWays(ways) !== undefined, 'is a list of demo, local, oidc')
      .refine((ways) => !(isProduction && ways.includes('demo')), 'cannot be demo in production: anybody could sign in as anybody')
      .transform((ways) => readSignInWays(ways) ?? []),
    BREACHED_PASSWORDS_URL: z.url({ protocol: /^https?$/, error: 'is no web address' }).refine((url) => !isProduction || url.startsWith('https://'), 'starts with https:// in production').optional(),
    SESSION_SECRET: neededInProduction('at least 32 characters that nobody can guess', randomBytes(32).toString('hex')).pipe(
      z.string().min(32, 'has fewer than 32 characters'),
    ),
    SEALING_KEY: neededInProduction('at least 32 characters that nobody can guess, kept apart from the database and its backups', 'not sealed: this key is for demonstrations only').pipe(
      z.string().min(32, 'has fewer than 32 characters'),
    ),
    SEALING_KEYS_BEFORE: z.string().default('').transform((list) => list.split(/\s+/).filter((one) => one !== ''))
      .refine((list) => list.every((key) => key.length >= 32), 'has a key of fewer than 32 characters'),
    FILES_DIR: neededInProduction('the folder where documents are kept', path.join('.data', 'files')),
    AUDIT_HEADS_DIR: neededInProduction('the folder for the signed heads of the audit chains, on another disk than the database', path.join('.data', 'audit-heads')),
    AUDIT_KEY_FILE: neededInProduction('the file with the key that signs the audit heads, readable by the worker alone', path.join('.data', 'audit-key', 'audit-key.pem')),
    UNUSUAL_ACCESS_LIMITS: z.string().default('').transform(limitsIn).refine((limits) => limits !== undefined, 'is like case-officer=25,senco=30').transform((limits) => limits ?? {}),
    UNUSED_ACCOUNTS: z.string().default('').transform(unusedIn).refine((days) => days !== undefined, `is like staff=90,family=730: staff ${unusedBounds.staff.least} to ${unusedBounds.staff.most} days, family ${unusedBounds.family.least} to ${unusedBounds.family.most}`).transform((days) => days ?? usualUnusedAfter),
    BASE_URL: neededInProduction('where the hub is reached, as https://hub.example.gov.uk', `http://localhost:${given['PORT'] ?? 3000}`)
      .pipe(z.url({ protocol: /^https?$/, error: 'is no web address' }))
      .refine((url) => !isProduction || url.startsWith('https://'), 'starts with https:// in production'),
    AREA: neededInProduction('the code of the local area, as wendmere', 'wendmere').pipe(
      z.string().regex(/^[a-z0-9-]+$/, 'has small letters, digits and hyphens only'),
    ),
    SECURITY_CONTACT: isProduction ? securityContact : securityContact.optional(),
    TRUSTED_PROXIES: z.string().default('').transform((list) => list.split(',').map((one) => one.trim()).filter(Boolean))
      .refine((list) => list.every((one) => /^[\da-f.:]+(\/\d{1,3})?$/i.test(one)), 'is a list of addresses or networks, as 10.0.0.0/8, with commas between'),
    STARTS_AT: z.string().refine(() => !isProduction, 'cannot be set in production: dates of the law follow the real day')
      .refine((moment) => readMoment(moment) !== undefined, 'is a moment, as 2027-03-28T09:00:00Z').transform(readMoment).optional(),
    MAIL: z
      .enum(['local', 'smtp', 'notify'], { error: 'is one of local, smtp, notify' })
      .default('local')
      .refine((way) => !(isProduction && way === 'local'), 'cannot be local in production: nothing would reach anybody'),
    SCANNER: z
      .enum(['clamd', 'stand-in', 'none'], { error: 'is one of clamd, stand-in, none' })
      .default(isProduction ? 'clamd' : 'stand-in')
      .refine((scanner) => !isProduction || scanner === 'clamd', 'is clamd in production: files that nobody looked through would be opened'),
    SCANNER_ADDRESS: (given['SCANNER'] === 'clamd' || isProduction ? text('is missing: where clamd listens, as 127.0.0.1:3310 or /run/clamav/clamd.ctl') : z.string().default(''))
      .refine((address) => address === '' || clamdAddressOf(address) !== undefined, 'is host:port, or the path of a socket'),
    BACKUP_DATABASE_URL: z.string().default('').refine((url) => url === '' || /^postgres(ql)?:\/\//.test(url), 'starts with postgresql://'),
    BACKUP_RECIPIENTS: z.string().default('').transform((list) => list.split(/[\s,]+/).filter((one) => one !== ''))
      .refine((list) => list.every((one) => /^age1[02-9ac-hj-np-z]{58,}$/.test(one)), 'is a list of public keys that begin with age1'),
    OUTBOX_DIR: z.string().default(path.join('.data', 'outbox')),
    SMTP_URL: neededFor('smtp', 'the mail server, as smtps://user:password@mail.example.org'),
    MAIL_FROM: neededFor('smtp', 'the address that mail comes from'),
    NOTIFY_API_KEY: neededFor('notify', 'the key from GOV.UK Notify'),
    NOTIFY_EMAIL_TEMPLATE: neededFor('notify', 'the id of the e-mail template, with the fields subject and body'),
    NOTIFY_LETTER_TEMPLATE: z.string().optional(),
    NOTIFY_SMS_TEMPLATE: z.string().optional(),
    NOTIFY_URL: z.url({ protocol: /^https?$/, error: 'is no web address' }).refine((url) => !isProduction || url.startsWith('https://'), 'starts with https:// in production').optional(),
  })
}

/** Settings that name a database which production would reach in the clear. */
const inTheClear = (given: Readonly<Record<string, string | undefined>>): string[] =>
  (given['ENVIRONMENT'] === 'production' ? Object.entries(given) : []).filter(([name, url]) => /^(BACKUP_)?DATABASE_(\w+_)?URL$/.test(name) && url !== undefined && url.startsWith('postgres') && !isUnderTls(url)).map(([name]) => name)

/** To another machine under TLS whose certificate is checked; on this one, by socket or loopback, nobody listens between. */
function isUnderTls(url: string): boolean {
  const { hostname, searchParams } = URL.canParse(url) ? new URL(url) : { hostname: '', searchParams: new URLSearchParams() }
  const host = searchParams.get('host') ?? decodeURIComponent(hostname)
  return host === '' || host.startsWith('/') || ['localhost', '127.0.0.1', '[::1]'].includes(host) || searchParams.get('sslmode') === 'verify-full'
}

/** "case-officer=25,senco=30": whole numbers from 1, for roles that there are. */
function limitsIn(given: string): Partial<Record<Role, number>> | undefined {
  const limits: Partial<Record<Role, number>> = {}
  for (const item of given.split(',').filter((one) => one.trim() !== '')) {
    const [name = '', number = ''] = item.split('=').map((one) => one.trim())
    const role = roles.find((one) => one === name)
    if (role === undefined || !/^[1-9]\d{0,4}$/.test(number)) return undefined
    limits[role] = Number(number)
  }
  return limits
}

function mailConfig(value: z.infer<ReturnType<typeof settings>>): MailConfig {
  if (value.MAIL === 'smtp') return { kind: 'smtp', url: value.SMTP_URL, from: value.MAIL_FROM }
  if (value.MAIL === 'local') return { kind: 'local', outboxDir: path.resolve(value.OUTBOX_DIR) }
  return {
    kind: 'notify',
    apiKey: value.NOTIFY_API_KEY,
    emailTemplateId: value.NOTIFY_EMAIL_TEMPLATE,
    letterTemplateId: value.NOTIFY_LETTER_TEMPLATE,
    smsTemplateId: value.NOTIFY_SMS_TEMPLATE,
    server: value.NOTIFY_URL,
  }
}

function scannerConfig({ SCANNER, SCANNER_ADDRESS }: { SCANNER: ScannerConfig['kind']; SCANNER_ADDRESS: string }): ScannerConfig {
  const address = clamdAddressOf(SCANNER_ADDRESS)
  return SCANNER === 'clamd' && address !== undefined ? { kind: 'clamd', address } : { kind: SCANNER === 'none' ? 'none' : 'stand-in' }
}

function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) deepFreeze(inner)
  return Object.freeze(value)
}

/** "staff=90,family=730"; undefined when that is not what it says. */
function unusedIn(given: string): UnusedAfter | undefined {
  const said: Partial<Record<keyof UnusedAfter, number>> = {}
  for (const one of given.split(',').map((part) => part.trim()).filter(Boolean)) {
    const [, kind, digits] = /^(staff|family)=(\d{1,4})$/.exec(one) ?? []
    if (kind !== 'staff' && kind !== 'family') return undefined
    const days = Number(digits)
    if (days < unusedBounds[kind].least || days > unusedBounds[kind].most) return undefined
    said[kind] = days
  }
  return { ...usualUnusedAfter, ...said }
}
