// Asks the real app what the reference table says of each route, for people of every role in every standing.
//
// Who may not: every GET and every POST is tried, and must answer "not found" or "not allowed", with the same page, to the letter,
// that a case nobody has ever heard of would get where the case is not in their sight. Who may: every GET is tried and must not be
// refused. (What a POST does for those who may is the page tests' to say; here it would change the case under the proof's feet.)

import { draws } from './compare.ts'
import { listDifferences, sightDifferences, withoutBanner } from './compare-lists.ts'
import type { Answered } from './http-browser.ts'
import type { Choice, HttpStanding } from './http-standings.ts'
import { capacitiesIn, flagsFor, inWords } from './http-standings.ts'
import type { Someone, World, WorldCase } from './http-world.ts'
import { enter, sealedWords } from './http-world.ts'
import type { Answer } from './reference.ts'
import { answerOf, officeHolders } from './reference.ts'
import type { WrittenRoute } from './routes.ts'
import { listRoutes } from './routes.ts'

export interface HttpCompared {
  readonly requests: number
  readonly cells: number
  readonly differences: readonly string[]
}

const nowhere = '00000000-0000-7000-8000-000000000000'
// Answers with somebody's session ended, or their choice changed; or the families' pages closed.
const leftOut = new Set(['GET /exit', 'POST /sign-out', 'POST /sign-in', 'POST /me/reminders', 'POST /other-information'])

const all = listRoutes()
// The access officer's own pages name a case and open none: they ask whose office it is (features/access-record).
export const caseRoutes = all.filter(({ pattern, may }) => (pattern.includes(':caseId') && may !== 'signed-in') || may.startsWith('act ') && pattern.startsWith('/:area') && !pattern.includes(':draftId'))
const openRoutes = all.filter((route) => !caseRoutes.includes(route) && !leftOut.has(`${route.method} ${route.pattern}`))

// Pages that ask more than the table can say, and why.
const narrower = new Map([
  ['GET /:area/cases/:caseId/rights/people/:personId', 'a parent only where they decide in the young person’s place (CFA 2014 s.80): the act asks'],
  ['GET /:area/cases/:caseId/plan/assemble', 'the council decides what becomes of advice (SEND Regulations 2014 reg 6): who advises writes in their own sections'],
  ['GET /:area/cases/:caseId/plan/assemble/:adviceLineId', 'as above'],
  ['GET /:area/cases/:caseId/plan/working/back', 'a file is held against the working document: who stands in for the draft alone has no sight of that, and asks on the draft’s own page'],
  ['GET /:area/cases/:caseId/plan/working/back/:broughtId', 'as above'],
  ['GET /:area/cases/:caseId/reviews/plan', 'the head or principal of the place that the child goes to arranges it (SEND Regulations 2014 regs 20 and 21): another school on the case does not'],
])
// Pages of what there is only from a stage on, and at which of the world's stages there is one. Before it they say "not found".
const withPlan = ['drafting', 'draft-out', 'maintained']
const shownAt = new Map<string, readonly string[]>([
  ...['', '/plan.pdf', '/plan.docx', '/one-page'].map((of) => [`GET /:area/cases/:caseId/final${of}`, ['maintained']] as const),
  ...['', '/section/:section', '/thread', '/versions', '/compare', '/check'].map((of) => [`GET /:area/cases/:caseId/plan${of}`, withPlan] as const),
  ['GET /:area/cases/:caseId/plan/proposals', ['draft-out']],
  ['GET /:area/cases/:caseId/draft', ['draft-out']],
  ...['', '/plan.pdf', '/plan.docx'].map((of) => [`GET /:area/cases/:caseId/plan/working/copy${of}`, ['draft-out', 'maintained']] as const),
])

