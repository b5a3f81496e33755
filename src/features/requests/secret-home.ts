// An address that must stay secret is sealed from the moment it is saved in a request, and does not stand in the request that is
// kept: the child's record has it, sealed, and no page of the request shows it again.

import type { Sealer } from '../../platform/seal/seal.ts'
import type { LocalAreaId } from '../../domain/ids.ts'
import type { Answers } from './journey/question.ts'
import { textIn } from './journey/question.ts'

const sealedField = 'sealed'
interface OfDraft { readonly localAreaId: LocalAreaId; readonly draftId: string }
type Answer = NonNullable<Answers[string]>

const isSecret = (home: Answers[string] | undefined): home is Answer => textIn(home, 'secret') === 'yes'
const kept = ({ secret }: Answer): Answer => (secret === undefined ? {} : { secret })

/** The answers as a draft keeps them. */
export function sealHome(sealer: Sealer, answers: Answers, { localAreaId, draftId }: OfDraft): Answers {
  const { home } = answers
  if (!isSecret(home)) return answers
  return { ...answers, home: { ...kept(home), [sealedField]: sealer.seal(JSON.stringify(home), { purpose: 'address', of: localAreaId, about: draftId }) } }
}

/** The answers as whoever writes the request reads them: it is theirs. */
export function openHome(sealer: Sealer, answers: Answers, { localAreaId, draftId }: OfDraft): Answers {
  const sealed = textIn(answers['home'], sealedField)
  return sealed === '' ? answers : { ...answers, home: JSON.parse(sealer.open(sealed, { purpose: 'address', of: localAreaId, about: draftId })) as Answer }
}

/** The answers as the request keeps them: that the address is secret, and no word of it. */
export const withoutSecretHome = (answers: Answers): Answers => (isSecret(answers['home']) ? { ...answers, home: kept(answers['home']) } : answers)
