// Tables of a child's record that no package holds, each with its reason, and columns that stay of tables that go. A table or column that is
// neither in the format nor here fails a test (everything-goes-or-stays.test.ts): nothing stays behind because nobody thought of it.

const stay = (why: string, ...tables: readonly string[]): [string, string][] => tables.map((table) => [table, why])

export const tablesThatStay: Readonly<Record<string, string>> = Object.fromEntries([
  ...stay('made anew where the child arrives', 'case_file', 'case_number', 'case_founding', 'case_party', 'move', 'arrival', 'locked_package', 'possible_duplicate'),
  ...stay('goes as the ledger of the package', 'fact'),
  ...stay('folded or found anew from what goes', 'clock', 'plan_currency', 'return_fault', 'paragraph_mark', 'reminder_step', 'review_list_row'),
  ...stay('how the old council runs its work, for all children', 'area_sending', 'automatic_chase', 'clock_target', 'clock_target_change', 'currency_month', 'currency_rule', 'return_night', 'digest', 'export_made', 'return_made', 'organisation', 'session_limit',
    'setting_phase', 'review_list', 'bulk_consultation', 'bulk_consultation_item', 'older_plan_batch', 'older_plan_file', 'return_batch', 'return_file', 'return_person', 'return_in_fault', 'unusual_access', 'portal_lock', 'portal_report'),
  ...stay('who looked and who did what on the old hub: its own record to answer for', 'audit_record', 'break_glass', 'break_glass_review'),
  ...stay('letters, messages and their way: they were between the family and the old council; what they decided is a fact', 'message', 'notice', 'outgoing', 'reminder', 'sending', 'sending_stop', 'sent_thing', 'released_finding',
    'delivery', 'delivery_left_out', 'delivery_receipt'),
  ...stay('sealed or protected: goes with nobody and nothing', 'sealed_address', 'sealed_address_reading', 'item_seal'),
  ...stay('where letters went: the family tells the new council itself how to be reached', 'service_address', 'address_dispute'),
  ...stay('a person looks at the whole before anybody gets a copy of it', 'redaction', 'redaction_passage'),
  ...stay('said to the old council alone: asked again (UK GDPR Arts 4(11), 7)', 'permission_said', 'proxy'),
  ...stay('of one decision at one time (Mental Capacity Act 2005, ss.2 and 3): what was found is a fact and goes, and whoever has the next decision assesses for it', 'capacity_assessment'),
  ...stay('how the plan was made, which the plan, its versions and the reports say', 'advice_request', 'advice_kept_save', 'consultation', 'decision', 'family_advice_request', 'icb_agreement', 'panel_item', 'wish', 'plan_check_run', 'check_release'),
  ...stay('words that nobody has settled, and copies that are out', 'kept_text', 'plan_presence', 'working_copy', 'brought_back'),
  ...stay('the plan and the file that came of it go', 'older_plan'),
  ...stay('how a tie or an order stood before: what holds goes', 'relationship_was', 'restriction_change'),
  ...stay('between the council and whoever convened', 'review_grade', 'review_convenor'),
  ...stay('a request that is being written', 'request_draft', 'request_draft_browser', 'request_return_try', 'invitation'),
  ...stay('a file that is not there', 'file_loss'),
])

export const columnsThatStay: Readonly<Record<string, string>> = {
  'request.made_by_organisation_id': 'the name of who asked goes', 'request.recorded_by': 'the old council’s staff', 'document.request_draft_id': 'a request that is being written', 'document.removed_at': 'what was removed stays',
  'document.scanned_at': 'scanned anew', 'document.scanned_by': 'scanned anew', 'document.scan_words': 'scanned anew', 'document.scan_state': 'scanned anew',
  'child_need.recorded_by': 'the old council’s staff', 'personal_budget.recorded_by': 'the old council’s staff',
  'advice.advice_request_id': 'how the plan was made', 'advice.returned_at': 'what was returned and not given again stays', 'advice.return_reasons': 'what was returned and not given again stays',
  'advice.begun_by': 'working', 'advice.begun_at': 'working', 'advice.recorded_by': 'the old council’s staff', 'advice.rating': 'between the council and the author', 'advice_file.removed_at': 'what was removed stays',
  'advice_line.worded_at': 'working', 'advice_line.answer': 'between the council and the author', 'advice_line.answered_by': 'between the council and the author', 'advice_line.answered_at': 'between the council and the author',
  'plan_version.content': 'a file of its own', 'plan_version.html': 'printed anew', 'plan_version.summary_html': 'printed anew',
  'relationship.evidence_seen_by': 'the new council sees it for itself', 'relationship.evidence_seen_on': 'the new council sees it for itself',
  'restriction.evidence_document_id': 'the words of the order stand in the row, and the document goes where it is among the papers', 'restriction.reviewed_by': 'the old council’s staff', 'restriction.reviewed_on': 'the old council’s staff', 'restriction.recorded_by': 'the old council’s staff',
  'child_address.is_confidential': 'none that is goes', 'child_address.resident_ids': 'who lives where is asked again', 'child_address.letters_by': 'the family says how to be reached', 'child_address.how_known': 'the old council’s work',
  'child_address.recorded_by': 'the old council’s staff', 'child_address.recorded_at': 'the old council’s work', 'child_address.marks': 'found anew',
  'change_said.answer_id': 'of the sending of the old council', 'review_invitation.begun_at': 'being written', 'review_invitation.begun_by': 'being written',
  'review_contribution.aside': 'saves beside what was given', 'review_report.note': 'notes of whoever writes', 'review_report.draft': 'notes of whoever writes',
}
