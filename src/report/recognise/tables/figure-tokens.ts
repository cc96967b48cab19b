/** A cell of a plain text with its place in the raw text. */
export interface TextCell {
  readonly text: string;
  readonly start: number;
}

/** What may separate the cells of a row. */
export const SEPARATORS = ['|', '\t', ','] as const;

/** More tokens or cells than this follow no label of a form. */
export const MAX_CELLS = 400;

/** A stretch of the raw text without the white space around it. */
export function trimmed(raw: string, from: number, to: number): TextCell {
  let start = from;
  let end = to;
  while (start < end && isSpace(raw.charCodeAt(start))) start++;
  while (end > start && isSpace(raw.charCodeAt(end - 1))) end--;
  return { text: raw.slice(start, end), start };
}

export const isSpace = (code: number): boolean =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  code === 0xa0 ||
  code === 0x3000 ||
  code === 0xfeff ||
  (code >= 0x2000 && code <= 0x200f) ||
  code === 0x202f;

export interface Token extends TextCell {
  readonly line: number;
}

const FIGURE =
  /^(?:\[bookmark:[^\]]*\])?[+\-−－＋↑↓]?(?:增加|减少|新增|增|减)?[\d０-９][\d０-９,，.．]*(?:件|条|份|个|项|次|起|人次|人|元|万元|万|亿元)?$/;
const NONE = /^(?:无|零|[-‐‑‒–—―─━－]{1,4}|[/／]{1,3})$/;
/** A unit printed apart from its figure: it belongs to it, since 2358 万元 is not 2358. */
const UNIT_TOKEN = /^(?:件|条|份|个|项|次|起|元|万元|万|亿元|亿)$/;
/** The beginning of another row's label, after which figures are not this row's. */
const NEXT_LABEL = /^(?:\d[.、．]|[（(][一二三四五六七八九十][）)]|[一二三四五六七八九十]、)[\u4e00-\u9fff]/;
const TRAILING = /[（(，；、。,;]+$/;

/** Whether a word is a figure, or one of the signs that stand for none. */
export const isFigure = (text: string): boolean => FIGURE.test(text) || NONE.test(text);

/** Tokens between white space, with their line counted from the label's. Stops at the first text after a figure. */
export function figureTokens(raw: string, from: number, to: number): Token[] {
  const tokens: Token[] = [];
  let line = 0;
  let i = from;
  while (i < to && tokens.length < MAX_CELLS) {
    const code = raw.charCodeAt(i);
    if (code === 0x0a) line++;
    if (isSpace(code)) {
      i++;
      continue;
    }
    let end = i;
    while (end < to && !isSpace(raw.charCodeAt(end))) end++;
    const text = raw.slice(i, Math.min(end, i + 80)).replace(TRAILING, '');
    if (text !== '') {
      const before = tokens.at(-1);
      if (isFigure(text)) tokens.push({ text, start: i, line });
      else if (before?.line === line && UNIT_TOKEN.test(text))
        tokens[tokens.length - 1] = { ...before, text: raw.slice(before.start, i + text.length) };
      else if (tokens.length > 0 || (line > 0 && NEXT_LABEL.test(text))) break;
    }
    i = end;
  }
  return tokens;
}
