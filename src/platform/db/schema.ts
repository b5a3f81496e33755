// Made by `npm run db:types` from the migrated database. Do not edit.

import type { Generated } from 'kysely'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import type {
  AdviceId, AdviceLineId, AdviceRequestId, CaseId, ChildId, ConsultationId, DeliveryId, DocumentId,
  LineId, LocalAreaId, MessageId, OlderPlanId, OrganisationId, PersonId, PlanId, PlanVersionId,
  ProposalId, RequestId, SessionId,
} from '../../domain/ids.ts'
import type { DefaultedJsonColumn, JsonColumn, NullableJsonColumn } from './json-column.ts'

export interface AccessReviewTable {
  organisationId: OrganisationId
  id: string
  reviewedBy: PersonId
  reviewedAt: Instant
  kept: number
  changed: number
  removed: number
}

export interface AccessRuleTable {
  part: string
  kind: string
}

export interface AccountTable {
  personId: PersonId
  email: string
  userHandle: string
  passwordHash: string | null
  secondFactor: string | null
  appKeySealed: string | null
  appLastStep: number | null
  phoneSealed: string | null
  wrongCodes: Generated<number>
  openedAt: Instant
  lastSignedInAt: Instant | null
  closedAt: Instant | null
}

export interface AccountMessageTable {
  id: string
  sealed: string | null
  queuedAt: Instant
  sentAt: Instant | null
  failure: string | null
}

export interface AddressDisputeTable {
  localAreaId: LocalAreaId
  id: string
  childId: ChildId
  caseId: CaseId
  personId: PersonId
  why: string
  openedAt: Instant
  openedBy: PersonId | null
  holdsUntil: Instant | null
  closedAt: Instant | null
  closedBy: PersonId | null
  outcome: string | null
}

export interface AdviceTable {
  localAreaId: LocalAreaId
  id: AdviceId
  caseId: CaseId
  adviceRequestId: AdviceRequestId | null
  item: string
  kind: string
  authorPersonId: PersonId | null
  authorName: string
  authorRole: string
  organisationId: OrganisationId | null
  dated: PlainDate | null
  contactWithChildOn: PlainDate | null
  knownToService: boolean | null
  method: string | null
  supporter: string | null
  answers: DefaultedJsonColumn
  reportText: Generated<string>
  reportBlocks: DefaultedJsonColumn
  documentId: DocumentId | null
  state: string
  version: Generated<number>
  givenAt: Instant | null
  returnedAt: Instant | null
  returnReasons: string | null
  isEarlier: Generated<boolean>
  reuseAgreed: NullableJsonColumn
  notFor: Generated<string[]>
  registration: string | null
  organisationName: string | null
  begunBy: PersonId | null
  begunAt: Instant | null
  recordedBy: PersonId | null
  channel: string | null
  contactMethod: string | null
  way: string | null
  rating: NullableJsonColumn
}

export interface AdviceFileTable {
  localAreaId: LocalAreaId
  adviceId: AdviceId
  documentId: DocumentId
  addedAt: Instant
  removedAt: Instant | null
}

export interface AdviceKeptSaveTable {
  localAreaId: LocalAreaId
  id: string
  adviceId: AdviceId
  basedOn: number
  answers: JsonColumn
  reportText: string
  savedBy: PersonId | null
  savedAt: Instant
  settledAt: Instant | null
}

export interface AdviceLineTable {
  localAreaId: LocalAreaId
  id: AdviceLineId
  adviceId: AdviceId
  kind: string
  section: string
  position: number
  text: string
  fields: DefaultedJsonColumn
  quote: string
  quoteStart: number
  quoteEnd: number
  markedBy: PersonId | null
  markedAt: Instant
  disposition: string | null
  dispositionLineId: LineId | null
  dispositionReason: string | null
  dispositionBy: PersonId | null
  dispositionAt: Instant | null
  removedAt: Instant | null
  wordedAt: Instant | null
  answer: string | null
  answeredBy: PersonId | null
  answeredAt: Instant | null
}

export interface AdviceRequestTable {
  localAreaId: LocalAreaId
  id: AdviceRequestId
  caseId: CaseId
  item: string
  kind: string
  askedPersonId: PersonId | null
  askedOrganisationId: OrganisationId | null
  note: string | null
  documentIds: Generated<DocumentId[]>
  sentOn: PlainDate
  receivedOn: PlainDate | null
  dueOn: PlainDate | null
  chasedAt: Generated<Instant[]>
  state: string
  excusedReason: string | null
  excusedBy: PersonId | null
  enclosuresLeftOut: string | null
  endedReason: string | null
}

export interface AreaSendingTable {
  localAreaId: LocalAreaId
  changedAt: Instant
  recallMinutes: number
  reason: string
  changedBy: PersonId | null
}

export interface ArrivalTable {
  localAreaId: LocalAreaId
  id: string
  moveId: string
  kind: string
  fromAreaId: string | null
  fromName: string
  childName: string
  bornOn: PlainDate
  movesOn: PlainDate
  transferredOn: PlainDate
  packageSha256: string
  packageSize: number
  publicKey: string
  arrivedAt: Instant
  broughtBy: PersonId | null
  keyComparedWith: string | null
  openedAt: Instant | null
  openedBy: PersonId | null
  chasedAt: Instant | null
  takenInAt: Instant | null
  takenInBy: PersonId | null
  caseId: CaseId | null
  returnedAt: Instant | null
  returnedBy: PersonId | null
  returnedBecause: string | null
  calledOffAt: Instant | null
  receipt: NullableJsonColumn
  ids: NullableJsonColumn
}

export interface AuditRecordTable {
  localAreaId: LocalAreaId
  seq: number
  at: Instant
  requestId: string
  actor: string
  personId: PersonId | null
  sessionMark: string | null
  organisationId: OrganisationId | null
  parts: Generated<string>
  kind: string
  route: string
  outcome: string
  caseId: CaseId | null
  otherCaseIds: Generated<string[]>
  draftId: string | null
  cases: Generated<number>
  act: string | null
  factSeqs: Generated<number[]>
  breakGlassId: string | null
  previousHash: Uint8Array
  hash: Uint8Array
}

export interface AutomaticChaseTable {
  localAreaId: LocalAreaId
  kind: string
  changedAt: Instant
  isOn: boolean
  reason: string
  changedBy: PersonId
}

export interface BreakGlassTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId
  personId: PersonId
  role: string
  organisationId: OrganisationId | null
  openedAt: Instant
  endsAt: Instant
  reasonCode: string
  words: string
  endedAt: Instant | null
  withheldReason: string | null
  withheldBy: PersonId | null
  withheldAt: Instant | null
}

