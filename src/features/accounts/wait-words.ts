import type { FieldError } from '../../ui/form.tsx'

/** "30 seconds", "4 minutes": rounded up, so that trying then works. */
export const waitWords = (seconds: number): string => {
  if (seconds < 90) return seconds === 1 ? '1 second' : `${seconds} seconds`
  return `${Math.ceil(seconds / 60)} minutes`
}

export const waitError = (field: string, seconds: number): FieldError => ({ field, message: `There were too many wrong tries. Wait ${waitWords(seconds)}, then try again` })
