import { sectionTitles } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { SubNavigation } from '../../../ui/moj/sub-navigation.tsx'
import { plural } from '../../../ui/words.ts'
import { DraftPage } from '../draft-page.tsx'
import { wordsHref } from '../source-words.tsx'
import { AdvisedWords, Became, DecideLine, datedWords } from './decide-line.tsx'
import type { AnsweredLine, Assembling, Group } from './groups.ts'
import { filters } from './groups.ts'

interface Props extends Assembling {
  readonly frame: PageFrame
  readonly show: keyof typeof filters
  readonly groups: readonly Group[]
  readonly errors: FormErrors
  readonly values: FormValues
}

function MarkedLineItem({ props, answered }: { props: Props; answered: AnsweredLine }) {
  const { draft, errors, values } = props
  const { line, became } = answered
  return (
    <li class="hub-marked-line" id={`advice-line-${line.id}`}>
      <AdvisedWords line={line} />
      <p class="govuk-body-s">
        {line.report.isReadable && <><a class="govuk-link" href={wordsHref(draft.caseFile.key, { kind: 'advice', adviceId: line.adviceId, adviceLineId: line.id, quote: line.quote, start: line.start, end: line.end })}>In the report<span class="govuk-visually-hidden">: {line.quote.slice(0, 60)}</span></a>. </>}
        <a class="govuk-link" href={paths.planAssembleLine({ ...draft.caseFile.key, adviceLineId: line.id })}>More about this line<span class="govuk-visually-hidden">: {line.quote.slice(0, 60)}</span></a>
      </p>
      {(became.kind !== 'waiting' || became.why !== 'undecided') && <Became draft={draft} became={became} />}
      {draft.decides && became.kind === 'waiting' && <DecideLine draft={draft} line={line} errors={errors} values={values} />}
    </li>
  )
}

function GroupForm({ props, group }: { props: Props; group: Group }) {
  const { frame, draft } = props
  const [first] = group.lines
  const fresh = group.lines.filter(({ became }) => became.kind === 'waiting' && became.why === 'undecided')
  const waits = group.lines.some(({ became }) => became.kind === 'waiting')
  const title = `${group.section}: ${sectionTitles[group.section]}`
  return (
    <Form tokens={frame.tokens} id={`group-${group.id}`} class="hub-advice-group">
      <input type="hidden" name="group" value={group.id} />
      <h2 class="govuk-heading-m">{title}</h2>
      {first !== undefined && <p class="govuk-body">{group.report.title}: {datedWords(first.line)}</p>}
      {draft.decides && fresh.length > 1 && <Button variant="secondary" name="all" value="use" preventDoubleClick>Use all {fresh.length} as they stand</Button>}
      <ul class="hub-marked-lines">{group.lines.map((answered) => <MarkedLineItem props={props} answered={answered} />)}</ul>
      {draft.decides && waits && <Button preventDoubleClick>Save what is chosen for section {group.section}</Button>}
    </Form>
  )
}

export function view(props: Props) {
  const { frame, draft, answered, show, groups, errors } = props
  const { key } = draft.caseFile
  const count = (name: keyof typeof filters): number => answered.filter(({ became }) => filters[name].keeps(became)).length
  const names = Object.keys(filters) as (keyof typeof filters)[]
  return (
    <DraftPage frame={frame} draft={draft} title="Use the advice" here="assemble" errors={errors}>
      <p class="govuk-body">Every marked line of every report gets one answer. What is used keeps the words of the report and their place in it. Nothing is added that the advice does not say.</p>
      <SubNavigation label="Which lines" items={names.map((name) => ({ text: `${filters[name].words} (${count(name)})`, href: paths.planAssemble(key, { show: name }), current: name === show }))} />
      {answered.length === 0 && <EmptyState title="No lines are marked yet"><p class="govuk-body">Lines are marked in each report once it is given. <a class="govuk-link" href={paths.adviceList(key)}>See the advice</a></p></EmptyState>}
      {answered.length > 0 && groups.length === 0 && <EmptyState title={show === 'waiting' ? 'Every marked line has its answer' : 'There are none'} />}
      {groups.length > 0 && <p class="govuk-body">{plural(groups.length, 'group')}, each saved by itself.</p>}
      {groups.map((group) => <GroupForm props={props} group={group} />)}
    </DraftPage>
  )
}
