// What of a child's record goes with a move, table by table: the open format's own list. A package holds rows of these and of nothing else,
// and what a row may hold is said here: reading, writing, checking and the documentation all go by it (docs/moves/package-format.md).

/** What a column holds. A trailing "?" in the table below means that it may be empty. */
export type ColumnKind =
  /** The row's own id. Ids are of the package: whoever takes it in gives each a new one. */
  | 'id'
  /** A row of another table of the package. */
  | { readonly of: MovedTable }
  /** A row's own id that stays as it is: a review's, which the ledger names too. */
  | 'key'
  /** Somebody in `people`, a body in `organisations`. */
  | 'person' | 'organisation'
  /** An id of the old council's that leads to no row here (a review is known by its facts). */
  | 'mark'
  | 'text' | 'int' | 'flag' | 'date' | 'instant' | 'texts' | 'json'

export const movedTableNames = [
  'child', 'relationship', 'restriction', 'communicationNeed', 'childAddress', 'childSetting', 'childNeed', 'request', 'document', 'advice', 'plan', 'namedSetting', 'personalBudget', 'planLine', 'planVersion',
  'planLineRevision', 'adviceLine', 'adviceFile', 'planLineLink', 'planLineSource', 'proposal', 'lineConfirmation', 'termToKeepOut',
  'reviewArrangement', 'reviewInvitation', 'reviewContribution', 'reviewReport', 'reassessment', 'changeSaid', 'orderedChange', 'lockedWording', 'planCeasing', 'phaseTransfer',
] as const
export type MovedTable = (typeof movedTableNames)[number]

export interface Column {
  readonly kind: ColumnKind
  readonly mayBeEmpty: boolean
}

type Spec = Readonly<Record<string, ColumnKind>>
const of = (table: MovedTable): ColumnKind => ({ of: table })

