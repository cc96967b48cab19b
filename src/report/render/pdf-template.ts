/** Where the template finds the report: a file of this name in its folder. */
export const PDF_DATA_FILE = 'report.json';

/**
 * Width and height of the text area in points: 22 lines of 28 characters of 三号 (16 pt), as 《党政机关公文格式》
 * GB/T 9704—2012 asks of official documents [from memory].
 */
export const TEXT_WIDTH = 448;
export const TEXT_HEIGHT = 637.8;
export const BODY_SIZE = 16;
/** From one line of the text to the next. */
export const LINE_PITCH = TEXT_HEIGHT / 22;
/** 五号, the size of tables. */
export const TABLE_SIZE = 10.5;
/** Between the lines of a cell, in points. */
export const TABLE_LEADING = 2.5;
/** Room left and right of a cell's text. */
export const TABLE_INSET = 2;

const GAP = `${(LINE_PITCH - BODY_SIZE).toFixed(2)}pt`;

/**
 * The page in Typst. Every text of the report comes out of the data file as a string: nothing of it is ever read as
 * markup. Spaces are never put between Chinese and digits, because readers of the file would take them for text.
 */
export const pdfTemplate = `
#let data = json("${PDF_DATA_FILE}")
#let fonts = data.fonts
#set document(
  title: data.title,
  author: if data.author == "" { () } else { data.author },
  date: datetime(year: data.created.at(0), month: data.created.at(1), day: data.created.at(2)),
)
#set page(
  paper: "a4",
  margin: (top: 37mm, bottom: 35mm, inside: 27mm, outside: 24.9mm),
  footer-descent: 7mm,
  footer: context {
    let n = counter(page).get().first()
    set text(font: fonts.song, size: 14pt)
    align(if calc.odd(n) { right } else { left }, pad(x: 14pt, [— #n —]))
  },
)
#set text(
  lang: "zh", region: "CN", font: fonts.fang, size: ${BODY_SIZE}pt,
  top-edge: 0.88em, bottom-edge: -0.12em, cjk-latin-spacing: none, hyphenate: false,
)
#set par(
  justify: true, linebreaks: "simple", leading: ${GAP}, spacing: ${GAP},
  first-line-indent: (amount: 2em, all: true),
)
#set table(stroke: 0.5pt)
#show heading: set text(size: ${BODY_SIZE}pt)
#show heading: set block(above: ${GAP}, below: ${GAP}, sticky: true)
#show heading.where(level: 1): set text(font: fonts.hei, weight: "bold")
#show heading.where(level: 2): set text(font: fonts.kai, weight: "regular")

#let cell(c) = table.cell(
  x: c.x, y: c.y, colspan: c.w, rowspan: c.h, breakable: c.breakable,
  align: if c.left { left + horizon } else { center + horizon },
  if c.size == ${TABLE_SIZE} { c.lines.join(linebreak()) } else {
    text(size: c.size * 1pt, c.lines.join(linebreak()))
  },
)
#let grid(t) = {
  set text(font: fonts.song, size: ${TABLE_SIZE}pt)
  set par(justify: false, leading: ${TABLE_LEADING}pt, first-line-indent: 0pt)
  table(
    columns: t.columns.map(n => n * 1fr),
    inset: (x: ${TABLE_INSET}pt, y: t.inset * 1pt),
    ..if t.head.len() > 0 { (table.header(..t.head.map(cell)),) },
    ..t.body.map(cell),
  )
}

// A line may end between the parts of a word too long for it; nothing is seen there (typst drops a space of 0 pt).
#let words(parts) = parts.join(h(0.01pt))
#let makers = (
  heading: b => heading(level: b.level, h(2em) + words(b.parts)),
  paragraph: b => par(text(font: fonts.kai, b.lead) + words(b.parts)),
  table: b => block(width: 100%, breakable: b.breakable, grid(b)),
  signature: b => {
    v(${LINE_PITCH.toFixed(2)}pt, weak: true)
    align(right, pad(right: 4em, block(breakable: false, align(center, {
      set par(first-line-indent: 0pt, justify: false)
      b.lines.map(words).join(linebreak())
    }))))
  },
  page: b => pagebreak(weak: true),
)

#block(width: 100%, below: ${(LINE_PITCH * 1.5).toFixed(2)}pt, align(center, {
  set par(justify: false, first-line-indent: 0pt, leading: ${GAP})
  text(font: fonts.title, size: 22pt, weight: "bold", data.titleLines.map(words).join(linebreak()))
}))
#for b in data.blocks { (makers.at(b.kind))(b) }
`;
