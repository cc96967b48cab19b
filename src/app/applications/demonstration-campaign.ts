import { emptyDraft } from '../../domain/application/answer-draft.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { openGroupRows } from '../../store/application-groups.ts';
import { submitApplication } from '../commands/applications/submit-application.ts';
import { carryGroupActs } from '../commands/groups/carry-group-acts.ts';
import { draftGroup } from '../commands/groups/draft-group.ts';
import { registerGroup } from '../commands/groups/register-group.ts';
import { reviewGroupLegal } from '../commands/groups/review-group-legal.ts';
import { reviewGroupSecrecy } from '../commands/groups/review-group-secrecy.ts';
import { submitGroup } from '../commands/groups/submit-group.ts';
import type { AppContext } from '../context.ts';
import { formOf } from './demonstration-cases.ts';
import { mustBe, type Stage } from './demonstration-stage.ts';

/** Six invented people who ask for the same, as neighbours do. */
export const campaigners = ['沈砚', '许知远', '何青禾', '程渡', '苏见山', '周临溪'] as const;

const what = '芦汀镇芦花路沿线房屋征收补偿方案及其批准文件';
const answer = {
  ...emptyDraft('granted.alreadyPublic'),
  where:
    '云岫县人民政府网站“征收补偿”栏目（https://www.yunxiu.example/luting/zhengshou），或者到镇便民服务中心查阅',
};

/** Sent in on the portal, registered, answered once and reviewed; the approval is left to whoever plays. */
export async function campaign(stage: Stage): Promise<void> {
  const { agencyId, as, day } = stage;
  const program = (before: number, actor: AppContext['actor']): AppContext => ({
    ...as('zhuanyuan', day(before)),
    actor,
  });
  for (const [index, name] of campaigners.entries())
    await mustBe(
      what,
      submitApplication(program(4, 'public'), {
        agencyId,
        submissionKey: crypto.randomUUID(),
        form: formOf({ name, what }, 20 + index),
      }),
    );
  const [group] = await program(4, 'system').store.read((database) => openGroupRows(database, agencyId));
  if (group === undefined) throw new Error('示范申请没有编为一组。');
  const base = (before: number) => ({ agencyId, groupId: group.id, on: day(before) });
  const words = (opinion: string) => ({ ...base(1), opinion });
  const steps = [
    () => registerGroup(as('zhuanyuan', day(3)), base(3)),
    () => draftGroup(as('zhuanyuan', day(2)), { ...base(2), draft: answer }),
    () => submitGroup(as('zhuanyuan', day(2)), base(2)),
    () => reviewGroupLegal(as('shenhe', day(1)), words('依据、途径和救济告知齐全')),
    () => reviewGroupSecrecy(as('shenhe', day(1)), words('已经主动公开，不涉及国家秘密')),
  ];
  for (const step of steps) {
    const outcome = await step();
    if (isRefusal(outcome)) throw new Error(`示范申请“${what}”未能办理：${outcome.message}`);
    await carryGroupActs(program(1, 'system'));
  }
}