export interface BreakGlassReviewTable {
  localAreaId: LocalAreaId
  id: string
  breakGlassId: string
  verdict: string
  words: string
  reviewedBy: PersonId
  reviewedAt: Instant
}

export interface BroughtBackTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId
  planId: PlanId
  workingCopyId: string | null
  documentId: DocumentId
  broughtBy: PersonId
  broughtAt: Instant
  onBehalfOf: PersonId | null
  channel: string
  found: JsonColumn
  missing: string[]
  hasMarks: boolean
  doneAt: Instant | null
}

export interface BulkConsultationTable {
  localAreaId: LocalAreaId
  id: string
  year: number
  organisationIds: string[]
  begunBy: PersonId
  begunAt: Instant
}

export interface BulkConsultationItemTable {
  localAreaId: LocalAreaId
  id: string
  bulkId: string
  caseId: CaseId
  organisationIds: string[]
  state: string
  because: string | null
  settledAt: Instant | null
  adviceIds: Generated<string[]>
  consultationIds: Generated<string[]>
}

export interface CapacityAssessmentTable {
  localAreaId: LocalAreaId
  caseId: CaseId
  id: string
  decision: string
  about: string
  support: string
  assessedBy: string
  assessorRole: string
  reasons: string
  evidence: string | null
  evidenceDocumentId: DocumentId | null
  hasCapacity: boolean
  appointmentEvidence: string | null
  recordedBy: PersonId
  recordedAt: Instant
}

export interface CaseFileTable {
  localAreaId: LocalAreaId
  id: CaseId
  childId: ChildId
  reference: string
  caseOfficerId: PersonId | null
  openedAt: Instant
  stage: string
  tracks: DefaultedJsonColumn
  receivedOn: PlainDate | null
  foldedSeq: Generated<number>
  nextStep: string | null
  nextDueOn: PlainDate | null
  nextHolder: string | null
  clocksSeq: number | null
  clocksRefused: NullableJsonColumn
}

export interface CaseFoundingTable {
  transaction: Generated<string>
  localAreaId: LocalAreaId
  caseId: CaseId
  childId: ChildId
}

export interface CaseNumberTable {
  localAreaId: LocalAreaId
  year: number
  latest: number
}

export interface CasePartyTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId
  personId: PersonId | null
  organisationId: OrganisationId | null
  part: string
  basis: string
  fromOn: PlainDate
  toOn: PlainDate | null
}

export interface ChangeSaidTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId
  saidBy: PersonId
  onBehalfOf: PersonId | null
  channel: string
  part: string
  what: string
  words: string
  sinceOn: PlainDate | null
  asksForReview: boolean
  documentId: DocumentId | null
  saidAt: Instant
  answerBy: PlainDate
  outcome: string | null
  reasons: string | null
  reviewId: string | null
  answeredBy: PersonId | null
  answeredAt: Instant | null
  answerId: string | null
  reassessmentId: string | null
}

export interface CheckReleaseTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId
  checkId: string
  about: string
  reason: string
  releasedBy: PersonId
  releasedAt: Instant
}

export interface ChildTable {
  localAreaId: LocalAreaId
  id: ChildId
  personId: PersonId | null
  givenName: string
  familyName: string
  preferredName: string | null
  bornOn: PlainDate
  sex: string | null
  ethnicityCode: string | null
  upn: string | null
  nhsNumber: string | null
  uln: string | null
  homeLanguages: Generated<string[]>
  communicationMode: string | null
  yearGroupOverride: number | null
  hearingImpaired: Generated<boolean>
  visionImpaired: Generated<boolean>
  upnUnknown: string | null
}

export interface ChildAddressTable {
  localAreaId: LocalAreaId
  id: string
  childId: ChildId
  lines: string[]
  postcode: string | null
  household: Generated<string>
  isConfidential: Generated<boolean>
  fromOn: PlainDate
  toOn: PlainDate | null
  residentIds: string[] | null
  lettersBy: string | null
  howKnown: string | null
  recordedBy: PersonId | null
  recordedAt: Instant | null
  marks: string[] | null
}

export interface ChildNeedTable {
  localAreaId: LocalAreaId
  id: string
  childId: ChildId
  need: string
  rank: number
  fromOn: PlainDate
  toOn: PlainDate | null
  recordedBy: PersonId | null
  recordedAt: Instant
}

export interface ChildSettingTable {
  localAreaId: LocalAreaId
  id: string
  childId: ChildId
  organisationId: OrganisationId | null
  fromOn: PlainDate
  toOn: PlainDate | null
  senSetting: string | null
  senSettingOther: string | null
  rank: Generated<number>
  senUnit: boolean | null
  resourced: boolean | null
  residential: string | null
  workBased: string | null
}

export interface ClockTable {
  localAreaId: LocalAreaId
  caseId: CaseId
  clockId: string
  about: string
  run: Generated<number>
  scope: string
  nature: string
  standing: string
  owedBy: string
  owedOrganisationId: OrganisationId | null
  owedPersonId: PersonId | null
  startedOn: PlainDate
  startedBy: number
  targetOn: PlainDate | null
  dueOn: PlainDate | null
  metOn: PlainDate | null
  metBy: number | null
  overtakenOn: PlainDate | null
  overtakenBy: number | null
  excusedBy: string | null
  wasLate: Generated<boolean>
  lateBeforeCorrection: Generated<boolean>
  isOpen: Generated<boolean>
}

export interface ClockTargetTable {
  localAreaId: LocalAreaId
  clockId: string
  fromOn: PlainDate
  kind: string
  count: number | null
  recordedBy: PersonId | null
  recordedAt: Instant
}

export interface ClockTargetChangeTable {
  localAreaId: LocalAreaId
  id: string
  clockId: string
  fromOn: PlainDate
  kind: string
  count: number | null
  reason: string
  recordedBy: PersonId
  recordedAt: Instant
}

export interface CommunicationNeedTable {
  localAreaId: LocalAreaId
  id: string
  childId: ChildId
  kind: string
  detail: string | null
  fromOn: PlainDate
  toOn: PlainDate | null
}

export interface ConsultationTable {
  localAreaId: LocalAreaId
  id: ConsultationId
  caseId: CaseId
  organisationId: OrganisationId
  versionId: PlanVersionId
  documentIds: Generated<DocumentId[]>
  askedForByFamily: Generated<boolean>
  sentOn: PlainDate
  receivedOn: PlainDate | null
  dueOn: PlainDate
  answers: NullableJsonColumn
  answeredBy: PersonId | null
  answeredAt: Instant | null
  withdrawnAt: Instant | null
  withdrawnReason: string | null
  adviceIds: Generated<string[]>
  chasedAt: Generated<Instant[]>
}

