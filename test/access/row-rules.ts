// Who is shown the rows of which table when a query asks for all of them: written by hand from what each table is about, apart from
// the policies in migrations/0040, which the proof compares with it.

import type { SightName } from '../../src/domain/access/sights.ts'

export interface RowRule {
  /** Whoever may look at one of these in the case; 'anything': whoever has any part in it. The council is shown all. */
  readonly looks: readonly SightName[] | 'anything'
  /** Rows about the viewer, or a body of theirs: shown to them whatever their part, or to nobody else. */
  readonly own?: 'enough' | 'needed'
  /** What a viewer's part must let them look at before rows of their own are shown to them; absent: nothing. */
  readonly ownLooks?: readonly SightName[]
}

const anything: RowRule = { looks: 'anything' }
/** A setting that was asked has the reports that were chosen for it: in this world, the rows that are its own. */
const chosenAdvice: RowRule = { looks: ['all-advice', 'own-advice'], own: 'enough', ownLooks: ['own-consultation'] }

export const rowRules: Readonly<Record<string, RowRule>> = {
  case_file: anything, child: anything, fact: anything, clock: anything, advice_request: anything, consultation: anything, term_to_keep_out: anything,
  plan: anything, named_setting: anything, personal_budget: anything, line_confirmation: anything, plan_version: anything, proposal: anything, reminder: anything, reminder_step: anything, child_setting: anything, document: anything,
  case_party: { looks: 'anything', own: 'enough' },
  panel_item: { looks: ['panel'] },
  review_arrangement: { looks: ['reviews'] }, review_invitation: { looks: ['reviews'] }, review_report: { looks: ['reviews'] }, review_grade: { looks: ['reviews'] }, review_contribution: { looks: ['reviews'] },
  check_release: { looks: ['checks'] }, plan_check_run: { looks: ['checks'] },
  capacity_assessment: { looks: ['rights'] }, permission_said: { looks: ['rights'] },
  possible_duplicate: { looks: ['family-details'] },
  request: { looks: ['request'] }, family_advice_request: { looks: ['advice-list'] }, wish: { looks: ['shared-draft'] },
  decision: { looks: ['overview'] }, icb_agreement: { looks: ['overview'] }, child_address: { looks: ['overview'] }, communication_need: { looks: ['overview'] }, child_need: { looks: ['overview'] },
  relationship: { looks: ['overview'], own: 'enough' },
  advice: chosenAdvice, advice_line: chosenAdvice,
  advice_file: chosenAdvice, advice_kept_save: chosenAdvice,
  plan_line: { looks: ['working-draft'] }, plan_line_link: { looks: ['working-draft'] }, plan_presence: { looks: ['working-draft'] },
  plan_line_revision: { looks: ['working-draft'] }, plan_line_source: { looks: ['working-draft'] }, kept_text: { looks: ['working-draft'] },
  delivery: { looks: ['deliveries'], own: 'enough' }, delivery_left_out: { looks: ['deliveries'], own: 'enough' }, delivery_receipt: { looks: ['deliveries'], own: 'enough' },
  message: { looks: ['messages'], own: 'needed' },
  notice: { looks: [], own: 'enough' }, outgoing: { looks: [], own: 'enough' },
  audit_record: { looks: ['access-record'], own: 'enough' }, break_glass: { looks: ['access-record'], own: 'enough' }, break_glass_review: { looks: [] },
  sending: anything, sent_thing: anything, released_finding: anything, paragraph_mark: anything, address_dispute: anything,
  sending_stop: { looks: [], own: 'enough' }, restriction: anything, restriction_change: { looks: [] }, relationship_was: anything, service_address: anything,
  sealed_address: { looks: ['sealed-address'] }, sealed_address_reading: { looks: ['sealed-address'] }, proxy: { looks: 'anything', own: 'enough' },
  review_convenor: { looks: [] }, phase_transfer: { looks: [] },
  // By case alone: a seal that is hidden would open what it is on.
  item_seal: anything,
  plan_ceasing: { looks: ['plan-endings'] }, reassessment: { looks: ['plan-endings'] }, ordered_change: { looks: ['plan-endings'] }, locked_wording: { looks: ['working-draft'] },
  file_loss: { looks: [] },
  plan_currency: { looks: ['plan-currency'] }, currency_month: { looks: [] }, return_fault: { looks: ['return-items'] }, return_night: { looks: [] },
  change_said: { looks: ['own-changes'], own: 'needed' },
  // Of no case before it is confirmed, and the council's own work all through.
  older_plan: { looks: [] },
  // A council's own business with another; 'arrival' and 'locked_package' are of no case, and have a proof of its own.
  move: { looks: ['moves'] },
  working_copy: { looks: [], own: 'enough' }, brought_back: { looks: [], own: 'enough' },
  redaction: { looks: ['copies'] }, redaction_passage: { looks: ['copies'] },
}

/**
 * Tables that are somebody's and no case's: shown by test/access/row-security.db.test.ts, src/features/staff/staff-rows.db.test.ts,
 * src/features/review-lists/list-rows.db.test.ts, src/features/moves/moves.page.test.ts, src/features/moves/elsewhere.page.test.ts, src/features/older-plans/older-plans.db.test.ts
 * and src/features/return-in/return-in.db.test.ts.
 */
export const tablesWithOwnProof = ['request_draft', 'request_draft_browser', 'request_return_try', 'digest', 'submission', 'unusual_access', 'portal_report', 'portal_lock', 'export_made', 'return_made', 'arrival', 'locked_package', 'account_message', 'access_review', 'leaving', 'staff_event', 'staff_notice', 'unused_warning', 'review_list', 'review_list_row', 'setting_phase', 'bulk_consultation', 'bulk_consultation_item', 'older_plan_batch', 'older_plan_file', 'return_batch', 'return_file', 'return_person', 'return_in_fault'] as const

/** Tables that row-level security leaves open, each with its reason. A new table is either protected or stands here. */
export const openTables: Readonly<Record<string, string>> = {
  local_area: 'a council’s name and contacts are public',
  organisation: 'bodies are public, and stand outside areas',
  person: 'names and ways to reach adults; whose family somebody is stands in relationship and case_party, which are closed',
  membership: 'who works where: asked before it is known who is looking',
  session: 'found by the hash of a secret that only the cookie has, before it is known who is looking',
  outside_identity: 'asked before it is known who is looking', waiting_identity: 'found by the hash of a code', logout_token_seen: 'marks of tokens, no person’s',
  kept_typing: 'sealed with a key that the database has not', session_limit: 'an area’s own setting',
  account: 'a name to sign in with and a hash: asked before it is known who is looking', passkey: 'public halves of keys: asked before it is known who is looking',
  recovery_code: 'hashes of random codes: asked half-way through signing in', known_device: 'hashes of what browsers hold: asked before it is known who is looking',
  sign_in_step: 'found by the hash of a secret, before it is known who is looking; keys in it are sealed', invitation: 'found by the hash of a secret that only its link has',
  used_challenge: 'hashes of random numbers', slow_down: 'counts of wrong tries by hashes', area_sending: 'an area’s own setting',
  reminder_choice: 'how a person wants to be told: needed by whoever writes to them',
  clock_target: 'an area’s own targets', currency_rule: 'an area’s own setting', clock_target_change: 'an area’s own targets', automatic_chase: 'an area’s own switch', case_number: 'a counter',
  migration: 'which migrations ran', part_of_role: 'the rules themselves', access_rule: 'the rules themselves',
  case_founding: 'no role of the program has any right to it',
}
