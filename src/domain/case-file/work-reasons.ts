// Why a case is on the list of today's work, in the order in which it presses: what the law asks for today or is past, families
// without an answer, what is due within a week, what others owe and can be chased for, what can be issued, what came back to be
// looked at again, what the national return will be sent back for, and then everything else that is under way.

export const whys = ['late', 'unanswered', 'week', 'chase', 'ready', 'returned', 'national', 'rest'] as const
export type Why = (typeof whys)[number]

/** From 1: the most pressing first. */
export const rankOf = (why: Why): number => whys.indexOf(why) + 1

/** As a filter and a heading says it. */
export const whyWords: Record<Why, string> = {
  late: 'Last day today or past',
  unanswered: 'Family without an answer',
  week: 'Due within 7 days',
  chase: 'Others are late: chase',
  ready: 'Ready to issue',
  returned: 'To look at again',
  national: 'The national return',
  rest: 'Under way',
}

/** Days after a chase before the same body is chased again. */
export const chaseAgainAfterDays = 5

/** What puts a case on the list; several can at once. */
export const workKinds = [
  'limit', 'tell-family', 'tell-again', 'refused', 'message', 'advice', 'views', 'consultation', 'others', 'delivery', 'issue', 'comments', 'wishes', 'change', 'advice-in', 'check', 'planned', 'rights', 'return', 'next',
] as const

/** Who, when it owes a clock, is the council's own desk; everybody else is chased. */
export const councilOwes = ['council', 'old-council', 'new-council', 'both-sides', 'data-controller'] as const
