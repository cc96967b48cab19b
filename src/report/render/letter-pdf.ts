import type { Letter } from '../../domain/application/letters/letter.ts';
import type { Day } from '../../law/calendar/index.ts';
import {
  DRAFT_MARK,
  enclosureLines,
  headSize,
  type LetterDress,
  letterPage,
  RED,
  sealOn,
  signature,
  tighterPitches,
  titleLines,
} from './letter-page.ts';
import type { PdfTemplate } from './pdf-compiler.ts';
import { INVISIBLE, pdfParts } from './pdf-data.ts';
import { pdfFonts } from './pdf-fonts.ts';
import { BODY_SIZE, LINE_PITCH } from './pdf-template.ts';

const DATA = 'letter.json';
const SEAL = 'seal.png';
/** From line to line: as the standard has it, or closer where the letter then stays on one page. */
const PITCHES = [LINE_PITCH, ...tighterPitches].map((pitch) => `${pitch.toFixed(2)}pt`).join(', ');

/**
 * 信函格式 in Typst: letterhead and two red double lines on the first page, number at the right under the first, page
 * numbers from the second page on, signature and seal kept with the end of the text.
 */
const source = `
#let data = json("${DATA}")
#let fonts = data.fonts
#let red = rgb("#${RED}")
#let rule(first, second) = stack(spacing: 1.2pt,
  line(length: ${letterPage.line}mm, stroke: first + red), line(length: ${letterPage.line}mm, stroke: second + red))
#let head-bottom = ${letterPage.head}mm + data.headSize * 1pt
#let line-at = head-bottom + ${letterPage.lineBelowHead}mm
#set document(title: data.title, author: data.agency,
  date: datetime(year: data.created.at(0), month: data.created.at(1), day: data.created.at(2)))
#set page(
  paper: "a4",
  margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm),
  background: context {
    if data.draft {
      place(center + horizon, rotate(-35deg, text(font: fonts.song, size: 170pt, weight: "bold", fill: luma(224), "${DRAFT_MARK}")))
    }
    if here().page() == 1 {
    place(top + center, dy: ${letterPage.head}mm, text(font: fonts.title, size: data.headSize * 1pt, weight: "bold",
      fill: red, top-edge: 0.88em, bottom-edge: -0.12em, data.agency))
    place(top + center, dy: line-at, rule(2.25pt, 0.75pt))
    place(bottom + center, dy: -${letterPage.lowerLine}mm, rule(0.75pt, 2.25pt))
    }
  },
  footer-descent: 7mm,
  footer: context {
    let n = counter(page).get().first()
    if n > 1 {
      set text(font: fonts.song, size: 14pt)
      align(if calc.odd(n) { right } else { left }, pad(x: 14pt, [— #n —]))
    }
  },
)
#set text(lang: "zh", region: "CN", font: fonts.fang, size: ${BODY_SIZE}pt,
  top-edge: 0.88em, bottom-edge: -0.12em, cjk-latin-spacing: none, hyphenate: false)
#set par(justify: true, linebreaks: "simple", first-line-indent: (amount: 2em, all: true))
#let words(parts) = parts.join(h(0.01pt))
#let flush(body) = { set par(first-line-indent: 0pt); body }

#let fields(gap) = if data.fields.len() > 0 {
  v(gap, weak: true)
  set par(first-line-indent: 0pt, justify: false)
  set text(size: 12pt)
  table(columns: (12em, 1fr), stroke: 0.5pt, inset: (x: 6pt, y: 7pt), align: horizon,
    ..data.fields.map(f => (f.label, block(height: if f.value == "" { 1.6em } else { auto }, f.value))).flatten())
}
#let enclosures(pitch, gap) = if data.enclosures.len() > 0 {
  v(pitch)
  grid(columns: (2em + 3em, 1fr), row-gutter: gap,
    ..data.enclosures.enumerate().map(((i, e)) => (
      if i == 0 { flush(h(2em) + "附件：") } else { [] }, flush(e))).flatten())
}
#let signed(pitch) = if data.signature.len() > 0 {
  v(pitch * 2)
  context {
    let widths = data.signature.map(s => measure(s).width)
    // The date stands four characters from the edge, the agency in the middle above it.
    let inset = calc.max(4em.to-absolute() - calc.max((widths.at(0) - widths.at(1)) / 2, 0pt), 0pt)
    align(right, pad(right: inset, box({
      set par(first-line-indent: 0pt, justify: false)
      align(center, data.signature.join(linebreak()))
      if data.seal != none {
        place(center + horizon, dy: -11pt,
          image(data.seal, width: ${letterPage.seal}mm, alt: "印章"))
      }
    })))
  }
}
#let letter(pitch) = {
  let gap = pitch - ${BODY_SIZE}pt
  set par(leading: gap, spacing: gap)
  // The number stands 7/8 of a line of 三号 below the red line.
  v(line-at + 1.5mm + 14pt - 37mm)
  flush(align(right, data.number))
  v(pitch)
  block(width: 100%, below: pitch, {
    set par(justify: false, first-line-indent: 0pt)
    align(center, text(font: fonts.title, size: 22pt, weight: "bold", data.titleLines.join(linebreak())))
  })
  if data.addressee != "" { flush(par(data.addressee + "：")) }
  for p in data.paragraphs { par(words(p)) }
  // The end of the text goes with the signature, so that no page holds a signature alone.
  block(breakable: false, width: 100%, {
    par(words(data.last))
    fields(gap)
    enclosures(pitch, gap)
    signed(pitch)
  })
}
#layout(size => {
  let pitches = (${PITCHES})
  let fits = pitches.filter(p => measure(block(width: size.width, letter(p))).height <= size.height)
  letter(if fits.len() > 0 { fits.first() } else { pitches.first() })
})
`;

export const letterTemplate: PdfTemplate = { name: 'letter', source, dataFile: DATA };

/** The template's data of a letter, as the JSON it reads. */
export function letterPdfData(letter: Letter, made: Day, dress: LetterDress): string {
  const seal = sealOn(letter, dress);
  const paragraphs = letter.paragraphs.map(({ text }) => pdfParts(text));
  return JSON.stringify({
    title: letter.title,
    titleLines: titleLines(letter.title),
    agency: letter.agency,
    headSize: headSize(letter.agency),
    number: letter.documentNumber ?? '',
    addressee: letter.addressee,
    paragraphs: paragraphs.slice(0, -1),
    last: paragraphs.at(-1) ?? [],
    fields: letter.fields,
    enclosures: enclosureLines(letter),
    signature: signature(letter),
    draft: dress.draft,
    seal: seal === null ? null : SEAL,
    created: made.split('-').map(Number),
    fonts: pdfFonts,
  }).replace(INVISIBLE, '');
}

/** The files that the data names. */
export function letterPdfImages(letter: Letter, dress: LetterDress): Readonly<Record<string, Uint8Array>> {
  const seal = sealOn(letter, dress);
  return seal === null ? {} : { [SEAL]: seal };
}