export interface CurrencyMonthTable {
  localAreaId: LocalAreaId
  month: PlainDate
  takenOn: PlainDate
  green: number
  amber: number
  red: number
  empty: number
  notHere: number
  oldestMonths: number | null
  halfMonths: number | null
}

export interface CurrencyRuleTable {
  localAreaId: LocalAreaId
  id: string
  rule: JsonColumn
  reason: string
  setBy: PersonId
  setAt: Instant
}

export interface DecisionTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId
  question: string
  outcome: string
  decidedOn: PlainDate
  decidedBy: PersonId
  testAnswers: JsonColumn
  reasons: string
  panelItemId: string | null
  noticeId: string | null
}

export interface DeliveryTable {
  localAreaId: LocalAreaId
  id: DeliveryId
  caseId: CaseId
  versionId: PlanVersionId
  personId: PersonId | null
  organisationId: OrganisationId | null
  name: string
  basis: string
  sentAt: Instant
  chasedAt: Generated<Instant[]>
  role: Generated<string>
  isOwed: Generated<boolean>
  lineIds: Generated<string[]>
  byPost: Generated<boolean>
}

export interface DeliveryLeftOutTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId
  versionId: PlanVersionId
  personId: PersonId | null
  organisationId: OrganisationId | null
  name: string
  role: string
  reason: string
  decidedBy: PersonId | null
  decidedAt: Instant
}

export interface DeliveryReceiptTable {
  localAreaId: LocalAreaId
  deliveryId: string
  personId: PersonId
  openedAt: Instant
  acknowledgedAt: Instant | null
}

export interface DigestTable {
  localAreaId: LocalAreaId
  personId: PersonId
  onDay: PlainDate
  outgoingId: string | null
  counts: JsonColumn
  recordedAt: Instant
}

export interface DocumentTable {
  localAreaId: LocalAreaId
  id: DocumentId
  caseId: CaseId | null
  requestDraftId: string | null
  title: string
  fileName: string
  contentType: string
  kind: string
  size: number
  sha256: string
  audience: Generated<string[]>
  uploadedBy: PersonId | null
  uploadedAt: Instant
  removedAt: Instant | null
  scanState: Generated<string>
  scannedAt: Instant | null
  scannedBy: string | null
  scanWords: string | null
}

export interface ExportMadeTable {
  localAreaId: LocalAreaId
  id: string
  export: string
  purpose: string
  purposeWords: string | null
  personId: PersonId
  madeAt: Instant
  rowCount: number
  sha256: string
}

export interface FactTable {
  localAreaId: LocalAreaId
  caseId: CaseId
  seq: number
  type: string
  about: string | null
  happenedOn: PlainDate
  recordedAt: Instant
  recordedBy: PersonId | null
  forOrganisationId: OrganisationId | null
  reason: string | null
  data: JsonColumn
  correctsSeq: number | null
}

export interface FamilyAdviceRequestTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId
  who: string
  isReasonable: boolean
  reasons: string
  answeredBy: PersonId | null
  answeredAt: Instant
}

export interface FileLossTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId | null
  documentId: DocumentId
  how: string
  noticedAt: Instant
  foundAgainAt: Instant | null
  settledAt: Instant | null
  settledBy: PersonId | null
  commissioner: string | null
  family: string | null
  words: string | null
}

export interface IcbAgreementTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId
  agreedBy: string
  agreedOn: PlainDate
  note: string | null
  recordedBy: PersonId
  recordedAt: Instant
}

export interface InvitationTable {
  id: string
  tokenHash: string
  personId: PersonId
  email: string
  localAreaId: LocalAreaId | null
  caseId: CaseId | null
  factKind: string
  factHash: string
  wrongFacts: Generated<number>
  lastWrongAt: Instant | null
  invitedBy: PersonId | null
  invitedAt: Instant
  endsAt: Instant
  acceptedAt: Instant | null
  withdrawnAt: Instant | null
}

export interface ItemSealTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId
  thingKind: string
  thingId: string
  thingIds: string[]
  kind: string
  readerIds: Generated<string[]>
  organisationId: OrganisationId | null
  ownerId: string | null
  ground: string
  opinion: string | null
  sealedReason: string
  decidedBy: string
  sealedBy: PersonId
  sealedAt: Instant
  reviewOn: PlainDate
  reviewedAt: Instant | null
  endedBy: PersonId | null
  endedAt: Instant | null
  sealedEndReason: string | null
}

export interface KeptTextTable {
  localAreaId: LocalAreaId
  id: string
  lineId: LineId
  baseN: number
  text: string
  fields: JsonColumn
  authorId: PersonId
  keptAt: Instant
  settledAt: Instant | null
  settledAs: string | null
  clashNo: number
  section: string
  isRemoved: Generated<boolean>
  how: string
  settledBy: PersonId | null
  settledN: number | null
}

export interface KeptTypingTable {
  personId: PersonId
  id: string
  page: string
  sealed: string
  keptAt: Instant
}

export interface KnownDeviceTable {
  tokenHash: string
  personId: PersonId
  firstUsedAt: Instant
  lastUsedAt: Instant
}

export interface LeavingTable {
  organisationId: OrganisationId
  id: string
  personId: PersonId
  lastOn: PlainDate
  handToPersonId: PersonId | null
  decidedBy: PersonId | null
  decidedAt: Instant
  withdrawnAt: Instant | null
  finishedAt: Instant | null
}

export interface LineConfirmationTable {
  localAreaId: LocalAreaId
  id: string
  planId: PlanId
  lineId: LineId
  revision: number
  confirmedOn: PlainDate
  how: string
  reviewId: string | null
  recordedBy: PersonId | null
  recordedAt: Instant
}

export interface LocalAreaTable {
  id: LocalAreaId
  code: string
  name: string
  councilName: string
  officerTitle: Generated<string>
  contacts: DefaultedJsonColumn
  icbOrganisationId: OrganisationId | null
  socialCareOrganisationId: OrganisationId | null
  authorityNumber: string | null
  medicalOfficer: string | null
  clinicalOfficer: string | null
  socialCareOfficer: string | null
}

export interface LockedPackageTable {
  localAreaId: LocalAreaId
  id: string
  fileName: string
  sha256: string
  size: number
  broughtBy: PersonId
  broughtAt: Instant
  openedAt: Instant | null
  arrivalId: string | null
  putAwayAt: Instant | null
  putAwayBy: PersonId | null
}

export interface LockedWordingTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId
  planId: PlanId
  reviewId: string
  changeId: string
  source: string
  lineId: LineId
  section: string
  words: string | null
  lockedBy: PersonId
  lockedAt: Instant
  liftedBy: PersonId | null
  liftedAt: Instant | null
  liftReason: string | null
}

