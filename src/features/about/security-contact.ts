import type { Ask } from '../../casebook/ask.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import { paths } from '../../paths.ts'
import { instantAfter } from '../../platform/clock/system-clock.ts'
import type { Reply } from '../../platform/http/reply.ts'
import { file } from '../../platform/http/reply.ts'

const halfAYear = 182 * 24 * 60 * 60 * 1000

/** Where to tell of a weakness (RFC 9116): whoever finds one must not have to look for a form. Not there where nobody is named. */
export function securityContact({ house }: Ask): Promise<Reply> {
  if (house.securityContact === undefined) throw new NotFound('security contact')
  const lines = [
    `Contact: ${house.securityContact}`,
    `Expires: ${instantAfter(house.clock.now(), halfAYear)}`,
    'Preferred-Languages: en',
    `Canonical: ${house.baseUrl}${paths.securityContact()}`,
  ]
  return Promise.resolve(file(Buffer.from(`${lines.join('\n')}\n`), 'text/plain; charset=utf-8', 'security.txt', { inline: true }))
}
