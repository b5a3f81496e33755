// How long the next try waits after so many wrong ones. It grows, it is forgotten, and it has an end: nobody can be locked out
// for good by a stranger (OWASP ASVS 5.0, 6.1.1 and 6.3.1). Counted apart: the account as strangers see it, one browser that has
// signed in before, one network address. A passkey cannot be guessed and waits for none of them.

export type SlowDownKind = 'account' | 'device' | 'address' | 'message' | 'code'

interface Curve {
  /** So many wrong tries cost nothing: people mistype. */
  readonly free: number
  readonly firstWait: number
  /** The wait doubles after so many more. */
  readonly doublesAfter: number
  readonly longest: number
  /** Seconds after which one wrong try is forgotten; `all` forgets every one at once after so long without any. */
  readonly forgets: { readonly oneIn: number } | { readonly allAfter: number }
}

const hour = 3600

const curves: Record<SlowDownKind, Curve> = {
  account: { free: 5, firstWait: 15, doublesAfter: 1, longest: hour, forgets: { allAfter: 24 * hour } },
  device: { free: 5, firstWait: 15, doublesAfter: 1, longest: hour, forgets: { allAfter: 24 * hour } },
  // A school has one address: forty people who each mistype once on a Monday morning must not notice this.
  address: { free: 60, firstWait: 2, doublesAfter: 10, longest: 15 * 60, forgets: { oneIn: 30 } },
  // Links and codes that are sent to somebody: a mailbox must not be filled by a stranger.
  message: { free: 3, firstWait: 60, doublesAfter: 1, longest: hour, forgets: { allAfter: 24 * hour } },
  // The second fact of an invitation: there are only a few tries anyway.
  code: { free: 2, firstWait: 10, doublesAfter: 1, longest: 60, forgets: { allAfter: hour } },
}

/** The wrong tries that still count, `seconds` after the last one. */
export function stillCounted(kind: SlowDownKind, wrong: number, seconds: number): number {
  const { forgets } = curves[kind]
  if ('allAfter' in forgets) return seconds >= forgets.allAfter ? 0 : wrong
  return Math.max(0, wrong - Math.floor(Math.max(0, seconds) / forgets.oneIn))
}

/** Seconds from the last wrong try to the next that is looked at. */
export function waitAfter(kind: SlowDownKind, wrong: number): number {
  const { free, firstWait, doublesAfter, longest } = curves[kind]
  if (wrong < free) return 0
  return Math.min(longest, firstWait * 2 ** Math.floor((wrong - free) / doublesAfter))
}

/** Seconds that are left to wait, 0 for none, when the last of `wrong` tries was so long ago. */
export function stillToWait(kind: SlowDownKind, wrong: number, seconds: number): number {
  return Math.max(0, waitAfter(kind, stillCounted(kind, wrong, seconds)) - seconds)
}

/**
 * So many wrong codes after a right password, and the password is void: whoever types them knows it, so it is no secret any more.
 * A stranger cannot come so far, so nobody is locked out by one; passkeys and the way back by message stay open.
 */
export const wrongCodesThatVoidThePassword = 10

/** After so many in a row the way back by message takes no codes of six digits either: only a recovery code, which nobody can guess. */
export const wrongCodesThatEndGuessing = 20

/** Wrong codes at one sign-in before it begins again with the password. */
export const wrongCodesAtOneSignIn = 5

/** Wrong second facts before an invitation is spent. */
export const wrongFactsThatSpendAnInvitation = 5