export interface LogoutTokenSeenTable {
  issuer: string
  tokenId: string
  seenAt: Instant
}

export interface MembershipTable {
  id: string
  personId: PersonId
  organisationId: OrganisationId
  role: string
  fromOn: PlainDate
  toOn: PlainDate | null
  confirmedOn: Generated<PlainDate>
}

export interface MessageTable {
  localAreaId: LocalAreaId
  id: MessageId
  caseId: CaseId
  authorId: PersonId
  onBehalfOf: PersonId | null
  fromFamily: boolean
  withPersonId: PersonId
  channel: string
  body: string
  sentAt: Instant
  readAt: Instant | null
}

export interface MoveTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId
  toAreaId: string | null
  toName: string
  knownOn: PlainDate
  movesOn: PlainDate
  recordedBy: PersonId
  recordedAt: Instant
  note: Generated<string>
  goes: Generated<string[]>
  leftOut: Generated<string[]>
  orderedBy: PersonId | null
  orderedAt: Instant | null
  sendingId: string | null
  packageSha256: string | null
  packageSize: number | null
  withheld: NullableJsonColumn
  carriedAt: Instant | null
  handedOverOn: PlainDate | null
  openedAt: Instant | null
  takenInAt: Instant | null
  returnedAt: Instant | null
  returnedBecause: string | null
  receipt: NullableJsonColumn
  calledOffAt: Instant | null
  calledOffBy: PersonId | null
  calledOffBecause: string | null
}

export interface NamedSettingTable {
  localAreaId: LocalAreaId
  id: string
  planId: PlanId
  rank: Generated<number>
  organisationId: OrganisationId | null
  senSetting: string | null
  senSettingOther: string | null
  senUnit: boolean | null
  resourced: boolean | null
  residential: string | null
  workBased: string | null
  fromOn: PlainDate
  toOn: PlainDate | null
  recordedAt: Instant
}

export interface NoticeTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId
  kind: string
  title: string
  content: JsonColumn
  composedBy: PersonId | null
  composedAt: Instant
  sentOn: PlainDate | null
  toPersonId: PersonId | null
  toOrganisationId: OrganisationId | null
  toName: Generated<string>
}

export interface OlderPlanTable {
  localAreaId: LocalAreaId
  id: OlderPlanId
  documentId: DocumentId
  fileName: string
  sha256: string
  state: Generated<string>
  tries: Generated<number>
  why: string | null
  facts: DefaultedJsonColumn
  pieces: DefaultedJsonColumn
  notes: DefaultedJsonColumn
  n: Generated<number>
  toSettle: Generated<number>
  standing: Generated<string>
  broughtAt: Instant
  readAt: Instant | null
  claimedBy: PersonId | null
  claimedAt: Instant | null
  caseId: CaseId | null
  versionId: PlanVersionId | null
  endedBy: PersonId | null
  endedAt: Instant | null
  reason: string | null
}

export interface OlderPlanBatchTable {
  localAreaId: LocalAreaId
  id: string
  how: string
  broughtBy: PersonId | null
  broughtAt: Instant
}

export interface OlderPlanFileTable {
  localAreaId: LocalAreaId
  batchId: string
  no: number
  fileName: string
  outcome: string
  why: string | null
  olderPlanId: OlderPlanId | null
}

export interface OrderedChangeTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId
  reviewId: string | null
  source: string
  kind: string | null
  madeOn: PlainDate
  words: string | null
  documentId: DocumentId | null
  recordedBy: PersonId
  recordedAt: Instant
}

export interface OrganisationTable {
  id: OrganisationId
  kind: string
  name: string
  service: string | null
  localAreaId: LocalAreaId | null
  urn: string | null
  ukprn: string | null
  odsCode: string | null
  settingType: string | null
  headName: string | null
  email: string | null
  phone: string | null
  address: Generated<string[]>
}

export interface OutgoingTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId | null
  noticeId: string | null
  about: string
  channel: string
  toPersonId: PersonId | null
  toOrganisationId: OrganisationId | null
  toAddress: string | null
  subject: string
  body: string
  state: string
  queuedAt: Instant
  queuedBy: PersonId | null
  sentAt: Instant | null
  attempts: Generated<number>
  failure: string | null
  byDay: Generated<boolean>
  sendingId: string | null
  heldUntil: Instant | null
  ownerId: string | null
  postedCheckedBy: PersonId | null
}

export interface OutsideIdentityTable {
  issuer: string
  subject: string
  personId: PersonId
  provider: string
  boundAt: Instant
  boundHow: string
  boundBy: PersonId | null
  lastUsedAt: Instant | null
  endedAt: Instant | null
}

export interface PanelItemTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId
  question: string
  panelOn: PlainDate
  members: string[]
  conflicts: string | null
  advice: string
  reasons: string
  conditions: string | null
  recordedBy: PersonId
  recordedAt: Instant
}

export interface ParagraphMarkTable {
  localAreaId: LocalAreaId
  mark: string
  caseId: CaseId
  firstSeenAt: Instant
}

export interface PartOfRoleTable {
  role: string
  part: string
}

export interface PasskeyTable {
  id: string
  personId: PersonId
  publicKey: string
  counter: number
  transports: Generated<string[]>
  name: string
  isSynced: boolean
  createdAt: Instant
  lastUsedAt: Instant | null
}

export interface PermissionSaidTable {
  localAreaId: LocalAreaId
  caseId: CaseId
  id: string
  parentId: string
  how: string
  words: string | null
  evidenceDocumentId: DocumentId | null
  recordedBy: PersonId
  recordedAt: Instant
}

export interface PersonTable {
  id: PersonId
  fullName: string
  email: string | null
  phone: string | null
  profession: string | null
  registration: string | null
  canSignIn: Generated<boolean>
  createdAt: Instant
}

export interface PersonalBudgetTable {
  localAreaId: LocalAreaId
  id: string
  planId: PlanId
  isTakenUp: boolean
  isOrganised: boolean | null
  directPayment: string | null
  fromOn: PlainDate
  toOn: PlainDate | null
  recordedBy: PersonId | null
  recordedAt: Instant
}

export interface PhaseTransferTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId
  year: number
  standing: string
  kind: string | null
  because: string
  yearGroup: number | null
  isOutOfYear: Generated<boolean>
  organisationId: OrganisationId | null
  transferOn: PlainDate | null
  strictOn: PlainDate | null
  reason: string | null
  settledBy: PersonId | null
  settledAt: Instant | null
  madeAt: Instant
}

export interface PlanTable {
  localAreaId: LocalAreaId
  id: PlanId
  caseId: CaseId
  firstMadeOn: PlainDate | null
  startedAt: Instant
  listedAdvice: DefaultedJsonColumn
}

