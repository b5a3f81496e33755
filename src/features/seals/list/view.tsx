import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Seal } from '../../../casebook/access/seal-rows.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import { Table } from '../../../ui/govuk/table.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { whoSees } from '../../../ui/sealed-item.tsx'
import { dateWords } from '../../../ui/words.ts'
import type { Thing } from '../things-store.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly today: PlainDate
  readonly seals: readonly Seal[]
  readonly things: readonly Thing[]
}

export function view({ frame, caseFile, today, seals, things }: Props) {
  const title = 'Seals'
  const titleOf = (thingId: string): string => things.find(({ id }) => id === thingId)?.title ?? 'A report or document'
  const open = things.filter(({ id }) => !seals.some(({ thingId }) => thingId === id))
  const maySeal = caseFile.open.includes('seal-item')
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">A sealed report or document is out of sight for everybody but some. You see here only what you may see yourself.</p>
      </TwoThirds>
      {seals.length === 0
        ? <p class="govuk-body">Nothing that you can see is sealed.</p>
        : (
          <Table
            caption="Sealed" captionSize="m" head={[{ content: 'Report or document' }, { content: 'Who sees it' }, { content: 'Look at it again' }]}
            rows={seals.map((seal) => [
              { content: <a class="govuk-link" href={paths.itemSeal({ ...caseFile.key, sealId: seal.id })}>{titleOf(seal.thingId)}</a> },
              { content: whoSees(seal) },
              { content: <>{dateWords(seal.reviewOn)}{seal.reviewOn <= today && <><br /><Tag colour="red">Due</Tag></>}</> },
            ])}
          />
        )}
      {maySeal && open.length > 0 && (
        <TwoThirds>
          <h2 class="govuk-heading-m">Seal a report or document</h2>
          <ul class="govuk-list govuk-list--spaced">
            {open.map(({ kind, id, title: of }) => <li><a class="govuk-link" href={paths.sealItem({ ...caseFile.key, thing: kind, thingId: id })}><span class="govuk-visually-hidden">Seal </span>{of}</a></li>)}
          </ul>
        </TwoThirds>
      )}
    </CasePage>
  )
}
