import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { findQuote } from './find-quote.ts'

describe('findQuote', () => {
  for (const [why, text, quote, words] of [
    ['as it stands', 'He reads well.', 'reads well', 'reads well'],
    ['line ends and runs of spaces', 'He reads\n   very\u00a0well.', 'reads very well', 'reads\n   very\u00a0well'],
    ['quotation marks', 'She said “he can’t” twice.', '"he can\'t"', '“he can’t”'],
    ['dashes', 'from 10–12 minutes – daily', '10-12 minutes - daily', '10–12 minutes – daily'],
    ['Markdown emphasis in the text', 'Rewan **needs 15** hours *a week*.', 'needs 15 hours a week', 'needs 15** hours *a week'],
    ['Markdown emphasis in the quote', 'Rewan needs 15 hours', '**needs** _15_ hours', 'needs 15 hours'],
    ['ligatures', 'the oﬃce ﬁle', 'office file', 'oﬃce ﬁle'],
    ['decomposed letters in the quote', 'Siân came', 'Sia\u0302n came', 'Siân came'],
    ['decomposed letters in the text', 'Sia\u0302n came', 'Siân came', 'Sia\u0302n came'],
    ['soft hyphens', 'commu\u00adnication aid', 'communication aid', 'commu\u00adnication aid'],
    ['ellipses', 'well… yes', 'well... yes', 'well… yes'],
    ['escaped marks', 'costs 5\\* stars', 'costs 5* stars', 'costs 5\\* stars'],
  ] satisfies readonly [string, string, string, string][]) {
    it(`tolerates ${why}`, () => {
      assert.deepEqual(findQuote(text, quote).map((found) => text.slice(found.start, found.end)), [words])
    })
  }

  it('finds every place', () => {
    assert.deepEqual(findQuote('once a day and Once a day, once a day', 'once a day').map((found) => found.start), [0, 27])
  })

  it('does not bend words, numbers or other punctuation', () => {
    for (const quote of ['15 hour week', '15 hours, a week', '51 hours a week', 'Fifteen hours a week', '15 hoursa week']) {
      assert.deepEqual(findQuote('He needs 15 hours a week.', quote), [], quote)
    }
    assert.deepEqual(findQuote('snake_case_name', 'snakecasename'), [])
    assert.deepEqual(findQuote('anything', ' ** '), [])
  })

  it('finds any slice of any text that has letters', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), fc.nat(), fc.nat(), (text, one, other) => {
      const graphemes = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map((part) => part.segment)
      const [from, to] = [one % graphemes.length, other % graphemes.length].toSorted((a, b) => a - b)
      const quote = graphemes.slice(from, (to ?? 0) + 1).join('')
      if (!/^\p{L}.*\p{L}$/su.test(quote) || /[\\_\p{M}]/u.test(text)) return
      assert.ok(findQuote(text, quote).length > 0)
    }), { numRuns: 1000 })
  })
})
