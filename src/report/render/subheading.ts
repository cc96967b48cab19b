/** （一）主动公开。 at the head of a paragraph, or alone on its line; GB/T 9704 sets such a heading in 楷体. */
const SECOND = /^（[一二三四五六七八九十]{1,3}）[^。；：，]{1,30}(?:。|$)/u;

/** A paragraph's run-in heading of the second level, empty where it has none, and the rest. */
export function splitHeading(text: string): readonly [heading: string, rest: string] {
  const heading = SECOND.exec(text)?.[0] ?? '';
  return [heading, text.slice(heading.length)];
}
