// The one Typst program. It never changes with the document: the words arrive as JSON in sys.inputs, so no text that anybody
// typed can become code. Typst tags what it sets (PDF/UA-1) and refuses what would break the standard.
// The title is heading 1 and the document's own headings follow from 2, as in the HTML and Word twins.
// Page header and footer are artifacts by nature: reading software skips them.
export const typstTemplate = String.raw`
#let doc = json(bytes(sys.inputs.document))
#let size = if doc.largePrint { 18pt } else { 11pt }
#set document(
  title: doc.title,
  author: if doc.author == none { () } else { (doc.author,) },
  description: doc.subject,
  date: none,
)
#set text(font: doc.fonts, fallback: false, lang: "en", region: "gb", size: size, hyphenate: false)
#set par(justify: false, leading: 0.7em, spacing: 1.15em)
#let lines(words) = words.split("\n").join(linebreak())

#let span(s) = {
  let it = lines(s.text)
  if "script" in s { it = text(font: doc.fontsByScript.at(s.script), it) }
  if s.at("underline", default: false) { it = underline(it) }
  if s.at("italic", default: false) { it = emph(it) }
  if s.at("bold", default: false) { it = strong(it) }
  let change = s.at("change", default: none)
  if change == "added" { it = strong(underline(it)) }
  if change == "removed" or s.at("keyed", default: none) == "removed" { it = strike(it) }
  it
}

#let spans(list) = list.map(span).join()

#set page(
  paper: "a4",
  margin: (x: 22mm, top: 26mm, bottom: 30mm),
  header: if doc.headerLine != none { text(size: size * 0.85, spans(doc.headerLine)) },
  footer-descent: 25%,
  footer: context {
    set text(size: size * 0.85)
    set par(leading: 0.5em, spacing: 0.6em)
    if doc.watermark != none { align(center, strong(spans(doc.watermark))) }
    grid(
      columns: (1fr, auto), column-gutter: 1em,
      if doc.footerLine != none { spans(doc.footerLine) },
      [Page #counter(page).display() of #counter(page).final().first()],
    )
  },
)
#set heading(numbering: none)
#show heading: set block(above: 1.6em, below: 0.8em, sticky: true)
#show heading: set par(leading: 0.5em)
#show heading.where(level: 1): set text(size: size * 1.7)
#show heading.where(level: 2): set text(size: size * 1.4)
#show heading.where(level: 3): set text(size: size * 1.2)
#show heading.where(level: 4): set text(size: size * 1.1)
#show heading.where(level: 5): set text(size: size)
#set list(indent: 0.6em, body-indent: 0.6em, spacing: 0.7em, marker: ([•], [–]))
#set enum(indent: 0.6em, body-indent: 0.6em, spacing: 0.7em)
#set terms(separator: [], hanging-indent: 11em, spacing: 0.8em)
#set table(stroke: none, inset: (x: 0.5em, y: 0.5em), align: left + top)
#set figure(numbering: none, supplement: none, gap: 0.6em)
#set figure.caption(position: top, separator: none)
#show figure: set align(left)
#show figure: set block(breakable: true, above: 1.4em, below: 1.4em)
#show figure.caption: set align(left)
// Sticky: a caption never stays behind alone at the foot of a page.
#show figure.caption: it => block(sticky: true, strong(it.body))

#let render(blocks) = {
  for b in blocks {
    if b.kind == "heading" { heading(level: b.level + 1, spans(b.spans)) }
    else if b.kind == "paragraph" { par(spans(b.spans)) }
    else if b.kind == "list" {
      let items = b.items.map(i => { spans(i.spans); if i.blocks.len() > 0 { parbreak(); render(i.blocks) } })
      if b.ordered { enum(..items) } else { list(..items) }
    }
    else if b.kind == "summary-list" {
      // A short label shares its line with the words beside it, a long one stands above them.
      terms(..b.rows.map(r => terms.item(
        if r.isShort { box(width: 11em, spans(r.label)) } else { spans(r.label) + linebreak() },
        spans(r.spans),
      )))
    }
    else if b.kind == "table" {
      figure(caption: spans(b.caption), table(
        columns: b.widths.map(w => w * 1fr),
        table.header(repeat: true, ..b.columns.map(c => table.cell(stroke: (bottom: 1pt), strong(spans(c))))),
        ..b.rows.flatten().map(c => table.cell(
          stroke: (bottom: 0.5pt + luma(160)),
          if c.at("heads", default: none) == "row" { strong(spans(c.spans)) } else { spans(c.spans) },
        )),
      ))
    }
    else if b.kind == "notice" {
      block(width: 100%, stroke: (left: 4pt + luma(110)), inset: (left: 1em, y: 0.6em), above: 1.4em, below: 1.4em, render(b.blocks))
    }
    else if b.kind == "page-break" { pagebreak(weak: true) }
  }
}

#heading(level: 1, spans(doc.titleSpans))
#render(doc.blocks)
`
