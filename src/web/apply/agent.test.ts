import { describe, expect, it } from 'vitest';
import { readForm } from '../../domain/application/read-form.ts';
import { formValue } from './form-fields.ts';

const sent = {
  'applicant.kind': 'naturalPerson',
  'applicant.name': '林远舟',
  'applicant.identity.number': '110101199003070134',
  'contact.phone': '13000000000',
  'items.0.name': '河口村道路养护合同',
  form: 'electronic',
  way: 'portal',
  agent: '1',
  'agent.name': '何以宁',
  'agent.authorised': '1',
};
const read = (type: string | null, number: string) =>
  readForm(
    formValue({
      ...sent,
      ...(type === null ? {} : { 'agent.identity.type': type }),
      'agent.identity.number': number,
    }),
  );

describe('an agent on the portal (第二十九条第二款第（一）项)', () => {
  it.each([
    ['passport', 'E12345678'],
    ['residencePermit', '810000199001011234'],
    ['otherDocument', '军字第0012345号'],
    ['residentId', '110101199003070134'],
  ])('shows who he is by %s, as an applicant may', (type, number) => {
    const { form, findings } = read(type, number);
    expect(findings).toEqual([]);
    expect(form.agent?.identity).toEqual({ type, number });
  });
  it('shows a 居民身份证 where nothing else is chosen, and its number must hold', () => {
    expect(read(null, '110101199003070134').form.agent?.identity.type).toBe('residentId');
    expect(read(null, 'E12345678').findings).toMatchObject([{ field: 'agent.identity' }]);
  });
});
