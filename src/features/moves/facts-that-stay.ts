// Kinds of fact that do not stand in the new council's ledger, each with its reason. They are in the package all the same, to be read, and
// go on with the child in every later move. A kind that is neither carried nor here does not compile.

import type { FactType } from '../../domain/case-file/facts.ts'
import type { CarriedType } from './carried-facts.ts'

export const whyFactsStay = {
  before: 'How the plan was made. What it came to stands in the plan, its versions and the reports, and no day of a plan in force counts from it (reg 15(3))',
  house: 'The old council’s own work and the people of its hub: nobody has a part in the new file before an officer gives it',
  papers: 'Is about a paper, a copy or a seal that stays, or whose row goes and says it',
  sent: 'A letter, message, delivery or reminder of the old council: what it decided is a fact of its own',
  said: 'Said by the family to the old council alone: consent is given to whoever asks for it (UK GDPR Arts 4(11), 7), and the new council asks again',
  row: 'Its row goes with the child, and nothing counts from the fact',
  ceasing: 'The new council must maintain the plan from the day of the transfer (CFA 2014 s.47; reg 15(3)(a)): whether it should end is for it alone to consider, with a consultation of its own (reg 31)',
  reassessing: 'Asked of, or decided by, the old council. Within six weeks the new one tells the family whether it will assess again (reg 15(4)(b))',
  delay: 'The old council’s word on its own delay, and what it claimed for it',
  move: 'The move itself, as the old council saw it. The new file begins with its own fact of the transfer',
} as const

export const factsThatStay: Readonly<Record<Exclude<FactType, CarriedType>, keyof typeof whyFactsStay>> = {
  'request-received': 'before', 'brought-to-attention': 'before', 'request-withdrawn': 'before', 'family-told-of-request': 'before', 'bodies-told-of-request': 'before', 'panel-advised': 'before',
  'assessment-decided': 'before', 'advice-asked': 'before', 'advice-request-received': 'before', 'advice-chased': 'before', 'advice-given': 'before', 'advice-returned': 'before', 'advice-accepted': 'before',
  'earlier-advice-reused': 'before', 'advice-excused': 'before', 'advice-withdrawn': 'before', 'advice-taken': 'before', 'family-advice-answered': 'before', 'lines-marked': 'before', 'views-recorded': 'before',
  'drafting-began': 'before', 'advice-lines-settled': 'before', 'author-asked': 'before', 'author-answered': 'before', 'version-frozen': 'before', 'draft-served': 'before', 'representation-made': 'before',
  'representation-answered': 'before', 'proposal-reopened': 'before', 'family-finished-commenting': 'before', 'setting-asked-for': 'before', 'meeting-asked-for': 'before', 'format-asked-for': 'before', 'wish-answered': 'before',
  'setting-consulted': 'before', 'consultation-answered': 'before', 'consultation-withdrawn': 'before', 'consultation-chased': 'before', 'health-body-agreed': 'before', 'plan-checked': 'before', 'check-released': 'before',
  'plan-shell-brought-in': 'before', 'return-brought-in': 'before',
  'duplicate-said': 'house', 'duplicate-settled': 'house', 'officer-assigned': 'house', 'review-convenor-named': 'house', 'review-report-graded': 'house', 'review-notes-changed': 'house', 'working-copy-made': 'house',
  'working-copy-brought-back': 'house', 'working-copy-settled': 'house', 'party-joined': 'house', 'party-left': 'house', 'family-invited': 'house', 'stop-released': 'house', 'young-person-recorded': 'house',
  'evidence-added': 'papers', 'copy-demanded': 'papers', 'copy-marked': 'papers', 'copy-returned': 'papers', 'copy-released': 'papers', 'copy-lifted': 'papers', 'item-sealed': 'papers', 'item-seal-kept': 'papers',
  'item-unsealed': 'papers', 'sealed-address-asked': 'papers', 'address-questioned': 'papers', 'address-settled': 'papers',
  'plan-delivered': 'sent', 'plan-opened': 'sent', 'plan-acknowledged': 'sent', 'delivery-chased': 'sent', 'plan-superseded-told': 'sent', 'letter-sent': 'sent', 'letter-posted': 'sent', 'letter-readdressed': 'sent',
  'sending-tried-again': 'sent', 'sending-taken-back': 'sent', 'sent-at-once': 'sent', 'reminder-sent': 'sent', 'message-sent': 'sent', 'rights-notice-given': 'sent', 'rights-reminder-sent': 'sent',
  'permission-given': 'said', 'permission-narrowed': 'said', 'permission-ended': 'said', 'permission-refused': 'said', 'proxy-named': 'said', 'proxy-ended': 'said', 'capacity-doubted': 'said',
  'review-invitee-listed': 'row', 'review-invitee-struck': 'row', 'review-invitation-answered': 'row', 'review-contribution-given': 'row', 'review-contribution-changed': 'row', 'term-kept-out': 'row', 'family-recorded': 'row', 'address-changed': 'row',
  'communication-recorded': 'row', 'return-items-recorded': 'row', 'needs-recorded': 'row', 'placement-recorded': 'row', 'named-setting-recorded': 'row', 'personal-budget-recorded': 'row', 'return-fault-explained': 'house',
  'responsibility-recorded': 'row', 'contact-recorded': 'row', 'restriction-recorded': 'row', 'restriction-changed': 'row',
  'ceasing-considered': 'ceasing', 'ceasing-consulted': 'ceasing', 'ceasing-dropped': 'ceasing', 'cease-notified': 'ceasing', 'plan-ceased': 'ceasing', 'plan-restored': 'ceasing',
  'reassessment-requested': 'reassessing', 'reassessment-decided': 'reassessing', 'reassessment-begun': 'reassessing',
  'delay-explained': 'delay', 'excuse-claimed': 'delay', 'excuse-withdrawn': 'delay',
  'moved-out-of-area': 'move', 'move-known': 'move', 'transfer-ordered': 'move', 'plan-transferred': 'move', 'transfer-taken-back': 'move', 'move-called-off': 'move', 'transfer-receipted': 'move',
  'plan-transferred-in': 'move', 'became-responsible': 'move', 'transfer-told': 'move',
}
