import { Button, Buttons } from '../theme/buttons.tsx';
import { Form } from '../theme/form.tsx';
import { FormErrors } from '../theme/form-errors.tsx';
import { TextField } from '../theme/text-field.tsx';
import { ApplyLayout } from './apply-layout.tsx';
import type { ApplyDeps } from './deps.ts';

/** By number and code: no account. Both are sent in the form's body, never in an address. */
export const TrackPage = ({
  deps,
  number,
  error,
  said,
}: {
  deps: ApplyDeps;
  number: string;
  error: string | null;
  said: string | null;
}) => (
  <ApplyLayout
    deps={deps}
    title="办理进度"
    crumb="办理进度"
    lead="凭接收回执上的申请编号和查询码查看，不需要注册。"
  >
    {said !== null && (
      <p class="gk-note" role="status">
        {said}
      </p>
    )}
    <FormErrors errors={error === null ? [] : [{ field: 'f-number', message: error }]} title="没有查到" />
    <Form action={deps.urls.at('/track')}>
      <TextField
        name="number"
        label="申请编号"
        need
        hint="例如 20261128-7K3MQX。"
        value={number}
        maxlength={30}
        width="medium"
      />
      <TextField
        name="code"
        label="查询码"
        need
        hint="八个字母和数字，不区分大小写。"
        maxlength={20}
        width="medium"
      />
      <Buttons>
        <Button weight="primary">查看</Button>
      </Buttons>
    </Form>
    <p class="gk-muted">查询码遗失的，请凭身份证明向受理机关申请重发。</p>
  </ApplyLayout>
);
