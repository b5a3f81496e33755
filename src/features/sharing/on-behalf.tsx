// Staff write down what somebody of the family said by phone, in person, by letter or through an interpreter: it then stands as
// that person's own, with how it came and who wrote it.

import type { Addressee } from '../../casebook/sending/letters.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { isOfCouncil } from '../../domain/access/parts.ts'
import type { Channel } from '../../domain/case-file/facts.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { FormBody } from '../../platform/http/form-body.ts'
import { RadiosField } from '../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../ui/form.tsx'
import { listWords } from '../../ui/words.ts'

export interface OnBehalf {
  readonly onBehalfOf?: PersonId
  readonly channel: Channel
}

export const spokenChannels = ['phone', 'in-person', 'interpreter', 'letter', 'email'] as const satisfies readonly Channel[]

export const channelWords: Record<Channel, string> = {
  hub: 'in the hub', email: 'by e-mail', phone: 'by phone', letter: 'by letter', 'in-person': 'in person', interpreter: 'through an interpreter',
}

/** The council's people never speak for themselves here: what they write down is a family member's. */
export const speaksForFamily = ({ parts }: Pick<CaseFile, 'parts'>): boolean => isOfCouncil(parts)

export function readOnBehalf(form: FormBody, caseFile: Pick<CaseFile, 'parts'>, family: readonly Addressee[]): { value: OnBehalf } | { errors: FieldError[] } {
  if (!speaksForFamily(caseFile)) return { value: { channel: 'hub' } }
  const person = family.find(({ personId }) => personId !== undefined && personId === form.text('whose'))
  const channel = spokenChannels.find((one) => one === form.text('how'))
  if (person?.personId !== undefined && channel !== undefined) return { value: { onBehalfOf: person.personId, channel } }
  return {
    errors: [
      ...(person === undefined ? [{ field: 'whose', message: 'Select who said it' }] : []),
      ...(channel === undefined ? [{ field: 'how', message: 'Select how they said it' }] : []),
    ],
  }
}

export function OnBehalfFields({ caseFile, family, errors, values }: {
  caseFile: Pick<CaseFile, 'parts'>; family: readonly Addressee[]; errors: FormErrors; values: FormValues
}) {
  if (!speaksForFamily(caseFile)) return null
  return (
    <>
      <RadiosField
        name="whose" legend="Who said it?" errors={errors} values={values}
        items={family.flatMap((one) => (one.personId === undefined ? [] : [{
          value: one.personId, text: `${one.name}, ${one.relation ?? 'family'}`,
          hint: one.needsInterpreter ? `Needs an interpreter${one.language === undefined ? '' : ` (${one.language})`}: offer one` : undefined,
        }]))}
      />
      <RadiosField
        name="how" legend="How did they say it?" errors={errors} values={values}
        items={spokenChannels.map((channel) => ({ value: channel, text: `${channelWords[channel].slice(0, 1).toUpperCase()}${channelWords[channel].slice(1)}` }))}
      />
    </>
  )
}

/** Who reads what is typed: the words for under every box. */
export function audienceFor(caseFile: CaseFile, viewerName: string, of: 'one' | 'family member' = 'one'): string[] {
  const team = `the ${caseFile.area.councilName} SEND team`
  return speaksForFamily(caseFile) || of === 'family member' ? ['the family member who said it', team] : [viewerName, team]
}

export const audienceWords = (audience: readonly string[]): string => listWords([...audience])
