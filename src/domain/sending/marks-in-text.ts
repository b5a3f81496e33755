// Days, postcodes and first lines of addresses in a text, with their places.

import type { PlainDate } from '../calendar/plain-date.ts'
import { parsePlainDate } from '../calendar/plain-date.ts'
import { parsePostcode } from '../identifiers/contact-details.ts'

interface At { readonly at: number; readonly end: number }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const inWords = /\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+(\d{4}|\d{2})\b/giu
const inNumbers = /(?<![\d./-])(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?![\d/-])/gu
const asKept = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/gu

const two = (value: number): string => String(value).padStart(2, '0')
/** "16" is 2016: nobody whose case this is was born before 2000. */
const fullYear = (year: string): number => (year.length === 4 ? Number(year) : 2000 + Number(year))

/** Every day written in the text: "3 March 2016", "3rd of March 2016", "03/03/2016", "3.3.16", "2016-03-03". */
export function datesIn(text: string): (At & { readonly on: PlainDate })[] {
  const read = (match: RegExpExecArray, year: number, month: number, day: number): (At & { on: PlainDate })[] => {
    const on = parsePlainDate(`${year}-${two(month)}-${two(day)}`)
    return on === undefined ? [] : [{ on, at: match.index, end: match.index + match[0].length }]
  }
  return [
    ...[...text.matchAll(inWords)].flatMap((match) => read(match, fullYear(match[3] ?? ''), months.indexOf((match[2] ?? '').toLowerCase()) + 1, Number(match[1]))),
    ...[...text.matchAll(inNumbers)].flatMap((match) => read(match, fullYear(match[3] ?? ''), Number(match[2]), Number(match[1]))),
    ...[...text.matchAll(asKept)].flatMap((match) => read(match, Number(match[1]), Number(match[2]), Number(match[3]))),
  ].toSorted((a, b) => a.at - b.at)
}

/** Every postcode, as it is kept: "ZZ97 6HL". */
export const postcodesIn = (text: string): (At & { readonly value: string })[] =>
  [...text.matchAll(/\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}\b/giu)].flatMap((match) => {
    const parsed = parsePostcode(match[0])
    return parsed.ok ? [{ value: parsed.value, at: match.index, end: match.index + match[0].length }] : []
  })

/** What looks like the first line of an address, "14 Mill Lane" or "Flat 2, 14 Mill Lane", in small letters with single spaces. */
export const streetLinesIn = (text: string): (At & { readonly value: string })[] =>
  [...text.matchAll(/(?:\bflat\s+\w+,?\s+)?\b\d{1,4}[a-z]?,?\s+(?=\p{Lu}|[a-z]+\s+(?:road|street|lane|avenue|close|drive|way|court|terrace|view|row|hill|gardens|place)\b)\p{L}+(?:[ \t]+\p{L}+){0,3}/giu)]
    .flatMap((match) => runsOf(match[0]).map((value) => ({ value, at: match.index, end: match.index + match[0].length })))

/** "14 Mill Lane before half term" could be four first lines: each is looked up. */
function runsOf(line: string): string[] {
  const words = line.toLowerCase().split(/[\s,]+/u).filter((word) => word !== '')
  return words.map((_, index) => words.slice(0, index + 1).join(' ')).filter((_, index) => index > 0)
}
