/** A control of a form as it stands on a page, and whether anything beside its label says what it is for. */
export interface SeenField {
  readonly form: string;
  readonly name: string;
  readonly helped: boolean;
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
const plain = (path: string): string =>
  path
    .replace(/\?.*/, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\/\d{6,}(?=\/|$)/g, '/:slug');

const unseen = new Set(['hidden', 'submit', 'button', 'image']);
/** Where a field begins; what stands between here and its control is its label, need, article and hint. */
const beginnings = /<div class="gk-field[ "]|<fieldset|<div class="form-check/g;

function beginningBefore(html: string, at: number): string {
  let from = 0;
  for (const { index } of html.slice(0, at).matchAll(beginnings)) from = index;
  return html.slice(from, at);
}

/** Words tied to the control, to the fieldset it stands in, or an article behind its label. */
function isHelped(html: string, at: number, tag: string): boolean {
  if (attribute(tag, 'aria-describedby') !== '') return true;
  if (beginningBefore(html, at).includes('class="gk-art"')) return true;
  const fieldset = html.lastIndexOf('<fieldset', at);
  if (fieldset < 0 || html.lastIndexOf('</fieldset>', at) > fieldset) return false;
  const open = html.slice(fieldset, html.indexOf('>', fieldset) + 1);
  if (!open.includes('gk-field') || !/type="(?:radio|checkbox)"/.test(tag)) return false;
  const legend = html.slice(fieldset, html.indexOf('</legend>', fieldset));
  return attribute(open, 'aria-describedby') !== '' || legend.includes('class="gk-art"');
}

/** Every field that somebody fills in, in the forms of a page that change something. */
export function fieldsIn(html: string): readonly SeenField[] {
  return [...html.matchAll(/<form method="post"[^>]*>[\s\S]*?<\/form>/g)].flatMap(([form]) => {
    const action = plain(attribute(form.slice(0, form.indexOf('>') + 1), 'action'));
    return (
      [...form.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)]
        .filter(([tag]) => !unseen.has(attribute(tag, 'type')))
        .map((match) => ({
          form: action,
          name: plain(attribute(match[0], 'name').replace(/\.\d+\./, '.')),
          helped: isHelped(form, match.index, match[0]),
        }))
        // A box of a row: chosen, not filled in.
        .filter(({ name }) => !name.endsWith('.:id'))
    );
  });
}
