/**
 * Whether a setting of this type is one that a family has a right to ask for (CFA 2014 s.38(3)): maintained schools and
 * nursery schools, academies, colleges, non-maintained special schools, and independent ones approved under s.41. A type that is
 * not known counts as one: the council then says its ground for not naming it, which can do no harm.
 */
export function isSection38Setting(settingType: string | undefined): boolean {
  if (settingType === undefined) return true
  if (/section 41|s\.? ?41|approved/iu.test(settingType)) return true
  return !/\bindependent\b|\bprivate\b|\bunregistered\b|\bonline\b|\balternative provision\b/iu.test(settingType)
}

/** CFA 2014 s.39(4): the only grounds on which a setting of s.38(3) that the family asked for is not named. */
export const refusalGrounds = {
  unsuitable: 'unsuitable for the age, ability, aptitude or special educational needs of the child or young person',
  'others-education': 'attendance would be incompatible with the efficient education of others',
  resources: 'attendance would be incompatible with the efficient use of resources',
} as const
export type RefusalGround = keyof typeof refusalGrounds
export const isRefusalGround = (text: string): text is RefusalGround => text in refusalGrounds
