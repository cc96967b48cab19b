import * as z from 'zod';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AgencyKind, agencyKindNames } from '../../law/agency-kind.ts';
import { mayMakeRegulations } from '../../law/regulation-authority.ts';
import { agencyById, lockTree } from '../../store/agencies.ts';
import { changeAgency } from '../../store/agency-changes.ts';
import { agencyKinds } from '../agencies/input.ts';
import { misplaced } from '../agencies/place-in-tree.ts';
import { loadAgency } from '../agencies/subject.ts';
import { command } from '../command.ts';
import { levelOf } from '../identity.ts';

/**
 * Sets an agency's kind and whether it makes 规章 (立法法第九十一条、第九十三条). The law decides the second where the
 * kind tells it; only where it depends may a person say.
 */
export const changeAgencyKind = command({
  act: 'agency.change',
  input: z.strictObject({
    agencyId: z.uuid(),
    kind: z.enum(agencyKinds, '请选择类别。'),
    makesRegulations: z.boolean(),
  }),
  async load(transaction, input) {
    await lockTree(transaction);
    return loadAgency(transaction, input);
  },
  async run({ transaction, input, loaded: { agency }, record }) {
    const { kind, makesRegulations }: { kind: AgencyKind; makesRegulations: boolean } = input;
    const { name, division_code: code } = agency;
    const power = mayMakeRegulations({ kind, name, code });
    if (power.may !== 'depends' && makesRegulations !== (power.may === 'yes')) {
      const message = `${agencyKindNames[kind]}${power.may === 'yes' ? '有权制定规章' : '无权制定规章'}，请相应填写。`;
      return refuse(
        'agency.regulations',
        message,
        { fields: [{ field: 'makesRegulations', message }] },
        power.basis,
      );
    }
    const level = levelOf(kind);
    const superior = agency.superior_id === null ? null : await agencyById(transaction, agency.superior_id);
    const fault =
      superior === null || level === agency.level
        ? null
        : await misplaced(transaction, { id: agency.id, name, level, kind }, superior);
    if (isRefusal(fault)) return fault;
    await changeAgency(transaction, agency.id, { kind, level, makes_regulations: makesRegulations });
    await record({
      agencyId: agency.id,
      kind: 'agency.kindChanged',
      subjectId: agency.id,
      facts: { from: agency.kind, to: kind, makesRegulations },
    });
    return { slug: agency.slug };
  },
});
