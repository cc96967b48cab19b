import * as z from 'zod';
import { refuse } from '../../domain/refusal.ts';
import { countSubjects, insertSubject } from '../../store/agency-subjects.ts';
import { newId } from '../../store/ids.ts';
import { loadAgency } from '../agencies/subject.ts';
import { command } from '../command.ts';
import { actorId } from '../context.ts';

const mostWords = 300;
const wrong = (field: string, message: string) =>
  refuse('subject.wrong', message, { fields: [{ field, message }] });
const line = z.string().trim().max(80, '不超过80个字。');

/** Adds a word of a subject and whose it is, for applicants to be told before they send. */
export const addAgencySubject = command({
  act: 'agency.changeSubjects',
  input: z.strictObject({
    agencyId: z.uuid(),
    word: z.string().trim().min(2, '主题词至少两个字。').max(20, '主题词不超过20个字。'),
    holder: z.enum(['own', 'agency', 'enterprise'], '请选择由谁公开。'),
    name: line,
    contact: line,
  }),
  load: loadAgency,
  async run({ context, transaction, input, loaded: { agency }, at, record }) {
    const { word, holder, name, contact } = input;
    if (holder !== 'own' && name === '') return wrong('name', '请填写机关或者单位的名称。');
    if ((await countSubjects(transaction, agency.id)) >= mostWords)
      return wrong('word', `主题词已有${mostWords}个，请先删除不用的。`);
    const added = await insertSubject(transaction, {
      agency_id: agency.id,
      id: newId(),
      word,
      holder,
      name: holder === 'own' ? null : name,
      contact: holder === 'own' ? null : contact || null,
      set_by: actorId(context.actor),
      set_at: at,
    });
    if (!added) return wrong('word', `“${word}”已经在表中。要修改的，请先删除再添加。`);
    await record({ agencyId: agency.id, kind: 'agency.subjectAdded', subjectId: agency.id, facts: { word } });
    return { slug: agency.slug };
  },
});
