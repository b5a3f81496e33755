-- What one invitee writes for a review is theirs until they give it, and this is asked by the database too; what was given can be changed until
-- the report is sent, and what it said before is kept. See docs/decisions/0033.

alter table review_invitation add column begun_at timestamptz, add column begun_by uuid references person (id);
comment on column review_invitation.begun_at is 'When somebody began to write their part, which only they see: the list of a review says no more than that';
update review_invitation i set begun_at = c.saved_at, begun_by = c.saved_by from review_contribution c where c.local_area_id = i.local_area_id and c.invitation_id = i.id;

alter table review_contribution add column changed_at timestamptz, add column earlier jsonb not null default '[]';
comment on column review_contribution.changed_at is 'When what was given was last changed by who gave it; absent: never. What was sent round before that is read by the others until it is sent round again';
comment on column review_contribution.earlier is 'What it said before each change, with the proposals of that time: the first first';

drop policy of_the_viewer on review_contribution;
-- Being written: whoever wrote it, whose invitation it is, and of a child's own part, which somebody helps with, whoever runs the review. Given: the council
-- and the convenor. Sent round: everybody in the case who may look at its reviews, and of a parent's or young person's words no other family member.
do $$ begin
  execute format($policy$create policy of_the_viewer on review_contribution to golden_thread_app using ((%1$s) and (
    saved_by = (select hub_person()) or given_by = (select hub_person())
    or exists (select 1 from review_invitation i join review_arrangement a on a.local_area_id = i.local_area_id and a.review_id = i.review_id
      where i.local_area_id = review_contribution.local_area_id and i.id = review_contribution.invitation_id and (
        i.person_id = (select hub_person()) or (i.person_id is null and i.organisation_id = any ((select hub_organisations())::uuid[]))
        or ((i.part = 'child' or review_contribution.given_at is not null) and (%2$s or a.organisation_id = any ((select hub_organisations())::uuid[])))))
    or (circulated_at is not null and (family_person_id is null or cardinality((select hub_organisations())::uuid[]) > 0))))$policy$,
    of_a_case('reviews'), replace(of_the_council(), 'local_area_id', 'review_contribution.local_area_id'));
end $$;
