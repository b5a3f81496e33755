// The code sets of the return, each code with its meaning in our words. Item numbers are those of the 2026 return.

/** Header: medical, clinical and social care officers. */
export const officerCodes = { Y: 'in post', N: 'not in post', R: 'being recruited' } as const

/** Item 1.4 since 2024. */
export const sexes = { M: 'male', F: 'female' } as const
/** Item 1.4 of 2023. */
export const genders = { 0: 'not known', 1: 'male', 2: 'female', 9: 'not specified' } as const

/** Item 1.7c. UN4, UN6 and UN7 belong to other collections. */
export const upnUnknownReasons = {
  UN1: 'under 6, no UPN issued yet',
  UN2: 'never attended a state-funded school in England',
  UN3: 'educated outside England',
  UN5: 'sources disagree on the name or date of birth',
  UN8: 'new to the authority in the last week of the period',
  UN9: 'never attended a state-funded school or further education setting in England',
  UN10: 'the request ended before a UPN or ULN was known',
} as const

/** Item 2.2. */
export const requestSources = { 1: 'young person or parent', 2: 'school or other education setting', 3: 'health professional', 4: 'social care professional', 5: 'other' } as const

/** Item 2.5. */
export const requestOutcomes = {
  Y: 'assessment went ahead', N: 'refused to assess', A: 'decision awaited', W: 'withdrawn or ceased before the decision', H: 'decided before this period',
} as const

/** Item 3.1. H is also for a plan that came from another authority. */
export const assessmentOutcomes = {
  Y: 'decided to issue a plan', N: 'decided not to issue a plan', A: 'decision awaited', W: 'withdrawn or ceased before the decision', H: 'decided before this period or elsewhere',
} as const

/** Items 4.2 and 5.2. */
export const residentialWeeks = { A: '38 to 51 weeks a year', B: '52 weeks a year' } as const
/** Items 4.3 and 5.3. */
export const workActivities = { A: 'apprenticeship', T: 'traineeship', S: 'supported internship' } as const
/** Item 4.4c. */
export const directPayments = { E: 'education', S: 'social care', H: 'health', I: 'a mix of these' } as const

/** Item 4.6. */
export const ceaseReasons = {
  1: 'reached the maximum age',
  2: 'needs met without a plan',
  3: 'went to higher education',
  4: 'went into paid employment',
  5: 'moved to another authority in England',
  6: 'no longer wishes to take part in education or training',
  7: 'moved outside England',
  8: 'died',
  9: 'other',
} as const

/** Items 4.7c and 5.7c. */
export const namedSettings = {
  OLA: 'otherwise than at school, arranged by the authority',
  OPA: 'arranged by the parent or young person, not home education',
  EHE: 'elective home education',
  EYP: 'early years provider without a URN',
  OTH: 'other',
} as const
/** Item 5.7c only: nobody can be named in a plan as being nowhere. */
export const placedSettings = {
  ...namedSettings,
  NEET: 'not in education, employment or training, 16 to 25',
  NIEC: 'not in education or training, told that the plan will cease',
  NIEO: 'not in education or training, other',
} as const

/** Items 4.7d, 5.7d and 5.8b. */
export const ranks = { 1: 'primary', 2: 'secondary' } as const

/** Item 5.4c. */
export const reviewOutcomes = { M: 'maintain', A: 'amend', C: 'cease' } as const

/** 2023, item 5.5g. */
export const attendancePatterns = { FT: 'full time', PT: 'part time' } as const

/** Item 5.8a of 2023 and 2024. */
export const needsBefore2025 = {
  SPLD: 'specific learning difficulty',
  MLD: 'moderate learning difficulty',
  SLD: 'severe learning difficulty',
  PMLD: 'profound and multiple learning difficulty',
  SEMH: 'social, emotional and mental health',
  SLCN: 'speech, language and communication',
  HI: 'hearing impairment',
  VI: 'vision impairment',
  MSI: 'multi-sensory impairment',
  PD: 'physical disability',
  ASD: 'autistic spectrum disorder',
  OTH: 'other',
} as const
/** Item 5.8a since 2025. */
export const needs = { ...needsBefore2025, DS: 'Down syndrome' } as const
