import type { Transaction } from 'kysely';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { agencyKindNames } from '../../law/agency-kind.ts';
import type { Agency } from '../../store/agencies.ts';
import { depthBelow } from '../../store/agency-levels.ts';
import { lineageOf } from '../../store/agency-tree.ts';
import type { Tables } from '../../store/tables.ts';

/** State, province, city, county, township, and a body below it, are six; two more stand in reserve. */
const mostLevels = 8;

const fault = (code: string, message: string): Refusal =>
  refuse(code, message, { fields: [{ field: 'superior', message }] });

/**
 * Why an agency cannot stand under another, null when it can. Call it with the tree locked: two moves at once could
 * close a loop that neither sees.
 */
export async function misplaced(
  transaction: Transaction<Tables>,
  agency: Pick<Agency, 'id' | 'name' | 'level' | 'kind'>,
  superior: Agency,
): Promise<Refusal | null> {
  if (superior.valid_to !== null)
    return fault('agency.superiorClosed', `${superior.name}已撤销，不能作为上级。请选择现有的机关。`);
  if (superior.level > agency.level)
    return fault(
      'agency.superiorLower',
      `${superior.name}（${agencyKindNames[superior.kind]}）的层级低于${agency.name}（${agencyKindNames[agency.kind]}），不能作为它的上级。`,
    );
  const above = await lineageOf(transaction, superior.id);
  if (above.includes(agency.id))
    return fault(
      'agency.loop',
      superior.id === agency.id
        ? '机关不能隶属于自己。请另选上级。'
        : `${superior.name}现在隶属于${agency.name}，不能反过来作为它的上级。请先调整${superior.name}的隶属。`,
    );
  if (above.length + 1 + (await depthBelow(transaction, agency.id)) > mostLevels)
    return fault('agency.tooDeep', `隶属层次不能超过${mostLevels}级。请选择更高一级的上级。`);
  return null;
}
