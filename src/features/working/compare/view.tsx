import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { sectionTitles } from '../../../domain/plan/sections.ts'
import type { WorkingSection } from '../../../domain/plan/working/working-lines.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Select } from '../../../ui/govuk/select.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { fieldWords } from '../../../ui/plan-read.tsx'
import { WordDiff } from '../../../ui/word-diff.tsx'
import { plural } from '../../../ui/words.ts'
import { versionInSentence, versionWords } from '../version-words.ts'
import type { FrozenVersion, ReadVersion } from '../working-store.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly versions: readonly FrozenVersion[]
  readonly from: ReadVersion
  readonly to: ReadVersion
  readonly sections: readonly WorkingSection[]
}

const statusWords = { added: 'Added', removed: 'Taken out', changed: 'Changed', reordered: 'Moved', unchanged: 'Unchanged' } as const
const statusColours = { added: 'green', removed: 'orange', changed: 'blue', reordered: 'grey', unchanged: 'grey' } as const

export function view({ frame, caseFile, versions, from, to, sections }: Props) {
  const title = 'What changed between two versions'
  const lines = sections.flatMap((section) => section.lines)
  const count = (status: keyof typeof statusWords): number => lines.filter((line) => line.status === status).length
  const differing = sections.filter((section) => section.lines.some(({ status }) => status !== 'unchanged'))
  const items = versions.toReversed().map((version) => ({ value: String(version.no), text: versionWords(version) }))
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} back={{ href: paths.planWorking(caseFile.key), text: 'Back to the working document' }} wide>
      <span class="govuk-caption-l">{childName(caseFile)}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">From the {versionInSentence(from)}, to the {versionInSentence(to)}: {plural(count('added'), 'line')} added, {count('removed')} taken out, {count('changed')} changed, {count('reordered')} moved.</p>
      <form method="get" action={paths.planWorkingCompare(caseFile.key)} class="hub-compare-form hub-screen-only">
        <Select name="from" label="Earlier" items={items} value={String(from.no)} />
        <Select name="to" label="Later" items={items} value={String(to.no)} />
        <Button variant="secondary">Compare</Button>
      </form>
      {differing.length === 0 && <EmptyState title="Nothing differs" />}
      {differing.map((section) => (
        <section>
          <h2 class="govuk-heading-m">Section {section.section}: {sectionTitles[section.section]}</h2>
          {section.lines.filter(({ status }) => status !== 'unchanged').map(({ number, status, was, is }) => (
            <article class="hub-working-line">
              <h3 class="govuk-heading-s govuk-!-margin-bottom-2">{number} <Tag colour={statusColours[status]}>{statusWords[status]}</Tag></h3>
              {was !== undefined && is !== undefined && was.section !== is.section && <p class="govuk-body">From section {was.section} to section {is.section}</p>}
              <WordDiff before={was?.text ?? ''} after={is?.text ?? ''} />
              <Boxes before={was === undefined ? [] : fieldWords(was)} after={is === undefined ? [] : fieldWords(is)} />
            </article>
          ))}
        </section>
      ))}
    </CasePage>
  )
}

/** What the lines say in their boxes, word by word; nothing where they say the same. */
function Boxes({ before, after }: { before: readonly string[]; after: readonly string[] }) {
  if (before.join('\n') === after.join('\n')) return null
  return <WordDiff before={before.join('\n')} after={after.join('\n')} />
}
