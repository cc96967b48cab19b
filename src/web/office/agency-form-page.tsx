import { agencyKinds } from '../../app/agencies/input.ts';
import { agencyKindNames } from '../../law/agency-kind.ts';
import { cite } from '../../law/citation.ts';
import { Button, ButtonLink, Buttons } from '../theme/buttons.tsx';
import { Form } from '../theme/form.tsx';
import { FormErrors } from '../theme/form-errors.tsx';
import { OfficeFrame } from '../theme/office-frame.tsx';
import { SelectField } from '../theme/select-field.tsx';
import { TextField } from '../theme/text-field.tsx';
import { AgencyField, type AgencyTree } from './agency-tree.tsx';
import { type Fault, faultOf, formErrors } from './faults.ts';
import type { OfficePage, Sent } from './page.ts';

export const kindOptions = agencyKinds.map((kind) => ({ value: kind, label: agencyKindNames[kind] }));

export const AgencyFormPage = ({
  page,
  sent,
  faults,
  superior,
}: {
  page: OfficePage;
  superior: AgencyTree;
  sent: Sent;
  faults: readonly Fault[];
}) => {
  const { shell, at, fields } = page;
  const agencies = at('/office/agencies');
  return (
    <OfficeFrame
      shell={shell}
      title="新设机关"
      section={agencies}
      crumbs={[{ label: '机关', href: agencies }, { label: '新设机关' }]}
    >
      <FormErrors errors={formErrors(faults)} />
      <Form action={at('/office/agencies/new')} fields={fields} guard>
        <AgencyField
          page={page}
          tree={superior}
          name="superior"
          label="上级机关"
          need
          hint="上级可以查看、考核下级的公开工作。"
          basis={cite('tiaoli2019', '第四十六条')}
          error={faultOf(faults, 'superior')}
        />
        <TextField
          name="name"
          label="全称"
          need
          value={sent.name ?? ''}
          maxlength={80}
          hint="与印章一致，例如防山镇人民政府。"
          error={faultOf(faults, 'name')}
        />
        <SelectField
          name="kind"
          label="类别"
          need
          blank="请选择"
          options={kindOptions}
          value={sent.kind ?? null}
          hint="照批准设立的文件选择；决定年度报告由谁汇总。"
          error={faultOf(faults, 'kind')}
        />
        <TextField
          name="code"
          label="区划代码"
          need={false}
          value={sent.code ?? ''}
          maxlength={12}
          width="medium"
          hint="政府填自己的代码，部门填所属政府的代码。网址由它而来，以后不再改变。"
          error={faultOf(faults, 'code')}
        />
        <TextField
          name="validFrom"
          kind="date"
          label="设立日期"
          need={false}
          value={sent.validFrom ?? ''}
          hint="批准设立的日期；早已设立的不填。"
          error={faultOf(faults, 'validFrom')}
        />
        <Buttons>
          <Button weight="primary">新设机关</Button>
          <ButtonLink href={agencies} weight="link">
            返回
          </ButtonLink>
        </Buttons>
      </Form>
    </OfficeFrame>
  );
};
