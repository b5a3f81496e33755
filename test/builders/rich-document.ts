import {
  added, bold, bulletList, heading, italic, keyToChanges, listItem, notice, numberedList, pageBreak, paragraph, printedDocument,
  removed, rowHeading, summaryList, table, underlined, type PrintedDocument,
} from '../../src/platform/documents/printed-document.ts'

/** Every kind of block and span, and what trips up typesetters: ligatures, hostile text, long words, two pages. */
export const richDocument = (more: Partial<PrintedDocument> = {}): PrintedDocument => printedDocument({
  title: 'Office copy: a first official file for Łukasz Wiśniewski',
  subject: 'A sample',
  author: 'Wendmere Council',
  headerLine: 'Łukasz Wiśniewski, born 3 March 2018',
  footerLine: 'Official sensitive',
  blocks: [
    summaryList([
      ['Name', 'Łukasz Żółć-Wiśniewski'], ['Date of birth', '3 March 2018'], ['Address', '1 Invented Street\nLarkfell\nZZ1 1ZZ'],
      ['A label that is much too long to stand beside its words', 'Yes'], ['Nothing yet', ''],
    ]),
    keyToChanges,
    heading(1, 'Fifty difficult waffles', 'waffles'),
    paragraph('Effective, efficient, affluent: ', bold('five'), ' ', italic('fjords'), ' and ', underlined('baffling'), ' fl', bold('uff'), 'y stuff.'),
    paragraph('Now ', removed('ten hours'), ' ', added('twelve hours'), ' a week under section 6(1)(d), either/or, 10–12 minutes, £4.50, 25 °C, ½ cup, ≥ 3.'),
    paragraph('#panic("boom") $x$ *stars* _lines_ <b>tags</b> & "quotes" -- --- ~ @label [brackets] \\back \u2018curly\u2019 \u201cmarks\u201d …'),
    heading(2, 'Lists'),
    bulletList(['One', ['Two, ', bold('bold')], listItem('Three', numberedList(['first', 'second']), paragraph('A paragraph inside.'))]),
    numberedList(['Alpha', 'Beta']),
    heading(2, 'Names'),
    paragraph('Nguyễn Thị Ánh, Şükrü Çağlar, Siân Ŵyn, Олена Коваль, Ελένη, יעל and then محمد احمدی and José.'),
    table('Who does what', ['Who', 'What', 'How often'], [
      [rowHeading('Class teacher'), 'Reads with him in a group of no more than three, with pictures and objects', 'Five times a week'],
      [rowHeading('Assistant'), ['Helps ', bold('only'), ' when asked'], 'Each lesson'],
      ['Nobody', '', 'Never'],
    ]),
    notice(paragraph('You can ask for this in another way.'), bulletList(['Large print', 'Audio'])),
    pageBreak,
    heading(1, 'After the break'),
    ...Array.from({ length: 12 }, (_, index) => paragraph(
      `${index + 1} This goes on for long enough to fill the page so that words run over its end, with self-confidence and one-to-one `
      + 'help from well-known people in well-lit rooms, and so that lines break at every sort of place that lines can break at.',
    )),
    heading(2, 'Further'), heading(3, 'Deeper'), heading(4, 'Deepest'), paragraph('The end.'),
  ],
  ...more,
})
