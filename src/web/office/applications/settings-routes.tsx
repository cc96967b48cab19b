import {
  type LetterChoice,
  type LetterSetting,
  letterChoices,
  letterSettings,
} from '../../../app/applications/letter-agency.ts';
import { changeLetterSettings } from '../../../app/commands/change-letter-settings.ts';
import { agencySheet } from '../../../app/queries/agencies.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { Button } from '../../theme/buttons.tsx';
import { Form } from '../../theme/form.tsx';
import { FormErrors } from '../../theme/form-errors.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import { type Fault, faultsOf, formErrors } from '../faults.ts';
import { answer, goOn, type OfficePage, type Sent } from '../page.ts';
import type { Office } from '../router.ts';
import { agencyHere } from './case-ref.ts';
import { type FieldDef, text } from './field-defs.ts';
import { FieldList } from './field-list.tsx';

const ids = Object.keys(letterSettings) as LetterSetting[];
const choiceIds = Object.keys(letterChoices) as LetterChoice[];
const hints: Partial<Readonly<Record<LetterSetting, string>>> = {
  documentWord: '例如“云政公开”，用于文号“云政公开〔2026〕1号”。',
  onlineReview: '答复书通过网上、电子邮件送达的，必须写明（行政复议法第二十二条第二款）。',
  payment: '写进收费通知书，例如缴款账户、窗口地点和时间。',
  reviewOrgan: '不填为上一级机关。',
  departmentAbove: '实行垂直领导的机关和司法行政部门填写，写全称；其他机关不填。',
  court: '不填为“有管辖权的人民法院”。',
};

async function show(page: OfficePage, sent: Sent, faults: readonly Fault[]): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const denied = await page.may('agency.changeContacts', { agencyId });
  if (denied !== null) return denied;
  const sheet = await agencySheet(page.context, { slug: page.visit.place!.slug });
  if (isRefusal(sheet)) return sheet;
  const fields = ids.map((id): FieldDef => {
    const hint = hints[id];
    return {
      kind: 'text',
      name: id,
      label: letterSettings[id],
      need: id === 'documentWord',
      value: sheet.contacts[id] ?? '',
      ...(hint === undefined ? {} : { hint }),
    };
  });
  const choices = choiceIds.map(
    (id): FieldDef => ({
      kind: 'radio',
      name: id,
      label: letterChoices[id].label,
      value: sheet.contacts[id] || letterChoices[id].usual,
      options: [
        { value: 'yes', label: '每件都发' },
        { value: 'no', label: id === 'receiptLetter' ? '申请人要求时才发' : '不发' },
      ],
      hint: '条例没有规定必须发。',
    }),
  );
  const list = page.at('/office/applications');
  return answer(
    page,
    <OfficeFrame
      shell={page.shell}
      title="文书设置"
      section={list}
      crumbs={[{ label: '依申请公开', href: list }, { label: '文书设置' }]}
      flash={page.flash}
    >
      <FormErrors errors={formErrors(faults)} />
      <Panel id="settings" title="答复书中写明的内容">
        <Form action={page.at('/office/applications/settings')} fields={page.fields} guard>
          <FieldList form="letter.settings" fields={[...fields, ...choices]} sent={sent} faults={faults} />
          <Button weight="primary">保存</Button>
        </Form>
      </Panel>
    </OfficeFrame>,
    faults.length === 0 ? 200 : 422,
  );
}

async function save(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const given = Object.fromEntries(ids.map((id) => [id, text(sent, id)])) as Record<LetterSetting, string>;
  const chosen = Object.fromEntries(choiceIds.map((id) => [id, text(sent, id)])) as Record<
    LetterChoice,
    '' | 'yes' | 'no'
  >;
  const outcome = await changeLetterSettings(page.context, { agencyId, ...given, ...chosen });
  if (!isRefusal(outcome)) return goOn(page, '/office/applications/settings', 'agencyChanged');
  return outcome.code.startsWith('policy.') ? outcome : show(page, sent, faultsOf(outcome));
}

/** What letters say of the agency beyond its contacts. */
export function letterSettingsRoutes(office: Office): void {
  office.get('/applications/settings', 'agency.changeContacts', (page) => show(page, {}, []));
  office.post('/applications/settings', 'agency.changeContacts', save);
}
