import type { Area } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { plural } from '../../../ui/words.ts'
import type { Bulk, BulkItem } from './bulk-store.ts'
import { childrenAtOnce } from './send-many.ts'

const stateWords: Record<BulkItem['state'], { words: string; colour: 'green' | 'red' | 'grey' | 'yellow' }> = { sent: { words: 'Sent', colour: 'green' }, refused: { words: 'Not sent', colour: 'red' }, 'taken-back': { words: 'Taken back', colour: 'yellow' }, waiting: { words: 'Waits', colour: 'grey' } }

export function progressView({ frame, area, bulk, isMine }: { frame: PageFrame; area: Area; bulk: Bulk; isMine: boolean }) {
  const title = 'Consultations sent for several children'
  const count = (state: BulkItem['state']): number => bulk.items.filter((item) => item.state === state).length
  const waiting = count('waiting')
  return (
    <HubPage frame={frame} title={title} back={{ href: paths.transfers({ area: area.code }, { year: bulk.year }), text: 'Phase transfers' }} wide councilName={area.councilName}>
      <span class="govuk-caption-l">{area.name}, transfers in {bulk.year}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{plural(bulk.items.length, 'child', 'children')}: {count('sent')} sent, {count('refused')} not sent,{count('taken-back') > 0 && ` ${count('taken-back')} taken back before it left,`} {waiting} waiting.</p>
      {waiting > 0 && (isMine ? (
        <Form tokens={frame.tokens}>
          <p class="govuk-body">They leave {childrenAtOnce} children at a time. Nothing that was sent is sent again.</p>
          <Button preventDoubleClick>Send for the next {Math.min(waiting, childrenAtOnce)}</Button>
        </Form>
      ) : <p class="govuk-body">{bulk.begunByName} began this and goes on with it.</p>)}
      <Table
        caption="Child by child" captionSize="m" firstCellIsHeader head={['Child', 'What became of it', 'Why not'].map((content) => ({ content }))}
        rows={bulk.items.map((item) => [
          { content: <><a class="govuk-link" href={paths.consultSettings({ ...item.key })}>{item.name}</a><br /><span class="hub-quiet">{item.reference}</span></> },
          { content: <Tag colour={stateWords[item.state].colour}>{stateWords[item.state].words}</Tag> }, { content: item.because ?? '' },
        ])}
      />
    </HubPage>
  )
}
