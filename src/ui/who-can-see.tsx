import { listWords } from './words.ts'

/**
 * Who can see what is typed in a box: the people, or why the box needs no line of its own. "said above" when one line at
 * the head of the form covers every box, "not kept" for what is only searched for or compared (a password).
 */
export type Audience = readonly string[] | 'said above' | 'not kept'

export function WhoCanSee({ audience, id }: { audience: Audience; id?: string | undefined }) {
  if (typeof audience === 'string') return null
  return (
    <p class="hub-who-can-see" id={id}>
      <strong>Who can see this:</strong> {listWords(audience)}
    </p>
  )
}