export interface PlanCeasingTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId
  why: string
  consideredBy: PersonId
  consideredAt: Instant
  familySaid: string | null
  settingSaid: string | null
  consultedBy: PersonId | null
  answers: NullableJsonColumn
  reasons: string | null
  decidedBy: PersonId | null
  decidedAt: Instant | null
}

export interface PlanCheckRunTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId
  status: string
  mayGo: boolean
  findings: JsonColumn
  runBy: PersonId | null
  runAt: Instant
}

export interface PlanCurrencyTable {
  localAreaId: LocalAreaId
  planId: PlanId
  caseId: CaseId
  versionId: PlanVersionId
  issuedOn: PlainDate
  bOn: PlainDate | null
  cOn: PlainDate | null
  dOn: PlainDate | null
  eOn: PlainDate | null
  fOn: PlainDate | null
  gOn: PlainDate | null
  h1On: PlainDate | null
  h2On: PlainDate | null
  oldestOn: PlainDate | null
  halfOn: PlainDate | null
  lineDays: Generated<PlainDate[]>
  needAreas: Generated<string[]>
}

export interface PlanLineTable {
  localAreaId: LocalAreaId
  id: LineId
  planId: PlanId
  kind: string
  latest: number
}

export interface PlanLineLinkTable {
  localAreaId: LocalAreaId
  id: string
  planId: PlanId
  fromLineId: LineId
  toLineId: LineId
  kind: string
  addedBy: PersonId
  addedAt: Instant
  removedAt: Instant | null
}

export interface PlanLineRevisionTable {
  localAreaId: LocalAreaId
  lineId: LineId
  n: number
  baseN: number
  section: string
  position: number
  text: string
  fields: JsonColumn
  isRemoved: Generated<boolean>
  authorId: PersonId
  at: Instant
  because: string | null
  how: Generated<string>
  forOrganisationId: OrganisationId | null
}

export interface PlanLineSourceTable {
  localAreaId: LocalAreaId
  id: string
  lineId: LineId
  adviceId: AdviceId | null
  adviceLineId: AdviceLineId | null
  quote: string | null
  quoteStart: number | null
  quoteEnd: number | null
  saidBy: string | null
  saidOn: PlainDate | null
  addedBy: PersonId
  addedAt: Instant
  removedAt: Instant | null
}

export interface PlanPresenceTable {
  localAreaId: LocalAreaId
  planId: PlanId
  personId: PersonId
  lineId: LineId | null
  seenAt: Instant
}

export interface PlanVersionTable {
  localAreaId: LocalAreaId
  id: PlanVersionId
  planId: PlanId
  no: number
  kind: string
  label: string
  content: string
  sha256: string
  frozenAt: Instant
  frozenBy: PersonId
  issuedOn: PlainDate | null
  html: string | null
  pdfSha256: string | null
  docxSha256: string | null
  summaryHtml: string | null
  supersededOn: PlainDate | null
  document: NullableJsonColumn
  summaryDocument: NullableJsonColumn
  pdfProblem: string | null
  ids: NullableJsonColumn
}

export interface PortalLockTable {
  localAreaId: LocalAreaId
  id: string
  lockedAt: Instant
  lockedBy: PersonId
  reportId: string
  verdict: string | null
  firstReleasedAt: Instant | null
  firstReleasedBy: PersonId | null
  firstRole: string | null
  reason: string | null
  releasedAt: Instant | null
  releasedBy: PersonId | null
}

export interface PortalReportTable {
  localAreaId: LocalAreaId
  id: string
  reportedAt: Instant
  reportedBy: PersonId
  sealedReport: string | null
  lockId: string | null
}

export interface PossibleDuplicateTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId
  otherCaseId: CaseId
  score: number
  alike: string[]
  foundAt: Instant
  decision: string | null
  decidedBy: PersonId | null
  decidedAt: Instant | null
  reason: string | null
  saidSameBy: PersonId | null
  saidSameAt: Instant | null
  saidSameReason: string | null
  saidSameBring: Generated<string[]>
}

export interface ProposalTable {
  localAreaId: LocalAreaId
  id: ProposalId
  planId: PlanId
  versionId: PlanVersionId | null
  lineId: LineId | null
  onRevision: number | null
  section: string | null
  kind: string
  text: string
  authorId: PersonId
  onBehalfOf: PersonId | null
  channel: Generated<string>
  madeAt: Instant
  decision: string | null
  decisionReason: string | null
  decidedBy: PersonId | null
  decidedAt: Instant | null
  resultingRevision: number | null
  because: string | null
  reviewId: string | null
  fields: NullableJsonColumn
}

export interface ProxyTable {
  localAreaId: LocalAreaId
  id: string
  childId: ChildId
  caseId: CaseId
  personId: PersonId
  forPersonId: PersonId
  kind: string
  organisation: string | null
  scopes: string[]
  consent: string
  evidenceDocumentId: DocumentId | null
  fromOn: PlainDate
  toOn: PlainDate
  recordedBy: PersonId | null
  recordedAt: Instant
  endedAt: Instant | null
  endedBy: PersonId | null
}

export interface ReassessmentTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId
  askedBy: string
  askedByName: string | null
  why: string
  recordedBy: PersonId
  recordedAt: Instant
  answers: NullableJsonColumn
  reasons: string | null
  decidedBy: PersonId | null
  decidedAt: Instant | null
}

export interface RecoveryCodeTable {
  personId: PersonId
  codeHash: string
  usedAt: Instant | null
}

export interface RedactionTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId
  adviceId: AdviceId | null
  documentId: DocumentId | null
  reader: string
  readerName: string
  why: string
  title: string
  sourceText: string
  sourceBlocks: JsonColumn
  state: string
  demandedBy: PersonId
  demandedAt: Instant
  markedBy: PersonId | null
  markedAt: Instant | null
  returnedWords: string | null
  releasedBy: PersonId | null
  releasedAt: Instant | null
  copyText: string | null
  copyBlocks: NullableJsonColumn
  copySha256: string | null
  copyTitle: string | null
  pdfSha256: string | null
  docxSha256: string | null
}

export interface RedactionPassageTable {
  localAreaId: LocalAreaId
  redactionId: string
  passageStart: number
  passageEnd: number
  reason: string
  foundAs: string
  choice: string | null
  chosenBy: PersonId | null
}

