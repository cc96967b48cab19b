import * as z from 'zod';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import type { AgencyKind } from '../../law/agency-kind.ts';
import { mayMakeRegulations } from '../../law/regulation-authority.ts';
import { loadPlaces } from '../../report/places/load.ts';
import { agencyById, agencyBySlug, insertAgency, lockAgency, lockTree } from '../../store/agencies.ts';
import { newId } from '../../store/ids.ts';
import { agencyKinds, agencyName } from '../agencies/input.ts';
import { misplaced } from '../agencies/place-in-tree.ts';
import { agencyUnknown } from '../agencies/subject.ts';
import { command } from '../command.ts';
import { identify } from '../identity.ts';

export const agencyInput = z.strictObject({
  superiorId: z.uuid().nullable(),
  name: agencyName,
  kind: z.enum(agencyKinds, '请选择类别。'),
  code: z
    .string()
    .trim()
    .regex(/^(?:\d{6}|\d{9}|\d{12})?$/, '区划代码为 6 位、9 位或 12 位数字，没有的不填。'),
  /** First day; '' where it is not known. */
  validFrom: z.union([z.literal(''), z.iso.date('请填写日期，例如 2026-11-28。')]),
});

const field = (name: string, code: string, message: string) =>
  refuse(code, message, { fields: [{ field: name, message }] });

/** Makes an agency under another. Only the terminal makes one that stands under none. */
export const createAgency = command({
  act: 'agency.create',
  input: agencyInput as z.ZodType<z.infer<typeof agencyInput>>,
  async load(transaction, { superiorId }, { actor }) {
    await lockTree(transaction);
    if (superiorId === null)
      return typeof actor === 'string'
        ? { agencyId: null, superior: null }
        : field('superior', 'agency.noSuperior', '请填写上级机关的代码或全称。');
    const superior = await agencyById(transaction, superiorId);
    return superior === null ? agencyUnknown : { agencyId: superior.id, superior };
  },
  async run({ transaction, input, loaded: { superior }, at, record }) {
    const { name, validFrom } = input;
    const kind: AgencyKind = input.kind;
    const code = input.code === '' ? null : input.code;
    const { slug, level, code: placed } = identify({ name, kind, code }, await loadPlaces(), newId());
    const id = newId();
    const fault =
      superior === null ? null : await misplaced(transaction, { id, name, kind, level }, superior);
    if (isRefusal(fault)) return fault;
    await lockAgency(transaction, slug);
    const present = await agencyBySlug(transaction, slug);
    if (present !== null)
      return field(
        'code',
        'agency.present',
        `代码${slug}已经是${present.name}，没有重复建立。请核对代码和名称。`,
      );
    await insertAgency(transaction, {
      id,
      slug,
      division_code: placed,
      name,
      kind,
      level,
      superior_id: superior?.id ?? null,
      makes_regulations: mayMakeRegulations({ kind, name, code: placed }).may === 'yes',
      contacts: '{}',
      demonstration: superior?.demonstration ?? false,
      valid_from: validFrom === '' ? null : validFrom,
      valid_to: null,
      successor_id: null,
      created_at: at,
    });
    const facts = { name, kind, slug, superior: superior?.slug ?? null };
    await record({ agencyId: id, kind: 'agency.created', subjectId: id, facts });
    if (superior !== null)
      await record({
        agencyId: superior.id,
        kind: 'agency.subordinateAdded',
        subjectId: id,
        facts: { name },
      });
    return { id, slug };
  },
});
