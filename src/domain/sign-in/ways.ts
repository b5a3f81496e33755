/** Ways to sign in that an installation can offer: invented people of a demonstration, accounts of its own, and other bodies' sign-in services. */
export const signInWays = ['demo', 'local', 'oidc'] as const
export type SignInWay = (typeof signInWays)[number]

/** Reads "local, oidc"; undefined when a word is none of them. Each once, in the order of the list above. */
export function readSignInWays(text: string): readonly SignInWay[] | undefined {
  const words = text.split(',').map((word) => word.trim()).filter((word) => word !== '')
  const known: readonly string[] = signInWays
  return words.length > 0 && words.every((word) => known.includes(word)) ? signInWays.filter((way) => words.includes(way)) : undefined
}