export interface RelationshipTable {
  localAreaId: LocalAreaId
  id: string
  childId: ChildId
  personId: PersonId
  relation: string
  hasParentalResponsibility: boolean
  responsibilityEvidence: string | null
  responsibilityFrom: PlainDate | null
  responsibilityTo: PlainDate | null
  livesWithChild: Generated<boolean>
  safeContact: Generated<string>
  safeContactNote: string | null
  language: string | null
  needsInterpreter: Generated<boolean>
  formats: Generated<string[]>
  responsibilityBasis: string | null
  evidenceDatedOn: PlainDate | null
  evidenceSeenBy: PersonId | null
  evidenceSeenOn: PlainDate | null
  careFrom: PlainDate | null
  careTo: PlainDate | null
  safeTimes: string | null
  mayLeaveVoicemail: boolean | null
  contactAs: string | null
  contactAskedOn: PlainDate | null
}

export interface RelationshipWasTable {
  localAreaId: LocalAreaId
  id: string
  childId: ChildId
  relationshipId: string
  what: string
  was: JsonColumn
  changedBy: PersonId | null
  changedAt: Instant
}

export interface ReleasedFindingTable {
  localAreaId: LocalAreaId
  caseId: CaseId
  mark: string
  kind: string
  reason: string
  releasedBy: PersonId
  releasedAt: Instant
}

export interface ReminderTable {
  localAreaId: LocalAreaId
  caseId: CaseId
  clockId: string
  about: string
  run: number
  recipientId: string
  step: number
  personId: PersonId | null
  organisationId: OrganisationId | null
  dueOn: PlainDate
  recordedAt: Instant
  outgoingId: string | null
  notSentBecause: string | null
}

export interface ReminderChoiceTable {
  personId: PersonId
  channel: string
  kindsOff: Generated<string[]>
  chosenAt: Instant
}

export interface ReminderStepTable {
  localAreaId: LocalAreaId
  caseId: CaseId
  clockId: string
  about: string
  run: number
  step: number
  settledAt: Instant
}

export interface RequestTable {
  localAreaId: LocalAreaId
  id: RequestId
  caseId: CaseId
  madeBy: string
  madeByName: string
  madeByPersonId: PersonId | null
  madeByOrganisationId: OrganisationId | null
  channel: string
  receivedOn: PlainDate
  answers: JsonColumn
  recordedBy: PersonId | null
  inYouthAccommodation: boolean | null
}

export interface RequestDraftTable {
  localAreaId: LocalAreaId
  id: string
  journey: string
  startedBy: PersonId | null
  returnCodeHash: string | null
  answers: DefaultedJsonColumn
  startedAt: Instant
  savedAt: Instant
  sentAt: Instant | null
  caseId: CaseId | null
  reference: string
  madeBy: string
  recording: NullableJsonColumn
  codeNumber: Generated<number>
  codeSeenAt: Instant | null
}

export interface RequestDraftBrowserTable {
  localAreaId: LocalAreaId
  requestDraftId: string
  tokenHash: string
  openedAt: Instant
  endsAt: Instant
}

export interface RequestReturnTryTable {
  localAreaId: LocalAreaId
  id: string
  reference: string
  triedAt: Instant
}

export interface RestrictionTable {
  localAreaId: LocalAreaId
  id: string
  childId: ChildId
  personId: PersonId | null
  kind: string
  madeOn: PlainDate | null
  courtReference: string | null
  effects: string[]
  fromOn: PlainDate
  toOn: PlainDate | null
  words: string | null
  evidence: string | null
  evidenceDocumentId: DocumentId | null
  reviewOn: PlainDate | null
  reviewedBy: PersonId | null
  reviewedOn: PlainDate | null
  recordedBy: PersonId | null
  recordedAt: Instant
}

export interface RestrictionChangeTable {
  localAreaId: LocalAreaId
  id: string
  childId: ChildId
  restrictionId: string
  was: JsonColumn
  effects: string[]
  fromOn: PlainDate
  toOn: PlainDate | null
  reason: string
  widens: boolean
  state: string
  askedBy: PersonId | null
  askedAt: Instant
  settledBy: PersonId | null
  settledAt: Instant | null
}

export interface ReturnBatchTable {
  localAreaId: LocalAreaId
  id: string
  how: string
  broughtBy: PersonId | null
  broughtAt: Instant
  state: Generated<string>
  why: string | null
  whyFile: string | null
  whyLine: number | null
  whyColumn: number | null
  year: number | null
  authority: string | null
  sums: DefaultedJsonColumn
  officerId: PersonId | null
  acceptedBy: PersonId | null
  acceptedAt: Instant | null
  takenBackBy: PersonId | null
  takenBackAt: Instant | null
  takenBackWhy: string | null
}

export interface ReturnFaultTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId
  rule: string
  severity: string
  block: string
  element: string
  times: number
  because: string | null
  onlyBySurveyDay: boolean
  sinceOn: PlainDate
  seenIn: string
  mendedOn: PlainDate | null
  explanation: string | null
  explainedBy: PersonId | null
  explainedAt: Instant | null
}

export interface ReturnFileTable {
  localAreaId: LocalAreaId
  batchId: string
  no: number
  fileName: string
  size: number
  sha256: string
  passing: string | null
}

export interface ReturnInFaultTable {
  localAreaId: LocalAreaId
  batchId: string
  no: number
  personNo: number | null
  rule: string
  severity: string
  file: string | null
  line: number
  col: number
  block: string
  element: string | null
  because: string | null
  keepsOut: boolean
}

export interface ReturnMadeTable {
  localAreaId: LocalAreaId
  id: string
  year: number
  serial: number
  surveyDay: PlainDate
  askedBy: PersonId | null
  askedAt: Instant
  madeAt: Instant | null
  failedAt: Instant | null
  people: number | null
  groups: NullableJsonColumn
  errors: number | null
  queries: number | null
  rules: NullableJsonColumn
  sha256: string | null
  size: number | null
  content: Uint8Array | null
  contentRemovedAt: Instant | null
}

export interface ReturnNightTable {
  localAreaId: LocalAreaId
  onDay: PlainDate
  block: string
  element: string
  counted: number
  wrong: number
}

export interface ReturnPersonTable {
  localAreaId: LocalAreaId
  batchId: string
  no: number
  line: number
  person: JsonColumn
  familyName: string | null
  givenName: string | null
  bornOn: PlainDate | null
  upn: string | null
  uln: string | null
  groups: Generated<string[]>
  errors: Generated<number>
  queries: Generated<number>
  keptOut: string | null
  match: Generated<string>
  childId: ChildId | null
  alike: DefaultedJsonColumn
  mendedBy: PersonId | null
  mendedAt: Instant | null
  state: Generated<string>
  why: string | null
  reference: string | null
}

export interface ReviewArrangementTable {
  localAreaId: LocalAreaId
  reviewId: string
  caseId: CaseId
  organisationId: OrganisationId | null
  versionId: PlanVersionId
  how: string
  place: string
  starts: string
  note: string | null
  needs: DefaultedJsonColumn
  arrangedBy: PersonId
  arrangedAt: Instant
}

