// The providers by which people sign in elsewhere, as an installation writes them down: one JSON file, any number of providers,
// secrets by the name of an environment variable or a file and never in the file itself. Every fault is told, none with a value.

import { z } from 'zod'

const text = (message: string) => z.string({ error: `${message} is missing` }).trim().min(1, `${message} is empty`)
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'ES256'] as const
export type SigningAlgorithm = typeof algorithms[number]
const algorithm = z.enum(algorithms, { error: `is one of ${algorithms.join(', ')}` })

/** Words that the hub's own addresses use: /sign-in/demo. */
const taken = ['demo', 'again', 'elsewhere', 'local', 'account', 'password', 'passkey', 'code', 'recover', 'recovery', 'recovery-code', 'invitation', 'help', 'back', 'over']

const secret = z.strictObject({ by: z.enum(['secret', 'secret-in-body']), environment: z.string().optional(), file: z.string().optional() })
  .refine(({ environment, file }) => (environment === undefined) !== (file === undefined), 'names either an environment variable or a file for the secret')
const privateKey = z.strictObject({
  by: z.literal('private-key'), file: text('the file of the private key'), keyId: z.string().optional(), algorithm: algorithm.default('RS256'),
  /** Whom the assertion is for: RFC 7523 allows both, and providers differ. */
  audience: z.enum(['issuer', 'token-endpoint'], { error: 'is issuer or token-endpoint' }).default('issuer'),
})

const provider = z.strictObject({
  name: text('the name').regex(/^[a-z][a-z0-9-]{1,30}$/, 'is small letters, digits and hyphens: it stands in the address')
    .refine((name) => !taken.includes(name), 'is a word that the hub uses itself'),
  title: text('the title').max(80, 'is longer than 80 characters'),
  hint: z.string().max(200, 'is longer than 200 characters').optional(),
  issuer: z.url({ protocol: /^https?$/, error: 'is no web address' }),
  clientId: text('the client id'),
  client: z.discriminatedUnion('by', [secret, privateKey], { error: 'says how the hub proves itself: secret, secret-in-body or private-key' }),
  scopes: z.array(z.string()).default(['openid', 'profile', 'email']).refine((scopes) => scopes.includes('openid'), 'must contain openid'),
  /** Sent along when somebody is sent to sign in: acr_values, vtr, claims, prompt. */
  ask: z.record(z.string().regex(/^(acr_values|vtr|claims|prompt|ui_locales|login_hint|domain_hint|max_age)$/, 'is nothing that may be asked'), z.string(), { error: 'is nothing that may be asked' }).default({}),
  /** Any one of these, in the verified id token, proves two factors. There is no provider without. */
  secondFactor: z.array(z.strictObject({ claim: text('the claim'), isOneOf: z.array(z.string()).min(1, 'names no value') }), { error: 'is missing: what in the id token proves two factors' })
    .min(1, 'is empty: what in the id token proves two factors'),
  /** The claim that names a person for good at this issuer. */
  person: z.enum(['sub', 'oid', 'uid', 'nhsid_useruid'], { error: 'is one of sub, oid, uid, nhsid_useruid' }).default('sub'),
  email: z.strictObject({ claim: z.string().default('email'), trust: z.enum(['when-verified', 'always', 'never']) }).default({ claim: 'email', trust: 'never' }),
  /** Ask the userinfo endpoint too: where the id token has no e-mail address. */
  userInfo: z.boolean().default(false),
  idTokenAlgorithm: algorithm.default('RS256'),
})

const settings = z.strictObject({ providers: z.array(provider).min(1, 'names none') })
  .refine(({ providers }) => new Set(providers.map(({ name }) => name)).size === providers.length, { path: ['providers'], message: 'has a name twice' })

type Written = z.infer<typeof provider>

export type ClientProof =
  | { readonly by: 'secret' | 'secret-in-body'; readonly secret: string }
  | { readonly by: 'private-key'; readonly pem: string; readonly keyId: string | undefined; readonly algorithm: SigningAlgorithm; readonly audience: 'issuer' | 'token-endpoint' }

/** One provider, with its secrets read. */
export interface ProviderSettings extends Omit<Written, 'client' | 'hint'> {
  readonly hint: string | undefined
  readonly client: ClientProof
}

export interface Sources {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The text of a file; undefined when it cannot be read. */
  readonly fileText: (file: string) => string | undefined
  readonly isProduction: boolean
}

export type ReadProviders = { readonly providers: readonly ProviderSettings[] } | { readonly faults: readonly string[] }

/** Reads the file's text. Faults are whole sentences without values: "providers.0.issuer is no web address". */
export function readProviders(json: string, sources: Sources): ReadProviders {
  let written: unknown
  try {
    written = JSON.parse(json)
  } catch {
    return { faults: ['is not JSON'] }
  }
  const parsed = settings.safeParse(written)
  if (!parsed.success) return { faults: parsed.error.issues.map(({ path, message }) => `${path.map(String).join('.') || 'file'} ${message}`) }
  const faults: string[] = []
  const providers = parsed.data.providers.flatMap((one, index): ProviderSettings[] => {
    const at = `providers.${index}`
    if (!isSafeIssuer(one.issuer, sources.isProduction)) faults.push(`${at}.issuer begins with https://`)
    const client = proofOf(one.client, sources)
    if (typeof client === 'string') {
      faults.push(`${at}.client ${client}`)
      return []
    }
    return [{ ...one, hint: one.hint, client }]
  })
  return faults.length > 0 ? { faults } : { providers }
}

/** Plain http only to one's own machine, for development and tests. */
function isSafeIssuer(issuer: string, isProduction: boolean): boolean {
  const { protocol, hostname } = new URL(issuer)
  return protocol === 'https:' || (!isProduction && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
}

/** The proof with its secret, or what is wrong with it. */
function proofOf(client: Written['client'], { environment, fileText }: Sources): ClientProof | string {
  if (client.by === 'private-key') {
    const pem = fileText(client.file)
    if (pem === undefined) return 'names a key file that cannot be read'
    return pem.includes('PRIVATE KEY-----') ? { by: client.by, pem, keyId: client.keyId, algorithm: client.algorithm, audience: client.audience } : 'names a key file without a private key in PEM'
  }
  const found = (client.file === undefined ? environment[client.environment ?? ''] : fileText(client.file))?.trim()
  if (found === undefined || found === '') return client.file === undefined ? 'names an environment variable that is not set' : 'names a secret file that cannot be read or is empty'
  return { by: client.by, secret: found }
}
