// Every URL of the product as a function: the street map. Knows nothing of who serves a URL.

type ParamsOf<P extends string> = P extends `${string}:${infer Name}/${infer Rest}` ? Name | ParamsOf<`/${Rest}`>
  : P extends `${string}:${infer Name}` ? Name : never

type Query = Record<string, string | number | undefined>

export interface Path<P extends string = string> {
  readonly pattern: P
  (...args: [ParamsOf<P>] extends [never] ? [query?: Query] : [params: Record<ParamsOf<P>, string>, query?: Query]): string
}

function path<P extends string>(pattern: P): Path<P> {
  const names = [...pattern.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
  const build = (...args: readonly unknown[]): string => {
    const params = names.length > 0 ? args[0] as Record<string, string> : {}
    const query = (names.length > 0 ? args[1] : args[0]) as Query | undefined
    const filled = names.reduce((url, name) => url.replace(`:${name}`, encodeURIComponent(params[name] ?? '')), pattern as string)
    const search = Object.entries(query ?? {}).filter(([, value]) => value !== undefined)
      .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`).join('&')
    return search === '' ? filled : `${filled}?${search}`
  }
  return Object.assign(build, { pattern }) as Path<P>
}

export const paths = {
  // The front door
  start: path('/'),
  home: path('/home'),
  signIn: path('/sign-in'),
  signInDemo: path('/sign-in/demo'),
  signInElsewhere: path('/sign-in/elsewhere'),
  signInAgain: path('/sign-in/again'),
  signInAt: path('/sign-in/:provider'),
  signInBack: path('/sign-in/:provider/back'),
  signInOver: path('/sign-in/:provider/over'),
  signOut: path('/sign-out'),
  signedOut: path('/signed-out'),
  exit: path('/exit'),
  accessibility: path('/accessibility'),
  privacy: path('/privacy'),
  cookies: path('/cookies'),
  securityContact: path('/.well-known/security.txt'),
  dates: path('/dates'),
  datesFile: path('/dates/calendar.ics'),

  // Asking for an assessment
  areaStart: path('/:area'),
  requestStart: path('/:area/request'),
  requestReturn: path('/:area/request/return'),
  requestCode: path('/:area/request/:draftId/code'),
  requestTasks: path('/:area/request/:draftId'),
  requestQuestion: path('/:area/request/:draftId/about/:question'),
  requestEvidence: path('/:area/request/:draftId/evidence'),
  requestRemoveEvidence: path('/:area/request/:draftId/evidence/:documentId/remove'),
  requestCheck: path('/:area/request/:draftId/check'),
  requestSent: path('/:area/request/:draftId/sent'),

  // Lists
  caseList: path('/cases'),
  search: path('/search'),
  teamWork: path('/team'),
  overdue: path('/overdue'),
  overdueRates: path('/overdue/rates'),
  overdueBacklog: path('/overdue/backlog'),
  delays: path('/delays'),
  adviceInbox: path('/advice'),
  consultationInbox: path('/consultations'),
  planInbox: path('/plans'),
  outbox: path('/outbox'),
  reminders: path('/reminders'),

  // Opening a record in an emergency, and who looked at which
  emergency: path('/emergency'),
  endEmergency: path('/emergency/:openingId/end'),
  myAccessDesk: path('/access'),
  accessDesk: path('/:area/access'),
  accessOpening: path('/:area/access/openings/:openingId'),
  accessUnusual: path('/:area/access/unusual/:unusualId'),
  accessCase: path('/:area/access/cases/:caseId'),
  accessCaseFile: path('/:area/access/cases/:caseId/record.csv'),

  // How one is reminded, and what an area decides about reminders and targets
  myReminders: path('/me/reminders'),
  mySessions: path('/me/sessions'),
  mySession: path('/me/session'),
  staySignedIn: path('/me/session/stay'),
  keptTyping: path('/me/typed'),
  keepTyping: path('/me/typed/keep'),
  workingFor: path('/me/working-for'),
  waitingIdentities: path('/accounts-elsewhere'),
  sessionLimit: path('/:area/sign-out-after'),
  chasing: path('/:area/chasing'),
  chasingKind: path('/:area/chasing/:kind'),
  targets: path('/:area/targets'),
  target: path('/:area/targets/:clock'),

  // One case
  caseOverview: path('/:area/cases/:caseId'),
  caseTimeline: path('/:area/cases/:caseId/timeline'),
  caseDatesFile: path('/:area/cases/:caseId/dates.ics'),
  casePeople: path('/:area/cases/:caseId/people'),
  whoLooked: path('/:area/cases/:caseId/who-looked'),
  caseAssignOfficer: path('/:area/cases/:caseId/assign'),
  caseFamily: path('/:area/cases/:caseId/family'),
  caseAddFamily: path('/:area/cases/:caseId/family/add'),
  caseAddress: path('/:area/cases/:caseId/address'),
  caseCommunication: path('/:area/cases/:caseId/communication'),
  caseRights: path('/:area/cases/:caseId/rights'),
  youngPerson: path('/:area/cases/:caseId/rights/young-person'),
  recordCapacity: path('/:area/cases/:caseId/rights/capacity'),
  doubtCapacity: path('/:area/cases/:caseId/rights/capacity/doubt'),
  capacityRecord: path('/:area/cases/:caseId/rights/capacity/:assessmentId'),
  rightsNotice: path('/:area/cases/:caseId/rights/tell'),
  permission: path('/:area/cases/:caseId/rights/people/:personId'),
  caseMessages: path('/:area/cases/:caseId/messages'),
  caseThread: path('/:area/cases/:caseId/messages/:personId'),
  caseEvidence: path('/:area/cases/:caseId/evidence'),
  caseDocument: path('/:area/cases/:caseId/documents/:documentId'),
  caseLetters: path('/:area/cases/:caseId/letters'),
  caseLetter: path('/:area/cases/:caseId/letters/:noticeId'),
  caseLetterPdf: path('/:area/cases/:caseId/letters/:noticeId/letter.pdf'),
  outgoing: path('/:area/cases/:caseId/outgoing/:outgoingId'),
  caseDelays: path('/:area/cases/:caseId/delays'),
  explainDelay: path('/:area/cases/:caseId/delays/:limit/:about'),
  withdrawExcuse: path('/:area/cases/:caseId/excuses/:claimId/withdraw'),
  caseCorrect: path('/:area/cases/:caseId/timeline/:seq/correct'),

  // The request and the decisions
  caseRequest: path('/:area/cases/:caseId/request'),
  caseDuplicates: path('/:area/cases/:caseId/duplicates'),
  caseWithdraw: path('/:area/cases/:caseId/withdraw'),
  tellOfRequest: path('/:area/cases/:caseId/tell'),
  recordPanel: path('/:area/cases/:caseId/panel/:question'),
  decideAssessment: path('/:area/cases/:caseId/decide-assessment'),
  decidePlan: path('/:area/cases/:caseId/decide-plan'),

  // Advice and views
  adviceList: path('/:area/cases/:caseId/advice'),
  askForAdvice: path('/:area/cases/:caseId/advice/ask'),
  adviceRequest: path('/:area/cases/:caseId/advice/asked/:adviceRequestId'),
  reuseAdvice: path('/:area/cases/:caseId/advice/asked/:adviceRequestId/reuse'),
  excuseAdvice: path('/:area/cases/:caseId/advice/asked/:adviceRequestId/excuse'),
  confirmAdvice: path('/:area/cases/:caseId/advice/asked/:adviceRequestId/confirm'),
  takeAdvice: path('/:area/cases/:caseId/advice/asked/:adviceRequestId/take'),
  chaseAdvice: path('/:area/cases/:caseId/advice/asked/:adviceRequestId/chase'),
  withdrawAdvice: path('/:area/cases/:caseId/advice/asked/:adviceRequestId/withdraw'),
  adviceEnclosure: path('/:area/cases/:caseId/advice/asked/:adviceRequestId/enclosed/:documentId'),
  adviceAutosave: path('/:area/cases/:caseId/advice/asked/:adviceRequestId/give/autosave'),
  giveAdvice: path('/:area/cases/:caseId/advice/asked/:adviceRequestId/give'),
  advice: path('/:area/cases/:caseId/advice/given/:adviceId'),
  adviceFile: path('/:area/cases/:caseId/advice/given/:adviceId/file'),
  viewsFile: path('/:area/cases/:caseId/advice/given/:adviceId/files/:documentId'),
  confirmReadings: path('/:area/cases/:caseId/advice/given/:adviceId/readings'),
  markAdvice: path('/:area/cases/:caseId/advice/given/:adviceId/mark'),
  adviceLine: path('/:area/cases/:caseId/advice/given/:adviceId/lines/:adviceLineId'),
  answerAuthorQuestion: path('/:area/cases/:caseId/advice/given/:adviceId/lines/:adviceLineId/answer'),
  sendAdvice: path('/:area/cases/:caseId/advice/given/:adviceId/send'),
  returnAdvice: path('/:area/cases/:caseId/advice/given/:adviceId/return'),
  acceptAdvice: path('/:area/cases/:caseId/advice/given/:adviceId/accept'),
  giveViews: path('/:area/cases/:caseId/views/:whose'),
  keepOut: path('/:area/cases/:caseId/keep-out'),

  // The draft
  plan: path('/:area/cases/:caseId/plan'),
  planSection: path('/:area/cases/:caseId/plan/section/:section'),
  planAssemble: path('/:area/cases/:caseId/plan/assemble'),
  planAssembleLine: path('/:area/cases/:caseId/plan/assemble/:adviceLineId'),
  planAddLine: path('/:area/cases/:caseId/plan/section/:section/add'),
  planLine: path('/:area/cases/:caseId/plan/lines/:lineId'),
  planLineAutosave: path('/:area/cases/:caseId/plan/lines/:lineId/autosave'),
  planLineClash: path('/:area/cases/:caseId/plan/lines/:lineId/clash/:keptId'),
  planLineLinks: path('/:area/cases/:caseId/plan/lines/:lineId/links'),
  planLineSplit: path('/:area/cases/:caseId/plan/lines/:lineId/split'),
  planLineMerge: path('/:area/cases/:caseId/plan/lines/:lineId/merge'),
  planLineMove: path('/:area/cases/:caseId/plan/lines/:lineId/move'),
  planLineSource: path('/:area/cases/:caseId/plan/lines/:lineId/sources'),
  planLineRemove: path('/:area/cases/:caseId/plan/lines/:lineId/remove'),
  planThread: path('/:area/cases/:caseId/plan/thread'),
  planPresence: path('/:area/cases/:caseId/plan/presence'),
  planVersions: path('/:area/cases/:caseId/plan/versions'),
  planVersion: path('/:area/cases/:caseId/plan/versions/:no'),
  planCompare: path('/:area/cases/:caseId/plan/compare'),

  // The draft with the family, and the settings
  shareDraft: path('/:area/cases/:caseId/plan/share'),
  sharedDraft: path('/:area/cases/:caseId/draft'),
  proposeOnLine: path('/:area/cases/:caseId/draft/lines/:lineId'),
  proposeNewLine: path('/:area/cases/:caseId/draft/sections/:section'),
  makeWish: path('/:area/cases/:caseId/draft/ask'),
  finishCommenting: path('/:area/cases/:caseId/draft/finish'),
  proposals: path('/:area/cases/:caseId/plan/proposals'),
  answerProposal: path('/:area/cases/:caseId/plan/proposals/:proposalId'),
  wishes: path('/:area/cases/:caseId/plan/wishes'),
  answerWish: path('/:area/cases/:caseId/plan/wishes/:wishId'),
  consultSettings: path('/:area/cases/:caseId/consult'),
  consultation: path('/:area/cases/:caseId/consultations/:consultationId'),
  consultationDocument: path('/:area/cases/:caseId/consultations/:consultationId/documents/:documentId'),
  chaseConsultation: path('/:area/cases/:caseId/consultations/:consultationId/chase'),
  withdrawConsultation: path('/:area/cases/:caseId/consultations/:consultationId/close'),

  // Issue and delivery
  planCheck: path('/:area/cases/:caseId/plan/check'),
  releaseCheck: path('/:area/cases/:caseId/plan/check/:checkId/release'),
  healthAgreement: path('/:area/cases/:caseId/plan/health-agreement'),
  issueFinal: path('/:area/cases/:caseId/plan/issue'),
  finalPlan: path('/:area/cases/:caseId/final'),
  finalPlanPdf: path('/:area/cases/:caseId/final/plan.pdf'),
  finalPlanWord: path('/:area/cases/:caseId/final/plan.docx'),
  finalPlanSummary: path('/:area/cases/:caseId/final/one-page'),
  acknowledgePlan: path('/:area/cases/:caseId/final/received'),
  deliveries: path('/:area/cases/:caseId/deliveries'),
  deliverPlan: path('/:area/cases/:caseId/final/deliver'),

  // Reviews of the plan
  caseReviews: path('/:area/cases/:caseId/reviews'),
  reviewMeeting: path('/:area/cases/:caseId/reviews/meeting'),
  reviewOutcome: path('/:area/cases/:caseId/reviews/:reviewId/correct-outcome'),
  reviewStep: path('/:area/cases/:caseId/reviews/:reviewId/:step'),
} as const

export type PathName = keyof typeof paths