export interface ReviewContributionTable {
  localAreaId: LocalAreaId
  invitationId: string
  reviewId: string
  caseId: CaseId
  familyPersonId: PersonId | null
  content: JsonColumn
  version: Generated<number>
  savedBy: PersonId
  savedAt: Instant
  channel: Generated<string>
  givenAt: Instant | null
  givenBy: PersonId | null
  proposals: DefaultedJsonColumn
  circulatedAt: Instant | null
  aside: DefaultedJsonColumn
  changedAt: Instant | null
  earlier: DefaultedJsonColumn
}

export interface ReviewConvenorTable {
  localAreaId: LocalAreaId
  caseId: CaseId
  personId: PersonId
  namedBy: PersonId | null
  namedAt: Instant
}

export interface ReviewGradeTable {
  localAreaId: LocalAreaId
  id: string
  reviewId: string
  caseId: CaseId
  childVoice: string
  specificity: string
  words: string
  gradedBy: PersonId
  gradedAt: Instant
}

export interface ReviewInvitationTable {
  localAreaId: LocalAreaId
  id: string
  reviewId: string
  caseId: CaseId
  part: string
  personId: PersonId | null
  organisationId: OrganisationId | null
  name: string
  pathway: string | null
  lineIds: Generated<string[]>
  needs: string | null
  sentAt: Instant | null
  coming: string | null
  answerWords: string | null
  answeredAt: Instant | null
  papersAt: Instant | null
  attended: string | null
  takenOffAt: Instant | null
  begunAt: Instant | null
  begunBy: PersonId | null
}

export interface ReviewListTable {
  localAreaId: LocalAreaId
  id: string
  organisationId: OrganisationId
  kind: string
  termStartsOn: PlainDate
  termEndsOn: PlainDate
  madeAt: Instant
  madeBy: PersonId | null
  reviews: number
  outgoingId: string | null
  receivedAt: Instant | null
  receivedBy: PersonId | null
}

export interface ReviewListRowTable {
  localAreaId: LocalAreaId
  listId: string
  caseId: CaseId
  reference: string
  childName: string
  bornOn: PlainDate
  settingNames: string
  kinds: string[]
  meetingBy: PlainDate | null
  decisionBy: PlainDate | null
  meetingOn: PlainDate | null
}

export interface ReviewReportTable {
  localAreaId: LocalAreaId
  reviewId: string
  caseId: CaseId
  note: DefaultedJsonColumn
  draft: DefaultedJsonColumn
  version: Generated<number>
  savedBy: PersonId
  savedAt: Instant
  sent: NullableJsonColumn
  sha256: string | null
  sentAt: Instant | null
  sentBy: PersonId | null
}

export interface SealedAddressTable {
  localAreaId: LocalAreaId
  childId: ChildId
  addressId: string
  sealed: string
  sealedAt: Instant
}

export interface SealedAddressReadingTable {
  localAreaId: LocalAreaId
  id: string
  childId: ChildId
  caseId: CaseId
  addressId: string
  personId: PersonId
  reason: string
  words: string | null
  askedAt: Instant
  shownAt: Instant | null
}

export interface SendingTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId
  act: string
  sentBy: PersonId
  sentAt: Instant
  heldUntil: Instant
  firstSeq: number
  lastSeq: number
  before: DefaultedJsonColumn
  letGoBy: PersonId | null
  letGoAt: Instant | null
  takenBackBy: PersonId | null
  takenBackAt: Instant | null
  reason: string | null
}

export interface SendingStopTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId
  what: string
  personId: PersonId | null
  stoppedAt: Instant
  kinds: string[]
  marks: string[]
  sealedWords: string
}

export interface SentThingTable {
  localAreaId: LocalAreaId
  thingId: string
  sendingId: string
  kind: string
}

export interface ServiceAddressTable {
  localAreaId: LocalAreaId
  id: string
  childId: ChildId
  personId: PersonId
  kind: string
  lines: string[]
  postcode: string | null
  howKnown: string
  fromOn: PlainDate
  toOn: PlainDate | null
  recordedBy: PersonId | null
  recordedAt: Instant
}

export interface SessionTable {
  tokenHash: string
  personId: PersonId
  startedAt: Instant
  lastSeenAt: Instant
  endsAt: Instant
  id: SessionId
  kind: string
  method: string
  provenAt: Instant
  secondFactorAt: Instant | null
  device: Generated<string>
  isSharedComputer: Generated<boolean>
  chosenOrganisationId: OrganisationId | null
  chosenLocalAreaId: LocalAreaId | null
  provider: string | null
  providerSubject: string | null
  providerSession: string | null
  providerToken: string | null
  endedAt: Instant | null
  endedBecause: string | null
}

export interface SessionLimitTable {
  localAreaId: LocalAreaId
  staffIdleMinutes: number
  changedAt: Instant
  changedBy: PersonId
}

export interface SettingPhaseTable {
  localAreaId: LocalAreaId
  organisationId: OrganisationId
  phase: string
  lowestYear: number
  highestYear: number
  recordedBy: PersonId | null
  recordedAt: Instant
}

export interface SignInStepTable {
  tokenHash: string
  kind: string
  personId: PersonId | null
  data: DefaultedJsonColumn
  tries: Generated<number>
  codeHash: string | null
  codeEndsAt: Instant | null
  startedAt: Instant
  endsAt: Instant
}

export interface SlowDownTable {
  kind: string
  keyHash: string
  wrong: number
  lastWrongAt: Instant
}

export interface StaffEventTable {
  organisationId: OrganisationId
  id: string
  personId: PersonId
  what: string
  role: string | null
  lastOn: PlainDate | null
  reviewId: string | null
  byPersonId: PersonId | null
  at: Instant
}

export interface StaffNoticeTable {
  key: string
  personId: PersonId | null
  toldAt: Instant
}

export interface SubmissionTable {
  once: string
  act: string
  personId: PersonId | null
  answer: JsonColumn
  at: Instant
}

export interface TermToKeepOutTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId
  term: string
  kind: string
  why: string
  keepFrom: Generated<string[]>
  notedBy: PersonId | null
  notedAt: Instant
}

export interface UnusedWarningTable {
  personId: PersonId
  warnedOn: PlainDate
}

export interface UnusualAccessTable {
  localAreaId: LocalAreaId
  id: string
  personId: PersonId
  kind: string
  key: string
  caseId: CaseId | null
  fromAt: Instant
  toAt: Instant
  cases: number
  foundAt: Instant
  lookedBy: PersonId | null
  lookedAt: Instant | null
  words: string | null
}

export interface UsedChallengeTable {
  challengeHash: string
  endsAt: Instant
}

