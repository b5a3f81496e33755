-- outside a transaction
-- What the pages of a case, a child, a plan or a review look up by it, and what had an index of its open rows alone, or none: these tables were small while they were tried.
-- The national return went through the needs of a whole area for each 500 of its children.

create index concurrently child_need_by_child on child_need (local_area_id, child_id);
create index concurrently child_address_by_child on child_address (local_area_id, child_id);
create index concurrently communication_need_by_child on communication_need (local_area_id, child_id);
create index concurrently restriction_change_by_child on restriction_change (local_area_id, child_id);
create index concurrently decision_by_case on decision (local_area_id, case_id);
create index concurrently panel_item_by_case on panel_item (local_area_id, case_id);
create index concurrently notice_by_case on notice (local_area_id, case_id);
create index concurrently icb_agreement_by_case on icb_agreement (local_area_id, case_id);
create index concurrently family_advice_request_by_case on family_advice_request (local_area_id, case_id);
create index concurrently term_to_keep_out_by_case on term_to_keep_out (local_area_id, case_id);
create index concurrently check_release_by_case on check_release (local_area_id, case_id);
create index concurrently address_dispute_by_case on address_dispute (local_area_id, case_id);
create index concurrently arrival_by_case on arrival (local_area_id, case_id);
create index concurrently personal_budget_by_plan on personal_budget (local_area_id, plan_id);
create index concurrently review_grade_by_review on review_grade (local_area_id, review_id);
