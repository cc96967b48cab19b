import type { NewCode } from '../../app/applications/follow-code.ts';
import { identityChecks } from '../../domain/application/identity.ts';
import { Button, ButtonLink, Buttons } from '../theme/buttons.tsx';
import { ChoiceField } from '../theme/choice-field.tsx';
import { Form } from '../theme/form.tsx';
import { FormErrors } from '../theme/form-errors.tsx';
import { OfficeFrame } from '../theme/office-frame.tsx';
import { Panel } from '../theme/panel.tsx';
import { type Fault, faultOf, formErrors } from './faults.ts';
import type { OfficePage, Sent } from './page.ts';

interface Props {
  readonly page: OfficePage;
  /** Of the case or claim, and of the list it stands in. */
  readonly of: { readonly path: string; readonly list: { readonly path: string; readonly label: string } };
  readonly sent: Sent;
  readonly faults: readonly Fault[];
  /** Once it was made. */
  readonly made: NewCode | null;
}

const Made = ({ at, path, made }: { at: OfficePage['at']; path: string; made: NewCode }) => (
  <Panel id="code" title="新的查询码">
    <dl class="gk-facts">
      <dt>编号</dt>
      <dd>
        <strong>{made.receiptNumber}</strong>
      </dd>
      <dt>查询码</dt>
      <dd>
        <strong>{made.code}</strong>
      </dd>
    </dl>
    <p class="gk-muted">查询码只显示这一次，请抄写或者打印后交给本人。原来的查询码已经失效。</p>
    <Buttons>
      <ButtonLink href={at(path)} weight="primary">
        返回本件
      </ButtonLink>
    </Buttons>
  </Panel>
);

/** A new code for somebody who lost his: asked how he proved who he is, then shown once. */
export const NewCodePage = ({ page: { shell, at, fields }, of, sent, faults, made }: Props) => {
  const { path, list } = of;
  return (
    <OfficeFrame
      shell={shell}
      title="重发查询码"
      section={at(list.path)}
      crumbs={[
        { label: list.label, href: at(list.path) },
        { label: '本件', href: at(path) },
        { label: '重发查询码' },
      ]}
    >
      <FormErrors errors={formErrors(faults)} />
      {made !== null ? (
        <Made at={at} path={path} made={made} />
      ) : (
        <Form action={at(`${path}/code`)} fields={fields}>
          <ChoiceField
            name="checked"
            label="怎样核对了身份"
            need
            hint="凭查询码能看到申请和答复，只能交给本人或者有授权委托书的代理人。重发后，原来的查询码失效；重发的人和时间会记录。"
            kind="one"
            values={[sent.checked ?? '']}
            options={Object.entries(identityChecks).map(([value, label]) => ({ value, label }))}
            error={faultOf(faults, 'checked')}
          />
          <Buttons>
            <Button weight="primary">重发查询码</Button>
          </Buttons>
        </Form>
      )}
    </OfficeFrame>
  );
};
