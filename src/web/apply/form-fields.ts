/** The form as sent: names as `applicant.name`, `items.0.description`. */
export type Sent = Readonly<Record<string, string>>;

const longest = 4_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: a NUL would stop PostgreSQL
const controls = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** Text fields of a form, control characters and overlong ends cut off; files are read apart. */
export const sentText = (body: Readonly<Record<string, unknown>>): Sent =>
  Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.replace(controls, '').slice(0, longest)]] : [],
    ),
  );

/** How many items the form shows: as many as were sent, at least one. */
export const itemCount = (sent: Sent): number =>
  Math.min(
    50,
    1 + Math.max(0, ...Object.keys(sent).map((name) => Number(/^items\.(\d+)\./.exec(name)?.[1] ?? 0))),
  );

const text = (sent: Sent, name: string): string => (sent[name] ?? '').trim();

/** 自然人 shows a 居民身份证 unless another kind is chosen, an organisation its 统一社会信用代码. */
function identityType(sent: Sent): string {
  const chosen = text(sent, 'applicant.identity.type');
  if (text(sent, 'applicant.kind') === 'naturalPerson')
    return chosen === 'creditCode' || chosen === '' ? 'residentId' : chosen;
  return chosen === 'residentId' || chosen === '' ? 'creditCode' : chosen;
}

/** What `readForm` (第二十九条) reads, out of the fields as sent. Empty items after the first are left out. */
export function formValue(sent: Sent): unknown {
  const of = (name: string) => text(sent, name);
  const items = Array.from({ length: itemCount(sent) }, (_, n) => ({
    name: of(`items.${n}.name`),
    documentNumber: of(`items.${n}.documentNumber`),
    description: of(`items.${n}.description`),
  })).filter((item, n) => n === 0 || Object.values(item).some((value) => value !== ''));
  return {
    applicant: {
      kind: of('applicant.kind'),
      name: of('applicant.name'),
      contactPerson: of('applicant.contactPerson'),
      identity: { type: identityType(sent), number: of('applicant.identity.number') },
    },
    contact: { phone: of('contact.phone'), email: of('contact.email'), address: of('contact.address') },
    agent:
      of('agent') === '1'
        ? {
            name: of('agent.name'),
            phone: of('agent.phone'),
            identity: {
              type: of('agent.identity.type') || 'residentId',
              number: of('agent.identity.number'),
            },
            authorised: of('agent.authorised') === '1',
          }
        : null,
    items,
    form: of('form'),
    way: of('way'),
    needsHelp: of('needsHelp') === '1',
    tells: of('tells') === '1',
  };
}

/** Fields that go on to the next step unchanged. */
export const carried = (sent: Sent): Sent =>
  Object.fromEntries(Object.entries(sent).filter(([name]) => !/^(?:step|more|answer|seal)$/.test(name)));
