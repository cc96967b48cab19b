import { NameTable } from './names.ts';

/** What a tag does to the reading; all others are inline and ignored. */
export const Kind = {
  inline: 0,
  block: 1,
  heading: 2,
  lineBreak: 3,
  table: 4,
  row: 5,
  cell: 6,
  image: 7,
  hidden: 8,
  raw: 9,
  title: 10,
  meta: 11,
  top: 12,
  bottom: 13,
  pre: 14,
  rowGroup: 15,
  void: 16,
  deleted: 17,
} as const;

const BY_KIND: Readonly<Record<keyof typeof Kind, string>> = {
  inline: 'a span font b strong i em u o:p st1:chsdate',
  block:
    'p div li ul ol dl dt dd section article main aside blockquote center form fieldset figure figcaption address ' +
    'details summary body html head caption legend dir menu frameset noframe',
  heading: 'h1 h2 h3 h4 h5 h6',
  lineBreak: 'br',
  table: 'table',
  row: 'tr',
  cell: 'td th',
  image: 'img v:imagedata',
  hidden: 'noscript template select button svg math object audio video canvas map datalist',
  raw: 'script style xmp iframe noembed noframes textarea',
  title: 'title',
  meta: 'meta',
  top: 'nav header',
  bottom: 'footer',
  pre: 'pre listing',
  rowGroup: 'tbody thead tfoot colgroup',
  void: 'input link col base area embed source wbr param hr track',
  deleted: 'del',
};

const entries = Object.entries(BY_KIND).flatMap(([kind, names]) =>
  names.split(' ').map((name) => ({ name, kind: Kind[kind as keyof typeof Kind] })),
);

/** Tag names by index. */
export const TAG_NAMES: readonly string[] = entries.map(({ name }) => name);
const KINDS = Uint8Array.from(entries, ({ kind }) => kind);
const table = new NameTable(TAG_NAMES);

/** Index of the tag of that hashed name, -1 for one that is not known. */
export const tagOf = (hash: number, length: number): number => table.find(hash, length);

export const kindOf = (tag: number): number => (tag < 0 ? Kind.inline : KINDS[tag]!);

export const P_TAG = TAG_NAMES.indexOf('p');

/** Whether an element of this kind has no content and hence nothing to hide. */
export const isVoid = (kind: number): boolean =>
  kind === Kind.void || kind === Kind.lineBreak || kind === Kind.image || kind === Kind.meta;
