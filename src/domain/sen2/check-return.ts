// A return checked as it is read: header, then one person after another, then the whole. Faults come out as they are found; nothing of a person is kept but
// what rules across persons need.

import { newestReturnYear, periodOf, returnYearOf, surveyDayOf, type ReturnYear } from './return-years.ts'
import { personRulesOf, ruleById } from './rules/all-rules.ts'
import { headerRules } from './rules/header-rules.ts'
import { countTotals, rememberPersons, totalsRules, type Totals } from './rules/return-rules.ts'
import { holdsIn, listOf, type Found, type RuleText, type SettingRegister, type Survey } from './rules/rule.ts'
import { ruleOf } from './rules/structure-rules.ts'
import type { Sen2Header, Sen2Person } from './sen2-return.ts'
import { nextChild, nothingYet, readBlock, tellMissing, trimmed, type BlockPlaces, type FileElement, type Standing, type StructureFault } from './structure.ts'
import { entryAt, tableOf, type TableEntry } from './year-tables.ts'

export interface ReturnFault {
  readonly rule: RuleText
  /** The block that the element is in; empty for the return as a whole. */
  readonly block: string
  readonly element: string | undefined
  /** The file, where a return stands in several. */
  readonly file: string | undefined
  /** 0 for the return as a whole. */
  readonly line: number
  readonly column: number
  /** What exactly; never a name or a date of birth. */
  readonly because: string | undefined
  /** What a schema would say too. */
  readonly isOfStructure: boolean
  /** Position of the person in the file from 1; undefined outside persons. */
  readonly person: number | undefined
}

export interface CheckedPerson { readonly person: Sen2Person; readonly position: number; readonly line: number; readonly faults: readonly ReturnFault[] }
export interface Asked {
  /** Instead of the year that the header says. */
  readonly year?: ReturnYear
  readonly plansLastYear?: number
  readonly register?: SettingRegister
  /** As if survey day were another, with the year of events that it tells of: for a return that is tried out. */
  readonly on?: Pick<Survey, 'surveyDay' | 'period'>
}

/** A piece of the file: an element that holds records, when it opens and closes, and everything else whole. */
export type FilePiece = { readonly kind: 'opened' | 'whole' | 'closed'; readonly element: FileElement }

/** The elements on the way to the persons: a reader gives what stands directly inside these whole. */
export const wayToPersons: readonly string[] = ['Message', 'Persons']

export class ReturnCheck {
  readonly #asked: Asked
  #year: ReturnYear | undefined
  #said: string | undefined
  #header: Sen2Header | undefined
  #survey: Survey | undefined
  #totals: ReturnType<typeof countTotals> | undefined
  readonly #remember = rememberPersons()
  readonly #open: { readonly entry: TableEntry; readonly standing: Standing; readonly at: FileElement }[] = []
  #persons = 0

  constructor(asked: Asked = {}) {
    this.#asked = asked
    this.#year = asked.year
  }

