import type { KeptTyping } from '../../../casebook/signing-in/kept-typing.ts'
import { paths } from '../../../paths.ts'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords } from '../../../ui/words.ts'

const title = 'We kept what you typed'

export function view({ frame, kept, next }: { frame: PageFrame; kept: readonly KeptTyping[]; next: string }) {
  return (
    <HubPage frame={frame} title={title}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">You were signed out before this was sent. Nobody else can see it. We keep it for 7 days.</p>
        {kept.map((one) => <Kept frame={frame} one={one} next={next} />)}
        <p class="govuk-body"><a class="govuk-link" href={next}>Go on without it</a></p>
      </TwoThirds>
    </HubPage>
  )
}

/** Short values are choices and marks of the form: they go along, and only what is words is shown. */
function Kept({ frame, one, next }: { frame: PageFrame; one: KeptTyping; next: string }) {
  const fields = Object.entries(one.fields).flatMap(([name, value]) => (value === undefined ? [] : [value].flat().map((text) => ({ name, text }))))
  const words = fields.filter(({ text }) => text.trim().length > 20 || text.includes(' '))
  return (
    <section class="hub-session">
      <h2 class="govuk-heading-m">Typed on {dateTimeWords(one.keptAt)}</h2>
      {(words.length > 0 ? words : fields).map(({ text }) => <pre class="hub-typed govuk-body">{text}</pre>)}
      <div class="govuk-button-group">
        <Form tokens={frame.tokens} action={one.to}>
          <input type="hidden" name="_kept" value={one.id} />
          {fields.map(({ name, text }) => <input type="hidden" name={name} value={text} />)}
          <Button preventDoubleClick>Send it now</Button>
        </Form>
        <Form tokens={frame.tokens} action={paths.keptTyping()}>
          <input type="hidden" name="throwAway" value={one.id} />
          <input type="hidden" name="next" value={next} />
          <Button variant="secondary">Throw it away</Button>
        </Form>
      </div>
      <p class="govuk-hint">A file that you had chosen must be chosen again. If something has changed meanwhile, the page says so before anything is saved.</p>
    </section>
  )
}
