import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import type { Answers } from '../consultation-store.ts'

const longest = 5_000

/** Five questions; each “no”, and each harm, needs its reasons (CFA 2014 s.39(4)). */
export function readAnswers(form: FormBody): { value: Answers } | { errors: FieldError[] } {
  const errors: FieldError[] = []
  const choice = <T extends string>(field: string, allowed: readonly T[], message: string): T | undefined => {
    const found = allowed.find((one) => one === form.text(field))
    if (found === undefined) errors.push({ field, message })
    return found
  }
  const words = (field: string, isNeeded: boolean, message: string): string => {
    const text = form.text(field)
    if (isNeeded && text === '') errors.push({ field, message })
    else if (text.length > longest) errors.push({ field, message: `Use ${longest.toLocaleString('en-GB')} characters or fewer` })
    return text
  }
  const yesNo = ['yes', 'no'] as const
  const canMeet = choice('canMeet', ['yes', 'with-support', 'no'] as const, 'Select whether you can meet the needs')
  const canMeetWhy = words('canMeetWhy', canMeet === 'with-support' || canMeet === 'no', 'Enter what support would be needed, or which needs cannot be met and why')
  const suitable = choice('suitable', yesNo, 'Select whether the setting is suitable')
  const suitableWhy = words('suitableWhy', suitable === 'no', 'Enter why it is not suitable')
  const harmsOthers = choice('harmsOthers', yesNo, 'Select whether it would be incompatible with the education of others')
  const harmsOthersWhy = words('harmsOthersWhy', harmsOthers === 'yes', 'Enter why, and which reasonable steps were considered')
  const harmsResources = choice('harmsResources', yesNo, 'Select whether it would be incompatible with the use of resources')
  const harmsResourcesWhy = words('harmsResourcesWhy', harmsResources === 'yes', 'Enter why, with the figures')
  const place = choice('place', yesNo, 'Select whether there is a place')
  const placeWhen = words('placeWhen', place !== undefined, place === 'yes' ? 'Enter from when' : 'Enter what would be needed')
  if (canMeet === undefined || suitable === undefined || harmsOthers === undefined || harmsResources === undefined || place === undefined || errors.length > 0) return { errors }
  return { value: { canMeet, canMeetWhy, suitable, suitableWhy, harmsOthers, harmsOthersWhy, harmsResources, harmsResourcesWhy, place, placeWhen } }
}
