// What makes a password too weak: short, known to everybody, or made of the person's own name. Never what it is made of: no
// rule asks for capitals or digits (OWASP ASVS 5.0, 6.2.1 to 6.2.5, 6.2.9, 6.2.12; NCSC: three random words).

export const shortestPassword = 12
/** A bound for the work of hashing only: longer than any password manager makes. */
export const longestPassword = 256

export type PasswordFault = 'missing' | 'too-short' | 'too-long' | 'common' | 'about-you' | 'one-pattern'

export interface AboutYou {
  readonly name: string
  readonly email: string
}

/** Words that say what the hub is: whoever guesses tries these first (ASVS 5.0, 6.1.2). */
const wordsOfThisPlace = ['golden', 'thread', 'goldenthread', 'send', 'sendhub', 'council', 'ehcp', 'school', 'senco', 'password', 'family']

/**
 * The first thing wrong with a password, or undefined. `common` holds passwords in small letters that many people use; a password
 * is common too when it is such a word with digits and marks around it, or such words one after another.
 */
export function passwordFault(password: string, { name, email }: AboutYou, common: ReadonlySet<string>): PasswordFault | undefined {
  const length = [...password].length
  if (length === 0) return 'missing'
  if (length < shortestPassword) return 'too-short'
  if (length > longestPassword) return 'too-long'
  const plain = password.toLowerCase()
  if (isOnePattern(plain)) return 'one-pattern'
  const core = plain.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const own = ownWords(name, email)
  if (leftWithout(plain, own) < 6) return 'about-you'
  if (common.has(plain) || common.has(core) || common.has(unspelt(core)) || leftWithout(plain, wordsOfThisPlace) < 6) return 'common'
  return isTwiceOf(core, common) ? 'common' : undefined
}

/** Letters that are left when these words and all digits, spaces and marks are taken out: less than six are no secret. */
function leftWithout(plain: string, words: readonly string[]): number {
  if (!words.some((word) => plain.includes(word))) return plain.length
  const rest = words.toSorted((a, b) => b.length - a.length).reduce((text, word) => text.replaceAll(word, ''), plain)
  return rest.replaceAll(/[^\p{L}]/gu, '').length
}

const ownWords = (name: string, email: string): string[] =>
  [...name.toLowerCase().split(/[^\p{L}]+/u), ...email.toLowerCase().split(/[@.+_-]/), email.toLowerCase()].filter((word) => word.length >= 3)

/** One piece again and again ("abcabcabcabc"), or a row of the alphabet, the digits or the keyboard. */
function isOnePattern(plain: string): boolean {
  if (/^(.{1,5})\1+.{0,4}$/u.test(plain) && new Set(plain).size <= 5) return true
  return rows.some((row) => row.includes(plain))
}

const forwards = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiopasdfghjklzxcvbnm', '1q2w3e4r5t6y7u8i9o0p']
const rows = forwards.flatMap((row) => [row, [...row].toReversed().join('')]).map((row) => row.repeat(3))

const spelt: Readonly<Record<string, string>> = { 0: 'o', 1: 'l', 3: 'e', 4: 'a', 5: 's', 7: 't', $: 's', '@': 'a', '!': 'i' }
/** "p4ssw0rd" said plainly. */
const unspelt = (text: string): string => text.replaceAll(/[013457$@!]/g, (letter) => spelt[letter] ?? letter)

function isTwiceOf(core: string, common: ReadonlySet<string>): boolean {
  const half = core.slice(0, Math.floor(core.length / 2))
  return core.length % 2 === 0 && half.length >= 4 && half + half === core && common.has(half)
}
