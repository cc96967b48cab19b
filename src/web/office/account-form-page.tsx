import type { AgencyChoice } from '../../app/queries/agency-choices.ts';
import { Button, ButtonLink, Buttons } from '../theme/buttons.tsx';
import { Form } from '../theme/form.tsx';
import { FormErrors } from '../theme/form-errors.tsx';
import { OfficeFrame } from '../theme/office-frame.tsx';
import { PasswordField } from '../theme/password-field.tsx';
import { SelectField } from '../theme/select-field.tsx';
import { TextField } from '../theme/text-field.tsx';
import type { Fault } from './faults.ts';
import { faultOf, formErrors } from './faults.ts';
import type { OfficePage, Sent } from './page.ts';

export const agencyOptions = (agencies: readonly AgencyChoice[]) =>
  agencies.map(({ id, name }) => ({ value: id, label: name }));

export const AccountFormPage = ({
  page,
  sent,
  faults,
  agencies,
}: {
  page: OfficePage;
  sent: Sent;
  faults: readonly Fault[];
  agencies: readonly AgencyChoice[];
}) => {
  const { shell, at, fields } = page;
  const people = at('/office/people');
  return (
    <OfficeFrame
      shell={shell}
      title="建立账号"
      section={people}
      crumbs={[{ label: '人员', href: people }, { label: '建立账号' }]}
    >
      <FormErrors errors={formErrors(faults)} />
      <Form action={at('/office/people/new')} fields={fields} guard>
        <SelectField
          name="agencyId"
          label="机关"
          need
          options={agencyOptions(agencies)}
          value={sent.agencyId ?? agencies[0]?.id ?? null}
          hint="本人所在的机关。还要在别的机关任职的，建好后另外授予角色。"
          error={faultOf(faults, 'agencyId')}
        />
        <TextField
          name="name"
          label="姓名"
          need
          value={sent.name ?? ''}
          maxlength={40}
          width="medium"
          error={faultOf(faults, 'name')}
        />
        <TextField
          name="username"
          label="登录名"
          need
          value={sent.username ?? ''}
          maxlength={30}
          width="medium"
          hint="字母开头，3 至 30 个字母、数字、点或下划线。不区分大小写。"
          error={faultOf(faults, 'username')}
        />
        <PasswordField
          name="password"
          label="首次口令"
          need
          autocomplete="new-password"
          hint="至少十个字符，大写字母、小写字母、数字、符号中至少三类；或者十六个字符以上的一句话。本人首次登录时须修改。"
          error={faultOf(faults, 'password')}
        />
        <Buttons>
          <Button weight="primary">建立账号</Button>
          <ButtonLink href={people} weight="link">
            返回
          </ButtonLink>
        </Buttons>
      </Form>
    </OfficeFrame>
  );
};
