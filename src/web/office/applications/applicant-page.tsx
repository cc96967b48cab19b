import type { ApplicationForm } from '../../../domain/application/application-form.ts';
import { identityNames } from '../../../domain/application/identity.ts';
import { applicantKindNames } from '../../../law/applicants.ts';
import { Button, Buttons } from '../../theme/buttons.tsx';
import { Form } from '../../theme/form.tsx';
import { FormErrors } from '../../theme/form-errors.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import { TextField } from '../../theme/text-field.tsx';
import { type Fault, faultOf, formErrors } from '../faults.ts';
import type { OfficePage } from '../page.ts';

const Facts = ({ form: { applicant, contact, agent } }: { form: ApplicationForm }) => {
  const rows: readonly (readonly [string, string | null])[] = [
    ['类别', applicantKindNames[applicant.kind]],
    ['姓名或者名称', applicant.name],
    [identityNames[applicant.identity.type], applicant.identity.number],
    ['联系人', applicant.contactPerson],
    ['电话', contact.phone],
    ['电子邮箱', contact.email],
    ['通信地址', contact.address],
    ['代理人', agent === null ? null : `${agent.name} ${agent.phone ?? ''}`],
  ];
  return (
    <dl class="gk-facts">
      {rows.map(([label, value]) => (
        <>
          <dt>{label}</dt>
          <dd>{value || '未填写'}</dd>
        </>
      ))}
    </dl>
  );
};

/** Who applies: shown to somebody who says what for, and noted. */
export const ApplicantPage = ({
  page: { shell, at, fields },
  id,
  form,
  faults,
}: {
  page: OfficePage;
  id: string;
  form: ApplicationForm | null;
  faults: readonly Fault[];
}) => {
  const list = at('/office/applications');
  return (
    <OfficeFrame
      shell={shell}
      title="申请人信息"
      section={list}
      crumbs={[
        { label: '依申请公开', href: list },
        { label: '本件', href: at(`/office/applications/${id}`) },
        { label: '申请人信息' },
      ]}
    >
      <FormErrors errors={formErrors(faults)} />
      <Panel id="applicant" title={form === null ? '查看的用途' : '申请人'}>
        {form === null ? (
          <Form action={at(`/office/applications/${id}/applicant`)} fields={fields}>
            <TextField
              name="purpose"
              label="查看的用途"
              need
              hint="例如：电话联系申请人、填写邮寄地址。查看的人、时间和用途都会记录。"
              error={faultOf(faults, 'purpose')}
            />
            <Buttons>
              <Button weight="primary" icon="eye">
                查看
              </Button>
            </Buttons>
          </Form>
        ) : (
          <Facts form={form} />
        )}
      </Panel>
    </OfficeFrame>
  );
};