const nameOf = ({ method, pattern }: WrittenRoute): string => `${method} ${pattern}`
/** Nothing in its address but the case: what it leads to is there, from its stage on. */
const isThereAt = (route: WrittenRoute, stage: string): boolean =>
  (route.pattern.match(/:\w+/g) ?? []).every((name) => [':area', ':caseId', ':section'].includes(name)) && (shownAt.get(nameOf(route))?.includes(stage) ?? true)

/** Of a route that is open for any of several reasons, the best answer. */
export function answerOfAny({ may, pattern }: WrittenRoute, asked: HttpStanding, { stage, flags }: WorldCase): Answer {
  const [does = '', names = ''] = may.split(' ')
  // Who is kept out of one child's case does their work for the area all the same.
  const standing = asked.relation === 'council-here barred' && !pattern.includes(':caseId') ? { ...asked, relation: 'council-here' as const } : asked
  const answers = names.split('|').map((name) => answerOf({ ...standing, stage, flags: flagsFor(standing, flags), tie: 'another’s', wish: `${does} ${name}` }))
  return (['yes', 'not now', 'refused', 'not there'] as const).find((one) => answers.includes(one)) ?? 'not there'
}

const values: Readonly<Record<string, string>> = { ':section': 'F', ':whose': 'parent' }
export const urlOf = (pattern: string, area: string, caseId: string): string =>
  pattern.replace(':area', area).replace(':caseId', caseId).replaceAll(/:\w+/g, (name) => values[name] ?? nowhere)

/** A page without what is different each time it is made. */
export const steady = ({ status, head, body }: Answered): string =>
  `${status}\n${head}\n${body.replaceAll(/name="(_csrf|_once)" value="[^"]*"/g, '').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID').replaceAll(/(nonce|data-seconds-left)="[^"]*"/g, '')}`

/** One standing, asked for everything or for a draw of it. */
export async function compareStanding(world: World, { standing, asks }: Choice, seed: number): Promise<HttpCompared> {
  const someone = await enter(world, standing)
  const asked = new Asked(someone)
  try {
    asked.differences.push(...await sightDifferences(world.hub, someone))
    const draw = draws(seed)
    const drawnCase = Math.floor(draw() * someone.cases.length)
    const cases = asks === 'every route' ? someone.cases.slice(drawnCase, drawnCase + 1) : someone.cases
    const everywhere = cases.flatMap((at) => caseRoutes.map((route) => [route, at] as const))
    const wanted = typeof asks === 'string' ? everywhere : Array.from({ length: asks }, () => everywhere[Math.floor(draw() * everywhere.length)]).filter((one) => one !== undefined)
    for (const [route, at] of wanted) await asked.compare(route, at)
    if (asks === 'everything') {
      for (const route of openRoutes.filter(({ method }) => method === 'GET')) await asked.compareOpen(route)
    }
    if (typeof asks === 'string' && standing.who !== 'nobody') asked.differences.push(...await listDifferences(someone, asked.ask))
  } finally {
    await someone.leave()
  }
  return asked
}

/** What one person was asked, and what was not as the table says. */
class Asked implements HttpCompared {
  requests = 0
  cells = 0
  readonly differences: string[] = []
  readonly #refusedAt = new Map<string, string>()
  readonly someone: Someone
  readonly standing: HttpStanding

  constructor(someone: Someone) {
    this.someone = someone
    this.standing = someone.standing
  }

  ask: Someone['ask'] = (method, url, fields) => {
    this.requests += 1
    return this.someone.ask(method, url, fields)
  }

  async compare(route: WrittenRoute, at: WorldCase): Promise<void> {
    const answer = answerOfAny(route, this.standing, at)
    if (route.method === 'POST' && (answer === 'yes' || answer === 'not now')) return
    this.cells += 1
    const got = await this.ask(route.method, urlOf(route.pattern, at.key.area, at.key.caseId))
    const wrong = this.#alwaysWrong(got) ?? await this.#wrong(route, at, answer, got)
    if (wrong !== undefined) this.differences.push(`${inWords(this.standing)}, ${nameOf(route)} at ${at.stage}${at.flags.youngPersonDecides ? ', a young person’s' : ''}: ${wrong}`)
  }