/** In the order in which they are written: a row comes after those that it names. */
const specs: Readonly<Record<MovedTable, Spec>> = {
  child: {
    id: 'id', 'personId?': 'person', givenName: 'text', familyName: 'text', 'preferredName?': 'text', bornOn: 'date', 'sex?': 'text', 'ethnicityCode?': 'text', 'upn?': 'text',
    'nhsNumber?': 'text', 'uln?': 'text', 'upnUnknown?': 'text', homeLanguages: 'texts', 'communicationMode?': 'text', 'yearGroupOverride?': 'int', hearingImpaired: 'flag', visionImpaired: 'flag',
  },
  // Who of the old council saw the evidence does not go: the new one sees it for itself.
  relationship: {
    id: 'id', childId: of('child'), personId: 'person', relation: 'text', hasParentalResponsibility: 'flag', 'responsibilityBasis?': 'text', 'responsibilityEvidence?': 'text',
    'evidenceDatedOn?': 'date', 'responsibilityFrom?': 'date', 'responsibilityTo?': 'date', livesWithChild: 'flag', 'careFrom?': 'date', 'careTo?': 'date', safeContact: 'text',
    'safeContactNote?': 'text', 'safeTimes?': 'text', 'mayLeaveVoicemail?': 'flag', 'contactAs?': 'text', 'contactAskedOn?': 'date', 'language?': 'text', needsInterpreter: 'flag', formats: 'texts',
  },
  restriction: {
    id: 'id', childId: of('child'), 'personId?': 'person', kind: 'text', 'madeOn?': 'date', 'courtReference?': 'text', effects: 'texts', fromOn: 'date', 'toOn?': 'date', 'words?': 'text',
    'evidence?': 'text', reviewOn: 'date', recordedAt: 'instant',
  },
  communicationNeed: { id: 'id', childId: of('child'), kind: 'text', 'detail?': 'text', fromOn: 'date', 'toOn?': 'date' },
  childAddress: { id: 'id', childId: of('child'), lines: 'texts', 'postcode?': 'text', household: 'text', fromOn: 'date', 'toOn?': 'date' },
  childSetting: {
    id: 'id', childId: of('child'), 'organisationId?': 'organisation', 'senSetting?': 'text', 'senSettingOther?': 'text', rank: 'int', 'senUnit?': 'flag', 'resourced?': 'flag', 'residential?': 'text',
    'workBased?': 'text', fromOn: 'date', 'toOn?': 'date',
  },
  childNeed: { id: 'id', childId: of('child'), need: 'text', rank: 'int', fromOn: 'date', 'toOn?': 'date', recordedAt: 'instant' },
  request: { id: 'id', madeBy: 'text', madeByName: 'text', 'madeByPersonId?': 'person', channel: 'text', receivedOn: 'date', answers: 'json', 'inYouthAccommodation?': 'flag' },
  document: {
    id: 'id', title: 'text', fileName: 'text', contentType: 'text', kind: 'text', size: 'int', sha256: 'text', audience: 'texts', 'uploadedBy?': 'person', uploadedAt: 'instant',
  },
  advice: {
    id: 'id', item: 'text', kind: 'text', 'authorPersonId?': 'person', authorName: 'text', authorRole: 'text', 'organisationId?': 'organisation', 'organisationName?': 'text', 'registration?': 'text',
    'dated?': 'date', 'contactWithChildOn?': 'date', 'contactMethod?': 'text', 'knownToService?': 'flag', 'method?': 'text', 'supporter?': 'text', answers: 'json', reportText: 'text', reportBlocks: 'json',
    'documentId?': of('document'), state: 'text', version: 'int', 'givenAt?': 'instant', isEarlier: 'flag', 'reuseAgreed?': 'json', notFor: 'texts', 'channel?': 'text', 'way?': 'text',
  },
  plan: { id: 'id', 'firstMadeOn?': 'date', startedAt: 'instant', listedAdvice: 'json' },
  namedSetting: {
    id: 'id', planId: of('plan'), rank: 'int', 'organisationId?': 'organisation', 'senSetting?': 'text', 'senSettingOther?': 'text', 'senUnit?': 'flag', 'resourced?': 'flag', 'residential?': 'text',
    'workBased?': 'text', fromOn: 'date', 'toOn?': 'date', recordedAt: 'instant',
  },
  personalBudget: { id: 'id', planId: of('plan'), isTakenUp: 'flag', 'isOrganised?': 'flag', 'directPayment?': 'text', fromOn: 'date', 'toOn?': 'date', recordedAt: 'instant' },
  planLine: { id: 'id', planId: of('plan'), kind: 'text', latest: 'int' },
  // `content`, the frozen text, is a file of its own in the package, byte for byte; `ids` says which row here each id in it is.
  planVersion: {
    id: 'id', planId: of('plan'), no: 'int', kind: 'text', label: 'text', sha256: 'text', frozenAt: 'instant', frozenBy: 'person', 'issuedOn?': 'date', 'supersededOn?': 'date',
    'pdfSha256?': 'text', 'docxSha256?': 'text', 'pdfProblem?': 'text', 'document?': 'json', 'summaryDocument?': 'json', 'ids?': 'json',
  },
  planLineRevision: {
    lineId: of('planLine'), n: 'int', baseN: 'int', section: 'text', position: 'int', text: 'text', fields: 'json', isRemoved: 'flag', authorId: 'person', at: 'instant', 'because?': 'text', how: 'text',
    'forOrganisationId?': 'organisation',
  },
  adviceLine: {
    id: 'id', adviceId: of('advice'), kind: 'text', section: 'text', position: 'int', text: 'text', fields: 'json', quote: 'text', quoteStart: 'int', quoteEnd: 'int', 'markedBy?': 'person',
    markedAt: 'instant', 'disposition?': 'text', 'dispositionLineId?': of('planLine'), 'dispositionReason?': 'text', 'dispositionBy?': 'person', 'dispositionAt?': 'instant', 'removedAt?': 'instant',
  },
  adviceFile: { adviceId: of('advice'), documentId: of('document'), addedAt: 'instant' },
  planLineLink: { id: 'id', planId: of('plan'), fromLineId: of('planLine'), toLineId: of('planLine'), kind: 'text', addedBy: 'person', addedAt: 'instant', 'removedAt?': 'instant' },
  planLineSource: {
    id: 'id', lineId: of('planLine'), 'adviceId?': of('advice'), 'adviceLineId?': of('adviceLine'), 'quote?': 'text', 'quoteStart?': 'int', 'quoteEnd?': 'int', 'saidBy?': 'text', 'saidOn?': 'date',
    addedBy: 'person', addedAt: 'instant', 'removedAt?': 'instant',
  },
  proposal: {
    id: 'id', planId: of('plan'), 'versionId?': of('planVersion'), 'lineId?': of('planLine'), 'onRevision?': 'int', 'section?': 'text', kind: 'text', text: 'text', 'because?': 'text', authorId: 'person',
    'onBehalfOf?': 'person', channel: 'text', madeAt: 'instant', 'decision?': 'text', 'decisionReason?': 'text', 'decidedBy?': 'person', 'decidedAt?': 'instant', 'resultingRevision?': 'int',
    'reviewId?': 'mark', 'fields?': 'json',
  },
  lineConfirmation: {
    id: 'id', planId: of('plan'), lineId: of('planLine'), revision: 'int', confirmedOn: 'date', how: 'text', 'reviewId?': 'mark', 'recordedBy?': 'person', recordedAt: 'instant',
  },
  termToKeepOut: { id: 'id', term: 'text', kind: 'text', why: 'text', keepFrom: 'texts', 'notedBy?': 'person', notedAt: 'instant' },
  // Reviews: where and with whom, what each gave, and the report as it was sent. What was never given or sent stays with whoever writes it.
  reviewArrangement: {
    reviewId: 'key', 'organisationId?': 'organisation', versionId: of('planVersion'), how: 'text', place: 'text', starts: 'text', 'note?': 'text', needs: 'json', arrangedBy: 'person', arrangedAt: 'instant',
  },
  reviewInvitation: {
    id: 'id', reviewId: of('reviewArrangement'), part: 'text', 'personId?': 'person', 'organisationId?': 'organisation', name: 'text', 'pathway?': 'text', lineIds: 'texts', 'needs?': 'text', 'sentAt?': 'instant',
    'coming?': 'text', 'answerWords?': 'text', 'answeredAt?': 'instant', 'papersAt?': 'instant', 'attended?': 'text', 'takenOffAt?': 'instant',
  },
  reviewContribution: {
    invitationId: of('reviewInvitation'), reviewId: of('reviewArrangement'), 'familyPersonId?': 'person', content: 'json', version: 'int', savedBy: 'person', savedAt: 'instant', channel: 'text',
    givenAt: 'instant', 'givenBy?': 'person', proposals: 'json', 'circulatedAt?': 'instant', 'changedAt?': 'instant', earlier: 'json',
  },
  reviewReport: { reviewId: of('reviewArrangement'), version: 'int', savedBy: 'person', savedAt: 'instant', sent: 'json', 'sha256?': 'text', sentAt: 'instant', 'sentBy?': 'person' },
  changeSaid: {
    id: 'id', saidBy: 'person', 'onBehalfOf?': 'person', channel: 'text', part: 'text', what: 'text', words: 'text', 'sinceOn?': 'date', asksForReview: 'flag', 'documentId?': of('document'), saidAt: 'instant',
    answerBy: 'date', 'outcome?': 'text', 'reasons?': 'text', 'reviewId?': 'mark', 'reassessmentId?': of('reassessment'), 'answeredBy?': 'person', 'answeredAt?': 'instant',
  },
  // Orders and agreements bind whoever maintains the plan; their words stay locked.
  orderedChange: { id: 'id', 'reviewId?': 'mark', source: 'text', 'kind?': 'text', madeOn: 'date', 'words?': 'text', 'documentId?': of('document'), recordedBy: 'person', recordedAt: 'instant' },
  lockedWording: {
    id: 'id', planId: of('plan'), reviewId: 'mark', changeId: of('orderedChange'), source: 'text', lineId: of('planLine'), section: 'text', 'words?': 'text', lockedBy: 'person', lockedAt: 'instant',
    'liftedBy?': 'person', 'liftedAt?': 'instant', 'liftReason?': 'text',
  },
  // To be read: the new council decides for itself (carried-facts.ts).
  planCeasing: {
    id: 'id', why: 'text', consideredBy: 'person', consideredAt: 'instant', 'familySaid?': 'text', 'settingSaid?': 'text', 'consultedBy?': 'person', 'answers?': 'json', 'reasons?': 'text', 'decidedBy?': 'person', 'decidedAt?': 'instant',
  },
  reassessment: { id: 'id', askedBy: 'text', 'askedByName?': 'text', why: 'text', recordedBy: 'person', recordedAt: 'instant', 'answers?': 'json', 'reasons?': 'text', 'decidedBy?': 'person', 'decidedAt?': 'instant' },
  phaseTransfer: {
    id: 'id', year: 'int', standing: 'text', 'kind?': 'text', because: 'text', 'yearGroup?': 'int', isOutOfYear: 'flag', 'organisationId?': 'organisation', 'transferOn?': 'date', 'strictOn?': 'date', 'reason?': 'text',
    'settledBy?': 'person', 'settledAt?': 'instant', madeAt: 'instant',
  },
}

/** The columns of a table, in order, by name. */
export const columnsOf = (table: MovedTable): readonly (readonly [name: string, column: Column])[] =>
  Object.entries(specs[table]).map(([name, kind]) => [name.replace(/\?$/, ''), { kind, mayBeEmpty: name.endsWith('?') }])

/** What other rows name a row of this table by. */
export const idOf = (table: MovedTable, row: Readonly<Record<string, unknown>>): unknown => row[table === 'reviewArrangement' ? 'reviewId' : 'id']

/** Rows of which more than one has no meaning: a package is about one child and at most one plan. */
export const singleRows: readonly MovedTable[] = ['child', 'plan']
/** Kept under the child, and not under the case. */
export const tablesOfChild: readonly MovedTable[] = ['child', 'relationship', 'restriction', 'communicationNeed', 'childAddress', 'childSetting', 'childNeed']
/** Rows that hang on another row, and name neither child nor case. */
export const tablesOfRows: readonly MovedTable[] = ['namedSetting', 'personalBudget', 'planLine', 'planVersion', 'planLineRevision', 'adviceLine', 'adviceFile', 'planLineLink', 'planLineSource', 'proposal', 'lineConfirmation']
