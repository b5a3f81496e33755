/** What each outcome is called on a page. */
export const outcomeWords: Readonly<Record<string, string>> = {
  assess: 'Carry out an assessment',
  'not-assess': 'Do not carry out an assessment',
  issue: 'Issue a plan',
  'no-plan': 'Do not issue a plan',
}
