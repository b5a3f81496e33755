// What a person shows to prove who they are, and what is enough. No path into an account goes through one factor alone: not
// signing in, not coming back after something was lost (OWASP ASVS 5.0, 6.3.3, 6.4.3, 6.4.4).

export const proofs = ['password', 'passkey', 'app-code', 'text-code', 'email-code', 'email-link', 'recovery-code', 'told-in-person'] as const
export type Proof = (typeof proofs)[number]

/** The thing that one must have, or know, to give a proof. Two proofs of one thing are one factor. */
export type Factor = 'memory' | 'passkey and its lock' | 'app' | 'telephone' | 'mailbox' | 'paper' | 'council'

export const factorOf: Record<Proof, Factor> = {
  password: 'memory', passkey: 'passkey and its lock', 'app-code': 'app', 'text-code': 'telephone',
  // A code by e-mail and a link by e-mail are the same mailbox: together they are one factor.
  'email-code': 'mailbox', 'email-link': 'mailbox', 'recovery-code': 'paper', 'told-in-person': 'council',
}

/** A passkey that asked for its PIN, finger or face is two factors in one; else two proofs of different things are needed. */
export function isEnough(given: readonly Proof[]): boolean {
  return given.includes('passkey') || new Set(given.map((proof) => factorOf[proof])).size >= 2
}

export type SecondFactor = 'app' | 'text' | 'email'
export const secondFactors: readonly SecondFactor[] = ['app', 'text', 'email']

export const proofOf: Record<SecondFactor, Proof> = { app: 'app-code', text: 'text-code', email: 'email-code' }

/** What may follow a right password. */
export const afterPassword = (factor: SecondFactor): readonly Proof[] => [proofOf[factor], 'recovery-code']

/** What may follow the link in a message: never the mailbox again. Without a second factor of its own (passkeys alone) it is a recovery code. */
export function afterEmailLink(factor: SecondFactor | undefined): readonly Proof[] {
  const given: readonly Proof[] = factor === undefined ? ['recovery-code'] : [proofOf[factor], 'recovery-code']
  return given.filter((proof) => isEnough(['email-link', proof]))
}

/**
 * Which second factors somebody may choose. An app for everyone; a code by text or e-mail for families who have none, never for
 * staff, who see many children (NCSC: codes that are sent can be phished and forwarded).
 */
export function secondFactorsFor({ isStaff, sendsTexts }: { isStaff: boolean; sendsTexts: boolean }): readonly SecondFactor[] {
  if (isStaff) return ['app']
  return sendsTexts ? ['app', 'text', 'email'] : ['app', 'email']
}
