// Which acts are open to whom at each stage, and by what authority: ONE table. Routes, pages, acts and tests read it.

import type { Part } from '../access/parts.ts'
import { councilTeam, family, professionals } from '../access/parts.ts'
import type { Stage } from './tracks.ts'
import { inForce } from './tracks.ts'

export interface ActRow {
  /** What the act is called on a page. */
  readonly words: string
  /** Parts in the case; 'anyone' for what people outside any case may do. */
  readonly who: readonly Part[] | 'anyone'
  /**
   * Stages at which it is open; 'while-open' for every stage but closed and exported; 'any' for what puts the record right, carries
   * what was sent, or says who may read: that goes on when nothing else does (UK GDPR Arts 5(1)(d), 16).
   */
  readonly at: readonly Stage[] | 'while-open' | 'any'
  readonly cites: string
  /** Decides for the child about education: not for a parent who may not use parental responsibility for that (Children Act 1989 ss.2(7), 8). */
  readonly decidesForChild?: true
}

const officers: readonly Part[] = ['case-officer', 'decision-maker']
const writers: readonly Part[] = councilTeam
const deciders: readonly Part[] = ['decision-maker']
/** Something is being written: the first draft, or the working document of a plan in force. */
const writing = ['drafting', 'draft-out', 'reviewing', 'amending'] as const satisfies readonly Stage[]
/** A review is under way beside an amendment too: the next meeting is arranged while the plan is still being changed. */
const underReview = ['reviewing', 'amending'] as const satisfies readonly Stage[]
const live: readonly Stage[] = ['considering', 'assessing', 'drafting', 'draft-out', ...inForce, 'not-assessed', 'no-plan']
/** Advice is asked for and given: for the assessment, or again beside a plan in force (SEND Regs 2014 regs 26, 27), where a reassessment is open. */
const advising = ['assessing', 'drafting', 'amending'] as const satisfies readonly Stage[]
const underAssessment: readonly Stage[] = ['considering', 'assessing', 'drafting', 'draft-out']