  /** The year that it is checked as; the newest when neither the header nor the caller said one. */
  get year(): ReturnYear { return this.#year ?? newestReturnYear }
  /** What the header says is the year; undefined when it says none that we know. */
  get yearSaid(): string | undefined { return this.#said }
  get header(): Sen2Header | undefined { return this.#header }
  get totals(): Totals | undefined { return this.#totals?.totals() }

  /** Takes the next piece. Answers the faults outside persons, and a person with their own. */
  take({ kind, element }: FilePiece): { readonly faults: readonly ReturnFault[]; readonly checked?: CheckedPerson } {
    const faults = new FaultList()
    if (kind === 'closed') {
      this.#close(element, faults)
      return { faults: faults.all }
    }
    const top = this.#open.at(-1)
    // The header says the year, and the tables follow it: so it is looked into before its place is judged.
    if (kind === 'whole' && element.name === 'Header' && this.#header === undefined) this.#learnYear(element)
    const entry = top === undefined ? this.#root(element, faults) : nextChild(top.entry, top.standing, element.name, element, faults.tell)
    if (kind === 'opened') {
      this.#opened(entry, element, faults)
      return { faults: faults.all }
    }
    if (entry === undefined) return { faults: faults.all }
    if (entry.element === 'Person') return this.#person(entry, element)
    if (entry.element === 'Header') this.#takeHeader(entry, element, faults)
    return { faults: faults.all }
  }

  /** What only the whole file shows. */
  end(): readonly ReturnFault[] {
    const totals = this.totals
    if (totals === undefined || totals.persons === 0) return []
    return totalsRules.filter((rule) => holdsIn(rule, this.year)).flatMap((rule) => {
      const because = rule.checkTotals(totals, this.#asked.plansLastYear)
      return because === undefined ? [] : [{ rule, block: '', element: undefined, file: undefined, line: 0, column: 0, because, isOfStructure: false, person: undefined }]
    })
  }

  #root(at: FileElement, faults: FaultList): TableEntry | undefined {
    const table = tableOf(this.year)
    if (at.name === table.element) return table
    faults.tell({ kind: 'unknown', block: 'the file', element: at.name, at, because: 'the outermost element of a return is Message' })
    return undefined
  }

  #opened(entry: TableEntry | undefined, at: FileElement, faults: FaultList): void {
    // Inside something that does not belong there, everything is unknown.
    const known = entry ?? { element: at.name, item: undefined, least: 0, most: Infinity, format: undefined, inside: [], order: new Map() }
    for (const attribute of at.attributes) if (!/^(xmlns:.+|xsi:(schemaLocation|noNamespaceSchemaLocation))$/.test(attribute)) faults.tell({ kind: 'attribute', block: at.name, element: at.name, at, because: `“${attribute.slice(0, 40)}”` })
    this.#open.push({ entry: known, standing: nothingYet(known), at })
  }

  #close(at: FileElement, faults: FaultList): void {
    const top = this.#open.pop()
    if (top === undefined) return
    if (trimmed(at.text) !== '') faults.tell({ kind: 'mixed', block: at.name, element: at.name, at: top.at, because: 'there are words between its elements' })
    // The table may have changed under Message when the header said the year; its children are the same in every year.
    tellMissing(top.entry, top.standing, top.at, faults.tell)
  }

  #learnYear(at: FileElement): void {
    const said = at.children.find(({ name }) => name === 'CollectionDetails')?.children.find(({ name }) => name === 'Year')
    this.#said = said === undefined ? undefined : trimmed(said.text)
    this.#year ??= this.#said === undefined ? undefined : returnYearOf(this.#said)
  }

  #surveyOf(): Survey {
    const { register, on } = this.#asked
    this.#survey ??= {
      year: this.year, surveyDay: on?.surveyDay ?? surveyDayOf(this.year), period: on?.period ?? periodOf(this.year), authority: this.#header?.Source?.LEA, ...(register === undefined ? {} : { register }),
    }
    return this.#survey
  }

  #takeHeader(_entry: TableEntry, at: FileElement, faults: FaultList): void {
    const places: BlockPlaces = new Map()
    // What was read is of the shape that the table says; the types of Sen2Header and the table are held together by a test.
    this.#header = readBlock(entryAt(tableOf(this.year), 'Header'), at, places, faults.tell) as Sen2Header
    // A block that is missing was told of as a whole: what it would hold is not told again.
    for (const rule of headerRules) for (const found of listOf(rule.check(this.#header, this.#surveyOf()))) if (places.has(found.block)) faults.add(rule, found, places)
  }

  #person(entry: TableEntry, at: FileElement): { readonly faults: readonly ReturnFault[]; readonly checked: CheckedPerson } {
    this.#persons += 1
    const survey = this.#surveyOf()
    const places: BlockPlaces = new Map()
    const faults = new FaultList(this.#persons)
    const person = readBlock(entryAt(tableOf(survey.year), 'Persons', entry.element), at, places, faults.tell) as unknown as Sen2Person
    for (const rule of personRulesOf(survey.year)) for (const found of listOf(rule.check(person, survey))) faults.add(rule, found, places)
    for (const { rule, found, first } of this.#remember(person, this.#persons)) faults.add(rule, { ...found, because: `the first is person ${first} of the file` }, places)
    this.#totals ??= countTotals(survey)
    this.#totals.add(person)
    return { faults: [], checked: { person, position: this.#persons, line: at.line, faults: faults.all } }
  }
}

/** The faults of one piece: one thing found by the structure and by a rule of the same number is told once. */
class FaultList {
  readonly all: ReturnFault[] = []
  readonly #person: number | undefined
  readonly #told = new Set<string>()

  constructor(person?: number) { this.#person = person }

  readonly tell = (fault: StructureFault): void => {
    const rule = ruleById.get(ruleOf(fault))
    if (rule !== undefined) this.#push(rule, fault.block, fault.element, fault.at, fault.because, true)
  }

  add(rule: RuleText, { block, element, because }: Found, places: BlockPlaces): void {
    const at = places.get(block)
    if (at === undefined) return
    this.#push(rule, at.name, element, at.children.find(({ name }) => name === element) ?? at, because, false)
  }

  #push(rule: RuleText, block: string, element: string | undefined, { file, line, column }: FileElement, because: string | undefined, isOfStructure: boolean): void {
    const key = `${rule.id} ${file ?? ''} ${line} ${column} ${element ?? ''}`
    if (this.#told.has(key)) return
    this.#told.add(key)
    this.all.push({ rule, block, element, file, line, column, because, isOfStructure, person: this.#person })
  }
}
