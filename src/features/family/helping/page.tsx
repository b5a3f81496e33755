import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { isLive, proxyKindWords } from '../../../domain/access/parts-of-proxy.ts'
import { mayLook } from '../../../domain/access/policy.ts'
import { isInForce } from '../../../domain/case-file/tracks.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect } from '../../../platform/http/reply.ts'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords, listWords } from '../../../ui/words.ts'
import type { ProxyRow } from '../proxy-store.ts'
import { listProxyRows } from '../proxy-store.ts'
import { scopeWords } from '../words.ts'
import { endProxy, isCouncil } from './helping-acts.ts'

/** For a family member: who helps them. For who helps: what they may do. For the council: everybody who acts for somebody. */
export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'helping')
    const proxies = await listProxyRows(tx, caseFile, { ownOnly: !isCouncil(caseFile) })
    return page(caseFile.actsFor === undefined ? listView(ask, caseFile, proxies, tx.today) : ownView(ask, caseFile, proxies, tx.today))
  })
}

/** Ended already, or just now: the page says how it stands. */
export async function end(ask: Ask): Promise<Reply> {
  const key = caseKeyOf(ask)
  const isHelper = await read(ask, async (tx) => (await openCaseFile(tx, key)).actsFor !== undefined)
  await endProxy(ask, key, { proxyId: param(ask, 'proxyId') })
  return redirect(isHelper ? paths.home({ done: 'helper-ended' }) : paths.helping(key, { done: 'helper-ended' }))
}

const mark = (once: string, id: string): string => `${once.slice(0, -12)}${id.slice(-12)}`

function EndButton({ ask: { frame }, caseFile, proxy, words }: { ask: Ask; caseFile: CaseFile; proxy: ProxyRow; words: string }) {
  return (
    <Form tokens={{ ...frame.tokens, once: mark(frame.tokens.once, proxy.id) }} action={paths.endProxy({ ...caseFile.key, proxyId: proxy.id })}>
      <Button variant="secondary">{words}<span class="govuk-visually-hidden">: {proxy.name}</span></Button>
    </Form>
  )
}

function listView(ask: Ask, caseFile: CaseFile, proxies: readonly ProxyRow[], today: PlainDate) {
  const isStaff = isCouncil(caseFile)
  const title = isStaff ? 'Who acts for a family member' : 'Who helps you here'
  const live = proxies.filter((one) => isLive(one, today))
  const past = proxies.filter((one) => !isLive(one, today))
  return (
    <CasePage frame={ask.frame} caseFile={caseFile} title={title} back={{ href: isStaff ? paths.caseFamily(caseFile.key) : paths.caseOverview(caseFile.key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{isStaff ? 'Each acts for one family member, for what they consented to, until the day named. No other family member sees this.' : 'You can let a friend, a relative, an adviser or a solicitor help you here. You choose what they can do and until when. You can stop it at any time. No other family member sees this.'}</p>
        {live.length === 0 && <p class="govuk-body">{isStaff ? 'Nobody acts for a family member now.' : 'Nobody helps you here now.'}</p>}
        {live.map((proxy) => (
          <>
            <SummaryList card={{ title: proxy.name }} rows={[
              isStaff && { key: 'Acts for', value: proxy.forName },
              { key: isStaff ? 'As' : 'Who they are', value: `${proxyKindWords[proxy.kind]}${proxy.organisation === undefined ? '' : `, ${proxy.organisation}`}` },
              { key: isStaff ? 'May' : 'They can', value: listWords(proxy.scopes.map((scope) => scopeWords[scope])) },
              { key: 'From', value: dateWords(proxy.from) }, { key: 'Until', value: dateWords(proxy.to) },
              isStaff && { key: 'Consent', value: proxy.consent },
            ]} />
            <EndButton ask={ask} caseFile={caseFile} proxy={proxy} words={isStaff ? 'End it' : 'Stop this now'} />
          </>
        ))}
        {caseFile.open.includes('name-proxy') && <p class="govuk-body"><a class="govuk-link" href={paths.nameProxy(caseFile.key)}>{isStaff ? 'Record who acts for a family member' : 'Let somebody help you'}</a></p>}
        {past.length > 0 && <h2 class="govuk-heading-m">Before</h2>}
        {past.map((proxy) => (
          <p class="govuk-body"><Tag colour="grey">Over</Tag> {proxy.name}{isStaff ? ` for ${proxy.forName}` : ''}, {dateWords(proxy.from)} to {dateWords(proxy.to)}{proxy.endedAt === undefined ? '' : ', ended early'}</p>
        ))}
      </TwoThirds>
    </CasePage>
  )
}

function ownView(ask: Ask, caseFile: CaseFile, proxies: readonly ProxyRow[], today: PlainDate) {
  const { key, parts, stage } = caseFile
  const mine = proxies.find((one) => isLive(one, today) && one.forPersonId === caseFile.actsFor)
  const link = (href: string, words: string) => <li><a class="govuk-link" href={href}>{words}</a></li>
  return (
    <CasePage frame={ask.frame} caseFile={caseFile} title="What you can do here" breadcrumbs={[{ text: 'Home', href: paths.home() }]}>
      <TwoThirds>
        <h1 class="govuk-heading-l">What you can do here</h1>
        {mine !== undefined && <p class="govuk-body">{mine.forName} said that you can {listWords(mine.scopes.map((scope) => scopeWords[scope]))}, until {dateWords(mine.to)}. {mine.forName} can stop this at any time.</p>}
        <ul class="govuk-list govuk-list--spaced">
          {mayLook('overview', parts) && link(paths.caseOverview(key), 'See where things are')}
          {mayLook('shared-draft', parts) && stage === 'draft-out' && link(paths.sharedDraft(key), 'Read the draft plan')}
          {mayLook('final-plan', parts) && isInForce(stage) && link(paths.finalPlan(key), 'Read the plan')}
          {mine?.scopes.includes('letters') === true && link(paths.caseLetters(key), 'Read copies of letters')}
          {mayLook('messages', parts) && link(paths.caseMessages(key), 'Write to the council')}
          {parts.includes('proxy-views') && caseFile.open.includes('give-views') && link(paths.giveViews({ ...key, whose: 'parent' }), 'Write down their views')}
        </ul>
        {mine !== undefined && <EndButton ask={ask} caseFile={caseFile} proxy={mine} words="I no longer help" />}
      </TwoThirds>
    </CasePage>
  )
}