export interface WaitingIdentityTable {
  codeHash: string
  issuer: string
  subject: string
  provider: string
  toldName: string
  askedAt: Instant
  endsAt: Instant
}

export interface WishTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId
  kind: string
  organisationId: OrganisationId | null
  words: string
  byPersonId: PersonId
  onBehalfOf: PersonId | null
  madeAt: Instant
  answer: string | null
  answeredBy: PersonId | null
  answeredAt: Instant | null
  because: string | null
  channel: Generated<string>
  meetingOn: PlainDate | null
}

export interface WorkingCopyTable {
  localAreaId: LocalAreaId
  id: string
  caseId: CaseId
  planId: PlanId
  no: number
  madeBy: PersonId
  madeAt: Instant
  whose: string | null
  paragraphs: JsonColumn
  lines: JsonColumn
  sha256: string
}

/** Every table, as kysely sees it (camelCase names; the plugin translates). */
export interface Database {
  accessReview: AccessReviewTable
  accessRule: AccessRuleTable
  account: AccountTable
  accountMessage: AccountMessageTable
  addressDispute: AddressDisputeTable
  advice: AdviceTable
  adviceFile: AdviceFileTable
  adviceKeptSave: AdviceKeptSaveTable
  adviceLine: AdviceLineTable
  adviceRequest: AdviceRequestTable
  areaSending: AreaSendingTable
  arrival: ArrivalTable
  auditRecord: AuditRecordTable
  automaticChase: AutomaticChaseTable
  breakGlass: BreakGlassTable
  breakGlassReview: BreakGlassReviewTable
  broughtBack: BroughtBackTable
  bulkConsultation: BulkConsultationTable
  bulkConsultationItem: BulkConsultationItemTable
  capacityAssessment: CapacityAssessmentTable
  caseFile: CaseFileTable
  caseFounding: CaseFoundingTable
  caseNumber: CaseNumberTable
  caseParty: CasePartyTable
  changeSaid: ChangeSaidTable
  checkRelease: CheckReleaseTable
  child: ChildTable
  childAddress: ChildAddressTable
  childNeed: ChildNeedTable
  childSetting: ChildSettingTable
  clock: ClockTable
  clockTarget: ClockTargetTable
  clockTargetChange: ClockTargetChangeTable
  communicationNeed: CommunicationNeedTable
  consultation: ConsultationTable
  currencyMonth: CurrencyMonthTable
  currencyRule: CurrencyRuleTable
  decision: DecisionTable
  delivery: DeliveryTable
  deliveryLeftOut: DeliveryLeftOutTable
  deliveryReceipt: DeliveryReceiptTable
  digest: DigestTable
  document: DocumentTable
  exportMade: ExportMadeTable
  fact: FactTable
  familyAdviceRequest: FamilyAdviceRequestTable
  fileLoss: FileLossTable
  icbAgreement: IcbAgreementTable
  invitation: InvitationTable
  itemSeal: ItemSealTable
  keptText: KeptTextTable
  keptTyping: KeptTypingTable
  knownDevice: KnownDeviceTable
  leaving: LeavingTable
  lineConfirmation: LineConfirmationTable
  localArea: LocalAreaTable
  lockedPackage: LockedPackageTable
  lockedWording: LockedWordingTable
  logoutTokenSeen: LogoutTokenSeenTable
  membership: MembershipTable
  message: MessageTable
  move: MoveTable
  namedSetting: NamedSettingTable
  notice: NoticeTable
  olderPlan: OlderPlanTable
  olderPlanBatch: OlderPlanBatchTable
  olderPlanFile: OlderPlanFileTable
  orderedChange: OrderedChangeTable
  organisation: OrganisationTable
  outgoing: OutgoingTable
  outsideIdentity: OutsideIdentityTable
  panelItem: PanelItemTable
  paragraphMark: ParagraphMarkTable
  partOfRole: PartOfRoleTable
  passkey: PasskeyTable
  permissionSaid: PermissionSaidTable
  person: PersonTable
  personalBudget: PersonalBudgetTable
  phaseTransfer: PhaseTransferTable
  plan: PlanTable
  planCeasing: PlanCeasingTable
  planCheckRun: PlanCheckRunTable
  planCurrency: PlanCurrencyTable
  planLine: PlanLineTable
  planLineLink: PlanLineLinkTable
  planLineRevision: PlanLineRevisionTable
  planLineSource: PlanLineSourceTable
  planPresence: PlanPresenceTable
  planVersion: PlanVersionTable
  portalLock: PortalLockTable
  portalReport: PortalReportTable
  possibleDuplicate: PossibleDuplicateTable
  proposal: ProposalTable
  proxy: ProxyTable
  reassessment: ReassessmentTable
  recoveryCode: RecoveryCodeTable
  redaction: RedactionTable
  redactionPassage: RedactionPassageTable
  relationship: RelationshipTable
  relationshipWas: RelationshipWasTable
  releasedFinding: ReleasedFindingTable
  reminder: ReminderTable
  reminderChoice: ReminderChoiceTable
  reminderStep: ReminderStepTable
  request: RequestTable
  requestDraft: RequestDraftTable
  requestDraftBrowser: RequestDraftBrowserTable
  requestReturnTry: RequestReturnTryTable
  restriction: RestrictionTable
  restrictionChange: RestrictionChangeTable
  returnBatch: ReturnBatchTable
  returnFault: ReturnFaultTable
  returnFile: ReturnFileTable
  returnInFault: ReturnInFaultTable
  returnMade: ReturnMadeTable
  returnNight: ReturnNightTable
  returnPerson: ReturnPersonTable
  reviewArrangement: ReviewArrangementTable
  reviewContribution: ReviewContributionTable
  reviewConvenor: ReviewConvenorTable
  reviewGrade: ReviewGradeTable
  reviewInvitation: ReviewInvitationTable
  reviewList: ReviewListTable
  reviewListRow: ReviewListRowTable
  reviewReport: ReviewReportTable
  sealedAddress: SealedAddressTable
  sealedAddressReading: SealedAddressReadingTable
  sending: SendingTable
  sendingStop: SendingStopTable
  sentThing: SentThingTable
  serviceAddress: ServiceAddressTable
  session: SessionTable
  sessionLimit: SessionLimitTable
  settingPhase: SettingPhaseTable
  signInStep: SignInStepTable
  slowDown: SlowDownTable
  staffEvent: StaffEventTable
  staffNotice: StaffNoticeTable
  submission: SubmissionTable
  termToKeepOut: TermToKeepOutTable
  unusedWarning: UnusedWarningTable
  unusualAccess: UnusualAccessTable
  usedChallenge: UsedChallengeTable
  waitingIdentity: WaitingIdentityTable
  wish: WishTable
  workingCopy: WorkingCopyTable
}