  #alwaysWrong({ status, body }: Answered): string | undefined {
    if (status >= 500) return `broke with ${status}`
    return sealedWords.some((words) => body.includes(words)) ? 'the answer holds words of a sealed address' : undefined
  }

  async #wrong(route: WrittenRoute, at: WorldCase, answer: Answer, got: Answered): Promise<string | undefined> {
    if (this.standing.who === 'nobody') return got.status === 403 || (got.location ?? '').startsWith('/sign-in') ? undefined : `not sent to sign in but ${got.status}`
    switch (answer) {
      case 'yes':
        if (got.status === 403) return narrower.has(nameOf(route)) ? undefined : 'the table says yes, and it was refused'
        return got.status === 404 && isThereAt(route, at.stage) && !this.#isOfThePast(at) ? 'the table says yes, and it was not found' : undefined
      case 'not now': return undefined
      // The front door of a case leads whoever has no overview to what is theirs, and tells them nothing.
      case 'refused': return got.status === 403 || got.status === 404 || (route.method === 'GET' && got.status === 303) ? undefined : `the table says no, and it answered ${got.status}`
      case 'not there':
        if (got.status !== 403 && got.status !== 404) return `out of sight, and it answered ${got.status}`
        // What may be known of a case out of sight is what may be known of no case at all.
        return steady(got) === await this.#ofNoCase(route, at.key.area) ? undefined : 'a case out of sight answers unlike a case that is not there'
    }
  }

  /** A parent without the young person's word has what was before the day: what came later is not there for them. */
  #isOfThePast(at: WorldCase): boolean {
    const held = capacitiesIn(this.standing, at)
    return held.includes('P0') && !held.includes('Pp')
  }

  async #ofNoCase(route: WrittenRoute, area: string): Promise<string> {
    const name = `${nameOf(route)} ${area}`
    const known = this.#refusedAt.get(name) ?? steady(await this.ask(route.method, urlOf(route.pattern, area, nowhere)))
    this.#refusedAt.set(name, known)
    return known
  }

  async compareOpen(route: WrittenRoute): Promise<void> {
    this.cells += 1
    const got = await this.ask('GET', urlOf(route.pattern, 'wendmere', nowhere))
    const { who } = this.standing
    const isOpenToAnybody = who === 'nobody' && (route.may === 'signed-in' || route.may.startsWith('office ')) && !(got.location ?? '').startsWith('/sign-in')
    const wrong = this.#alwaysWrong(got) ?? (got.status === 403 && route.may === 'anyone' ? 'was refused' : isOpenToAnybody ? `is open to anybody: ${got.status}` : this.#heldWrongly(route, got) ?? this.#listedWrongly(got))
    if (wrong !== undefined) this.differences.push(`${inWords(this.standing)}, ${nameOf(route)}: ${wrong}`)
  }

  /** A page of an office is for its holders: the table says who, in some body; in which, the page asks. */
  #heldWrongly({ may }: WrittenRoute, { status }: Answered): string | undefined {
    const { who } = this.standing
    if (!may.startsWith('office ') || who === 'nobody') return undefined
    const holds = officeHolders.get(may.slice('office '.length))?.includes(who) === true
    if (holds) return status === 403 ? 'their own office, and it was refused' : undefined
    return status === 403 ? undefined : `an office that they do not hold, and it answered ${status}`
  }

  /** No page that belongs to no case leads to one that is not there for them. */
  #listedWrongly({ body: whole }: Answered): string | undefined {
    const body = withoutBanner(whole)
    const out = this.someone.cases.find((at) => capacitiesIn(this.standing, at).length === 0 && (body.includes(at.key.caseId) || body.includes(at.familyName)))
    return out === undefined ? undefined : `tells of a case out of sight, ${out.stage}`
  }
}