export const openActs = {
  'make-request': { words: 'Ask for an assessment', who: 'anyone', at: ['not-known'], cites: 'CFA 2014 ss.24(1), 36(1)' },
  'assign-officer': { words: 'Assign a case officer', who: officers, at: live, cites: 'CFA 2014 s.19(c)' },
  'add-evidence': { words: 'Add evidence', who: [...officers, ...family, 'school', 'adviser', 'parent-views'], at: live, cites: 'CFA 2014 s.36(7)(b)' },
  'settle-duplicate': { words: 'Settle a possible duplicate', who: officers, at: ['considering'], cites: 'UK GDPR Art 5(1)(d)' },
  'withdraw-request': { words: 'Record that the request is withdrawn', who: officers, at: ['considering'], cites: 'CFA 2014 s.36' },
  'tell-of-request': { words: 'Tell the family and the other bodies', who: officers, at: ['considering'], cites: 'CFA 2014 s.36(4), (7); SEND Regs 2014 reg 4(2)' },
  'record-panel': { words: 'Record what the panel advised', who: officers, at: ['considering', 'assessing'], cites: 'CFA 2014 ss.36(3), 37(1): a panel advises, the council decides' },
  'decide-assessment': { words: 'Decide whether to assess', who: deciders, at: ['considering'], cites: 'CFA 2014 s.36(3), (8); SEND Regs 2014 regs 4, 5' },
  'ask-for-advice': { words: 'Ask for advice', who: officers, at: advising, cites: 'SEND Regs 2014 regs 6, 26' },
  'confirm-advice-request': { words: 'Confirm that the request for advice has arrived', who: ['school', 'adviser', 'health-lead', 'social-care-lead', ...officers], at: advising, cites: 'SEND Regs 2014 reg 8(1)' },
  'take-advice': { words: 'Take on a request for advice', who: ['school', 'adviser', 'health-lead', 'social-care-lead'], at: advising, cites: 'SEND Regs 2014 reg 6(1)' },
  'chase-advice': { words: 'Chase advice', who: officers, at: [...advising, 'draft-out'], cites: 'SEND Regs 2014 reg 8(1)' },
  'withdraw-advice-request': { words: 'Withdraw a request for advice', who: officers, at: advising, cites: 'SEND Regs 2014 reg 6' },
  'reuse-advice': { words: 'Use earlier advice', who: officers, at: advising, cites: 'SEND Regs 2014 reg 6(4)' },
  'give-advice': { words: 'Give advice', who: [...professionals, ...officers], at: advising, cites: 'SEND Regs 2014 regs 6(1), 8(1)' },
  'give-views': { words: 'Give views', who: [...family, ...officers, 'parent-views', 'proxy-views'], at: [...underAssessment, 'amending'], cites: 'CFA 2014 s.19(a), (b); SEND Regs 2014 regs 6(1)(a), 7(a)' },
  'mark-advice': { words: 'Mark lines in a report', who: [...professionals, ...writers], at: [...advising, 'draft-out'], cites: 'SEND Regs 2014 reg 6(3)' },
  'return-advice': { words: 'Return advice once, with reasons', who: officers, at: advising, cites: 'SEND Regs 2014 reg 6(3)' },
  'accept-advice': { words: 'Accept advice', who: officers, at: advising, cites: 'SEND Regs 2014 reg 6' },
  'excuse-advice': { words: 'Release missing advice, with a reason', who: deciders, at: [...advising, 'draft-out'], cites: 'SEND Regs 2014 reg 6(1)' },
  'keep-out-term': { words: 'Keep words out of the plan', who: [...writers, 'adviser', 'school', ...family], at: underAssessment, cites: 'SEND Regs 2014 reg 17; UK GDPR Art 5(1)(c)' },
  'decide-plan': { words: 'Decide whether to issue a plan', who: deciders, at: ['assessing'], cites: 'CFA 2014 ss.36(9), 37(1); SEND Regs 2014 reg 10' },
  'answer-author-question': { words: 'Answer a question about your report', who: [...professionals, ...family], at: ['drafting', 'draft-out', 'amending'], cites: 'SEND Regs 2014 regs 6(1), (3), 26' },
  // Who of the professionals writes in which section: domain/access/section-writers.ts.
  'draft-plan': { words: 'Write the plan', who: [...writers, ...professionals], at: writing, cites: 'CFA 2014 ss.38(1), 44; SEND Regs 2014 regs 11, 12, 20, 22, 28' },
  'propose-change': { words: 'Comment or propose a change', who: [...family, ...professionals, ...officers, 'parent-draft'], at: writing, cites: 'CFA 2014 ss.19(c), 38(2)(b), 44; SEND Regs 2014 regs 20, 22(2)(c)' },
  'answer-proposal': { words: 'Accept or decline a proposal', who: writers, at: writing, cites: 'CFA 2014 s.38; SEND Regs 2014 reg 13' },
  'record-agreement': { words: 'Record the health body’s agreement to section G', who: [...officers, 'health-lead'], at: writing, cites: 'SEND Regs 2014 reg 12(2)' },
  'share-draft': { words: 'Send the draft plan to the family', who: officers, at: ['drafting', 'draft-out'], cites: 'CFA 2014 s.38(1), (5); SEND Regs 2014 reg 13(1)' },
  'make-wish': { words: 'Ask for a setting, a meeting or a format', who: [...family, ...officers, 'parent-draft'], at: ['draft-out', 'amending'], cites: 'CFA 2014 s.38(2)(b), (3); SEND Regs 2014 reg 13(1)(a), (b)', decidesForChild: true },
  'answer-wish': { words: 'Answer what the family asked for', who: officers, at: ['draft-out', ...inForce], cites: 'CFA 2014 s.39; SEND Regs 2014 reg 13(1)' },
  'finish-commenting': { words: 'Say that the family has finished commenting', who: [...family, 'parent-draft'], at: ['draft-out', 'amending'], cites: 'SEND Regs 2014 reg 13(1)', decidesForChild: true },
  'consult-setting': { words: 'Consult a setting', who: officers, at: ['draft-out', 'reviewing', 'amending'], cites: 'CFA 2014 ss.39(2), 40(2)' },
  'answer-consultation': { words: 'Answer a consultation', who: ['consulted-setting'], at: ['draft-out', 'reviewing', 'amending'], cites: 'CFA 2014 s.39(2); Code of Practice ch. 9' },
  'chase-consultation': { words: 'Chase a consultation', who: officers, at: ['draft-out', ...inForce], cites: 'CFA 2014 ss.39(2), 40(2); Code of Practice ch. 9: fifteen days to answer' },
  'withdraw-consultation': { words: 'Close a consultation', who: officers, at: ['draft-out', ...inForce], cites: 'UK GDPR Art 5(1)(b), (e)' },
  'run-plan-check': { words: 'Record a check of the plan', who: writers, at: writing, cites: 'SEND Regs 2014 regs 11, 12' },
  'release-check': { words: 'Release a check, with a reason', who: deciders, at: writing, cites: 'SEND Regs 2014 regs 6, 12' },
  'issue-final-plan': { words: 'Issue the final plan', who: deciders, at: ['draft-out'], cites: 'CFA 2014 s.39(8); SEND Regs 2014 regs 13(2), 14' },
  'place-older-plan': { words: 'Bring in a plan from before the hub, and say what belongs where', who: writers, at: 'any', cites: 'CFA 2014 ss.42, 44; UK GDPR Art 5(1)(d)' },
  'confirm-older-plan': { words: 'Confirm a plan from before the hub as the child’s plan', who: officers, at: ['not-known', 'not-assessed', 'no-plan', ...inForce], cites: 'CFA 2014 ss.37(1), 42, 44; SEND Regs 2014 reg 12' },
  'bring-in-return': { words: 'Read a SEN2 return of another system, and look through it', who: deciders, at: 'any', cites: 'CFA 2014 ss.42, 44; UK GDPR Art 5(1)(d)' },
  'accept-return': { words: 'Bring a caseload over from a SEN2 return', who: deciders, at: 'any', cites: 'CFA 2014 ss.42, 44: a plan in force is kept and reviewed, wherever its words are' },
  'take-back-return': { words: 'Take back a caseload that was brought over', who: deciders, at: 'any', cites: 'UK GDPR Arts 5(1)(c), (d), 17' },
  'open-plan': { words: 'Open the final plan', who: [...family, ...professionals, 'recipient', 'past-parent'], at: inForce, cites: 'SEND Regs 2014 reg 13(2); UK GDPR Art 5(2)' },
  'acknowledge-plan': { words: 'Confirm that you have the plan', who: [...family, ...professionals, 'recipient', 'consulted-setting', 'parent-plan'], at: inForce, cites: 'CFA 2014 s.42: nobody can deliver a plan they do not have' },
  'chase-delivery': { words: 'Chase an unopened plan', who: officers, at: inForce, cites: 'CFA 2014 s.42' },
  'deliver-plan': { words: 'Send the final plan to somebody who joins later', who: officers, at: inForce, cites: 'CFA 2014 s.42; SEND Regs 2014 reg 17(1)' },
  // Whoever convenes: the setting for its own pupil, where it is the one (the act asks), or the council (regs 20(1), 21).
  'arrange-review': { words: 'Arrange a review', who: [...officers, 'school'], at: inForce, cites: 'CFA 2014 s.44(1); SEND Regs 2014 regs 20(1), 21(1)' },
  'invite-to-review': { words: 'Invite people to a review', who: [...officers, 'school'], at: underReview, cites: 'SEND Regs 2014 regs 20(2), (3), 21(2)' },
  'answer-review-invitation': { words: 'Say whether you come to a review', who: [...family, ...professionals, ...officers], at: underReview, cites: 'CFA 2014 s.19(b); SEND Regs 2014 reg 20(2)' },
  'contribute-to-review': { words: 'Give advice or views to a review', who: [...family, ...professionals, ...officers], at: underReview, cites: 'CFA 2014 s.19(a), (b); SEND Regs 2014 regs 20(4), (6), 21' },
  'circulate-review-papers': { words: 'Send the papers of a review round', who: [...officers, 'school'], at: underReview, cites: 'SEND Regs 2014 regs 20(4), 21(4)' },
  'hold-review': { words: 'Record what happened at a review meeting', who: [...officers, 'school'], at: inForce, cites: 'CFA 2014 s.44(1); SEND Regs 2014 regs 20(1), (5), 21' },
  'send-review-report': { words: 'Send the report of a review', who: [...officers, 'school'], at: inForce, cites: 'SEND Regs 2014 regs 20(7) to (9), 21' },
  'grade-review-report': { words: 'Say how a report of a review was found', who: officers, at: inForce, cites: 'SEND Regs 2014 reg 20(10): the council decides on the report; CFA 2014 s.44(1)' },
  // With the power to decide: a panel or a school only advises.
  'decide-review': { words: 'Decide after a review, and send the letter or the amendment notice', who: deciders, at: ['reviewing', 'amending'], cites: 'CFA 2014 s.44(5); SEND Regs 2014 regs 20(10), 21, 22(1), (2)' },
  'begin-amendment': { words: 'Begin to amend the plan without a review', who: deciders, at: inForce, cites: 'CFA 2014 s.44(5); SEND Regs 2014 reg 28' },
  'send-amendment-notice': { words: 'Send the amendment notice', who: deciders, at: ['amending'], cites: 'SEND Regs 2014 regs 22(1), (2), 28' },
  'issue-amended-plan': { words: 'Issue the amended final plan', who: deciders, at: ['amending'], cites: 'SEND Regs 2014 regs 22(3), 28' },
  'decide-not-to-amend': { words: 'Decide not to amend the plan after all', who: deciders, at: ['amending'], cites: 'SEND Regs 2014 regs 22(4), (5), 28' },
  'record-review-meeting': { words: 'Record a review meeting', who: officers, at: inForce, cites: 'CFA 2014 s.44(1); SEND Regs 2014 regs 20, 21' },
  'record-review-report': { words: 'Record the report of a review', who: officers, at: inForce, cites: 'SEND Regs 2014 reg 20(7) to (9)' },
  'record-adulthood-considered': { words: 'Record that preparing for adulthood was considered', who: officers, at: inForce, cites: 'SEND Regs 2014 regs 20(6), 21' },
  'record-review-decision': { words: 'Record the decision after a review', who: officers, at: inForce, cites: 'SEND Regs 2014 reg 20(10)' },
  'record-amendment-notice': { words: 'Record the amendment notice', who: officers, at: inForce, cites: 'SEND Regs 2014 reg 22(1), (2)' },
  'record-amended-final': { words: 'Record that the amended final plan was sent', who: officers, at: inForce, cites: 'SEND Regs 2014 reg 22(3)' },
  'record-not-amending': { words: 'Record that the plan will not be amended after all', who: officers, at: inForce, cites: 'SEND Regs 2014 reg 22(4), (5)' },
  'record-education': { words: 'Record where the child is educated', who: officers, at: 'while-open', cites: 'SEND Regs 2014 regs 20, 21; CFA 2014 ss.42, 61; EA 1996 s.7' },
  'name-convenor': { words: 'Name who convenes reviews for the council', who: officers, at: inForce, cites: 'SEND Regs 2014 reg 21' },
  'consider-early-review': { words: 'Record that an early review was considered', who: officers, at: inForce, cites: 'Code of Practice ch. 9: under five, every three to six months' },
  'send-review-lists': { words: 'Send the lists of reviews due in a term', who: officers, at: inForce, cites: 'Code of Practice ch. 9' },
  'foresee-transfer': { words: 'Put a child into a phase transfer, or take them out', who: officers, at: inForce, cites: 'SEND Regs 2014 regs 2(1), 18' },
  'name-next-placement': { words: 'Say which plan names the next placement', who: officers, at: inForce, cites: 'SEND Regs 2014 reg 18' },
  'confirm-lines': { words: 'Go through the lines: still right, or needs changing', who: officers, at: ['reviewing', 'amending'], cites: 'CFA 2014 s.44(1); SEND Regs 2014 reg 20: a review asks whether the plan still fits' },
  'say-change': { words: 'Say that something has changed', who: [...family, ...professionals, ...officers, 'plan-writer'], at: inForce, cites: 'CFA 2014 ss.19(a) to (c), 44(1), (2): the plan is kept under review, and whoever works with the child knows first' },
  'answer-change': { words: 'Decide what follows from a change', who: officers, at: inForce, cites: 'CFA 2014 ss.19(c), 44(1) to (3); SEND Regs 2014 reg 28' },
  'record-move': { words: 'Record that the child moves to another council', who: officers, at: [...underAssessment, ...inForce], cites: 'CFA 2014 s.47(1); SEND Regs 2014 reg 15(1), (2)' },
  'send-on-move': { words: 'Send the plan and record to the new council', who: officers, at: [...underAssessment, ...inForce], cites: 'CFA 2014 s.47(1); SEND Regs 2014 reg 15(2)' },
  'call-off-move': { words: 'Call a move off, or take back what was not taken in', who: officers, at: 'any', cites: 'SEND Regs 2014 reg 15(1), (2); UK GDPR Art 5(1)(d), (f)' },
  'confirm-move': { words: 'Record that a package was handed over, or its receipt', who: officers, at: 'any', cites: 'SEND Regs 2014 reg 15(2); UK GDPR Art 5(2)' },
  'record-after-move': { words: 'Record what a move changed for the setting or the health body', who: officers, at: 'any', cites: 'SEND Regs 2014 regs 15(6), 16; Code of Practice 9.157 to 9.161' },
  'tell-of-transfer': { words: 'Tell the family what happens with a plan that came from another council', who: officers, at: inForce, cites: 'SEND Regs 2014 reg 15(4)' },
  'invite-after-move': { words: 'Give people of a case that came from another council their part here', who: officers, at: [...underAssessment, ...inForce], cites: 'CFA 2014 s.19(b), (c); SEND Regs 2014 reg 17(1)' },
  // Ending the plan, assessing again, disagreement. What the law asks before a plan ends by decision: domain/ceasing.
  'consider-ceasing': { words: 'Tell the family that ending the plan is considered, and ask what they think', who: officers, at: inForce, cites: 'CFA 2014 s.45(1), (2); SEND Regs 2014 reg 31(1)' },
  'record-ceasing-consultation': { words: 'Record what the family and the setting said about ending the plan', who: officers, at: inForce, cites: 'SEND Regs 2014 reg 31(1)' },
  'decide-ceasing': { words: 'Decide whether to end the plan', who: deciders, at: inForce, cites: 'CFA 2014 s.45(1) to (3); SEND Regs 2014 regs 29 to 31' },
  'end-plan': { words: 'End the plan, once nobody can appeal any more', who: officers, at: inForce, cites: 'CFA 2014 s.45(4); SEND Regs 2014 reg 44(2)(a)' },
  'end-plan-without-decision': { words: 'Record that the plan ended by death, leaving England or age', who: deciders, at: inForce, cites: 'CFA 2014 ss.24, 46; SEND Regs 2014 reg 46' },
  'restore-plan': { words: 'Put an ended plan back in force', who: deciders, at: 'any', cites: 'CFA 2014 s.45(4): it should not have ended; UK GDPR Arts 5(1)(d), 16' },
  'ask-for-reassessment': { words: 'Ask for a new assessment', who: [...officers, ...family, 'school', 'health-lead'], at: inForce, cites: 'CFA 2014 s.44(2); SEND Regs 2014 reg 23' },
  'decide-reassessment': { words: 'Decide whether to assess again', who: deciders, at: inForce, cites: 'CFA 2014 s.44(2), (3); SEND Regs 2014 regs 24, 25' },
  'record-mediation': { words: 'Record a step of mediation', who: officers, at: 'while-open', cites: 'CFA 2014 ss.52 to 56; SEND Regs 2014 regs 32 to 42' },
  'record-appeal': { words: 'Record a step of an appeal', who: officers, at: 'while-open', cites: 'CFA 2014 s.51; HESC Rules 2008 rr.20, 21' },
  'concede-appeal': { words: 'Record that the council does not oppose an appeal', who: deciders, at: inForce, cites: 'SEND Regs 2014 reg 45' },
  'record-order': { words: 'Record an order of the Tribunal', who: officers, at: inForce, cites: 'CFA 2014 s.51(5); SEND Regs 2014 regs 43, 44' },
  'lock-ordered-words': { words: 'Write ordered or agreed words into the working document', who: officers, at: ['amending'], cites: 'SEND Regs 2014 regs 42, 44, 45: what is ordered is done word for word' },
  'record-recommendation': { words: 'Record a recommendation of the Tribunal, and its answer', who: officers, at: inForce, cites: 'SI 2017/1306 regs 6 to 8' },
  'send-message': { words: 'Send a message', who: [...officers, 'plan-writer', ...family, 'parent-messages', 'proxy-messages'], at: 'any', cites: 'CFA 2014 s.19(b), (c)' },
  'record-family': { words: 'Record a family member', who: officers, at: 'any', cites: 'EA 1996 s.576; SEND Regs 2014 reg 64' },
  'invite-family': { words: 'Invite a family member to open an account', who: officers, at: 'any', cites: 'CFA 2014 s.19(b), (c); UK GDPR Arts 5(1)(f), 32' },
  'change-address': { words: 'Record an address', who: officers, at: 'any', cites: 'UK GDPR Art 5(1)(d)' },
  'record-responsibility': { words: 'Record parental responsibility or care', who: officers, at: 'any', cites: 'Children Act 1989 ss.2 to 4A, 12, 14C, 33; EA 1996 s.576' },
  'record-contact': { words: 'Record how it is safe to reach somebody', who: officers, at: 'any', cites: 'UK GDPR Art 5(1)(f); Accessible Information Standard' },
  'record-restriction': { words: 'Record a court order or a restriction', who: officers, at: 'any', cites: 'Children Act 1989 s.8; Family Law Act 1996 ss.33, 42; UK GDPR Art 5(1)(d)' },
  'change-restriction': { words: 'Change or lift a court order or restriction', who: officers, at: 'any', cites: 'UK GDPR Art 5(1)(d), (f): what widens access asks a second person' },
  'open-sealed-address': { words: 'See a protected address, for a reason', who: ['case-officer', 'decision-maker', 'social-care-lead'], at: 'any', cites: 'UK GDPR Arts 5(1)(c), 32' },
  'question-address': { words: 'Hold letters while an address is in doubt, or settle it', who: officers, at: 'any', cites: 'UK GDPR Art 5(1)(d)' },
  // For whom: a family member for themselves alone; the act asks.
  'name-proxy': { words: 'Record who acts for a family member', who: [...officers, ...family], at: 'any', cites: 'CFA 2014 s.19(c), (d); SEND Regs 2014 reg 17(1)' },
  'end-proxy': { words: 'End that somebody acts for a family member', who: [...officers, ...family, 'proxy'], at: 'any', cites: 'UK GDPR Art 7(3): as easy to withdraw as to give' },
  'record-communication': { words: 'Record how the child communicates', who: [...officers, ...family, 'school'], at: 'while-open', cites: 'CFA 2014 s.19(c); Accessible Information Standard' },
  'give-rights-notice': { words: 'Tell the family that the rights will pass', who: officers, at: live, cites: 'CFA 2014 s.83(2); EA 1996 s.8; Code of Practice 8.15' },
  'record-young-person': { words: 'Record how to reach the young person', who: officers, at: 'any', cites: 'CFA 2014 ss.19, 83(2)' },
  'doubt-capacity': { words: 'Say that capacity for a decision must be looked at', who: officers, at: 'any', cites: 'MCA 2005 ss.1(2), (3), 2' },
  'record-capacity': { words: 'Record an assessment of capacity', who: officers, at: 'any', cites: 'MCA 2005 ss.1 to 3; CFA 2014 s.80; SEND Regs 2014 reg 64' },
  'record-permission': { words: 'Write down what the young person said of a parent', who: officers, at: 'any', cites: 'CFA 2014 s.83(2); SEND Regs 2014 reg 17(1); UK GDPR Art 5(1)(a)' },
  // A parent or representative only where they decide in the young person's place: the act asks.
  'give-permission': { words: 'Say what a parent may see and do', who: [...family, 'parent-plan'], at: 'any', cites: 'CFA 2014 ss.80, 83(2); SEND Regs 2014 regs 17(1), 64', decidesForChild: true },
  'post-letter': { words: 'Mark a letter as posted', who: writers, at: 'any', cites: 'SEND Regs 2014: a notice is given when it is sent' },
  'send-again': { words: 'Send again what failed', who: writers, at: 'any', cites: 'SEND Regs 2014: a notice is given when it is sent' },
  'take-back': { words: 'Take back what was sent', who: writers, at: 'any', cites: 'UK GDPR Art 5(1)(f), 32: what goes to the wrong person is stopped before it leaves' },
  'let-go': { words: 'Send at once what waits', who: writers, at: 'any', cites: 'CFA 2014 s.19(c): what is urgent does not wait' },
  'release-stop': { words: 'Release a false alarm, with a reason', who: deciders, at: 'any', cites: 'UK GDPR Art 5(1)(f), 32' },
  'explain-delay': { words: 'Tell the family why something is late', who: officers, at: 'while-open', cites: 'CFA 2014 s.19(c); SEND Regs 2014 regs 5(4), 10(4), 13(3), 27(3), 44(3); Code of Practice 9.43' },
  'withdraw-excuse': { words: 'Withdraw the claim of an excuse', who: officers, at: 'any', cites: 'SEND Regs 2014 regs 5(4), 10(4), 13(3): a reason excuses only where it is so; UK GDPR Art 16' },
  // What the worker does by itself, and what the area's managers decide about it; outside any case.
  'send-reminder': { words: 'Remind somebody of a date', who: officers, at: 'while-open', cites: 'CFA 2014 s.19(b), (c): information and support to take part' },
  'set-chasing': { words: 'Decide what is chased without anybody asking', who: deciders, at: 'any', cites: 'SEND Regs 2014 reg 8(1); CFA 2014 s.42' },
  'set-target': { words: 'Set the council’s own target beside a date of the law', who: deciders, at: 'any', cites: 'Local Government Act 1999 s.3: continuous improvement; a target never moves a date of the law' },
  'set-currency-rule': { words: 'Say what counts as old in a plan, and how soon a change is answered', who: deciders, at: 'any', cites: 'Local Government Act 1999 s.3: continuous improvement; CFA 2014 s.44(1)' },
  // What the national return asks for (SEN2), so that the council can answer it truly.
  'record-return-items': { words: 'Record what the national return asks about the child and the request', who: officers, at: 'any', cites: 'EA 1996 s.29(3); UK GDPR Art 5(1)(d)' },
  'record-needs': { words: 'Record the main and second need', who: officers, at: 'any', cites: 'EA 1996 s.29(3); CFA 2014 s.20' },
  'record-placement': { words: 'Record where the child is educated and what section I names, as the national return asks', who: officers, at: 'any', cites: 'EA 1996 s.29(3); CFA 2014 ss.37(2), 61' },
  'record-personal-budget': { words: 'Record whether there is a personal budget', who: officers, at: 'any', cites: 'EA 1996 s.29(3); CFA 2014 s.49' },
  'explain-return-fault': { words: 'Explain what the national return will ask about', who: officers, at: 'any', cites: 'EA 1996 s.29(3): what is unusual and true is sent with an explanation' },
  'set-return-header': { words: 'Say for the national return which authority this is and which designated officers it has', who: deciders, at: 'any', cites: 'EA 1996 s.29(3); Code of Practice 3.45: designated medical or clinical officer' },
  'demand-copy': { words: 'Give a reader a copy with words removed', who: writers, at: 'any', cites: 'UK GDPR Art 5(1)(c), (f), Art 15(4); SEND Regs 2014 reg 17; DPA 2018 Schs 2 to 4' },
  'mark-copy': { words: 'Mark what is removed from a copy', who: writers, at: 'any', cites: 'UK GDPR Art 15(4); DPA 2018 Sch 2 para 16, Sch 3' },
  'release-copy': { words: 'Check and release a copy that somebody else marked', who: deciders, at: 'any', cites: 'UK GDPR Art 5(1)(f), Art 32: two people before it leaves' },
  'lift-copy': { words: 'Let a reader have the whole again', who: deciders, at: 'any', cites: 'UK GDPR Art 5(1)(a), Art 15; CFA 2014 s.19' },
  'seal-item': { words: 'Seal a document or report', who: [...officers, 'social-care-lead'], at: 'any', cites: 'DPA 2018 Sch 2 paras 2, 16, 19, Sch 3 paras 4, 5, 10, 11, 19, 21; SEND Regs 2014 reg 17' },
  // What shows more is for those who see through a seal already (access/policy.ts).
  'change-seal': { words: 'Look again at a seal, or lift it', who: ['decision-maker', 'social-care-lead'], at: 'any', cites: 'UK GDPR Arts 5(1)(a), 15: what is withheld is withheld no longer than the ground holds' },
  'correct-fact': { words: 'Correct the record', who: officers, at: 'any', cites: 'UK GDPR Art 16' },
} as const satisfies Record<string, ActRow>

export type ActName = keyof typeof openActs
export const actRow = (act: ActName): ActRow => openActs[act]
export const actNames = Object.keys(openActs) as ActName[]
