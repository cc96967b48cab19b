import { strToU8, type Zippable, zipSync } from 'fflate';
import { escapeMarkup } from './markup.ts';

/** The first line of every part. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const packages = 'http://schemas.openxmlformats.org/package/2006';
export const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The oldest day a zip can tell, in every file: the same report gives the same bytes. */
const EPOCH = new Date(1980, 0, 1);

/** A part of an Office file: its content type and its XML without the first line. */
export interface Part {
  readonly type: string;
  readonly xml: string;
}

/** Relations of a part: id, kind (the last word of its type) and target. */
export function relations(list: readonly (readonly [id: string, kind: string, target: string])[]): string {
  const one = ([id, kind, target]: (typeof list)[number]) =>
    `<Relationship Id="${id}" Type="${kind.includes(':') ? kind : `${officeRelations}/${kind}`}" Target="${target}"/>`;
  return `<Relationships xmlns="${packages}/relationships">${list.map(one).join('')}</Relationships>`;
}

const coreKind = `${packages}/relationships/metadata/core-properties`;
const coreType = 'application/vnd.openxmlformats-package.core-properties+xml';

const coreOf = (title: string): string =>
  `<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeMarkup(title)}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>`;

/**
 * An Office file (OPC package): `parts` by path, `main` the path of the document itself, `related` the relations of
 * parts by the path of the part, `images` PNG files by path. The title goes into its properties; no time and no person
 * does.
 */
export function officeFile(
  title: string,
  main: string,
  parts: Readonly<Record<string, Part>>,
  related: Readonly<Record<string, string>>,
  images: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array {
  const types = Object.entries({ ...parts, 'docProps/core.xml': { type: coreType, xml: '' } }).map(
    ([path, { type }]) => `<Override PartName="/${path}" ContentType="${type}"/>`,
  );
  const texts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${Object.keys(images).length === 0 ? '' : '<Default Extension="png" ContentType="image/png"/>'}${types.join('')}</Types>`,
    '_rels/.rels': relations([
      ['rId1', 'officeDocument', main],
      ['rId2', coreKind, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': coreOf(title),
  };
  for (const [path, { xml }] of Object.entries(parts)) texts[path] = xml;
  for (const [path, xml] of Object.entries(related)) {
    const cut = path.lastIndexOf('/') + 1;
    texts[`${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`] = xml;
  }
  const files: Zippable = {};
  for (const [path, xml] of Object.entries(texts)) files[path] = [strToU8(xmlHead + xml), { mtime: EPOCH }];
  for (const [path, bytes] of Object.entries(images)) files[path] = [bytes, { mtime: EPOCH, level: 0 }];
  return zipSync(files, { level: 6 });
}
