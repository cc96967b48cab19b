import { cite } from '../../law/citation.ts';
import { Button, Buttons } from '../theme/buttons.tsx';
import { CheckBox } from '../theme/check-box.tsx';
import { ChoiceField } from '../theme/choice-field.tsx';
import { Fieldset } from '../theme/fieldset.tsx';
import { FileField } from '../theme/file-field.tsx';
import { type FormError, FormErrors } from '../theme/form-errors.tsx';
import { Panel } from '../theme/panel.tsx';
import { PasswordField } from '../theme/password-field.tsx';
import { SelectField } from '../theme/select-field.tsx';
import { TextArea } from '../theme/text-area.tsx';
import { TextField } from '../theme/text-field.tsx';
import { KitForm } from './kit-form.tsx';

const numberFault = '年份用了圆括号。请改为六角括号：坪政发〔2026〕5号。';
const reasonFault = '部分公开没有写理由。依照条例第三十七条作区分处理的，请写明哪一部分不公开、为什么。';
export const kitErrors: readonly FormError[] = [
  { field: 'f-documentNumber', message: numberFault },
  { field: 'f-mode', message: '没有选择公开属性。请按条例第十九条、第二十条选择一项。' },
  { field: 'f-reason', message: reasonFault },
];

const fault = (refused: boolean, id: string): string | null =>
  refused ? (kitErrors.find(({ field }) => field === id)?.message ?? null) : null;

const Left = ({ refused }: { refused: boolean }) => (
  <>
    <TextField
      name="title"
      label="标题"
      need
      hint="与文件标题一致，不用简称。"
      value="大坪镇农村公路管护办法"
      maxlength={200}
    />
    <TextField
      name="documentNumber"
      label="发文字号"
      need
      basis={cite('gongwen2012', '第九条')}
      value={refused ? '坪政发(2026)5号' : '坪政发〔2026〕5号'}
      error={fault(refused, 'f-documentNumber')}
      width="medium"
    />
    <SelectField
      name="topic"
      label="所属栏目"
      need
      blank="请选择"
      options={[
        { value: 'roads', label: '农村公路' },
        { value: 'subsidies', label: '惠民惠农补贴' },
      ]}
      value="roads"
      width="medium"
    />
    <ChoiceField
      kind="one"
      name="mode"
      label="公开属性"
      need
      basis={cite('tiaoli2019', '第十九条')}
      error={fault(refused, 'f-mode')}
      values={refused ? [] : ['proactive']}
      options={[
        { value: 'proactive', label: '主动公开', hint: '自形成之日起 20 个工作日内公开。' },
        { value: 'onRequest', label: '依申请公开' },
        { value: 'withheld', label: '不予公开', hint: '要写明不予公开的依据。' },
      ]}
    />
    <TextArea
      name="reason"
      label="说明理由"
      need="部分公开时必填"
      error={fault(refused, 'f-reason')}
      caution="只有 6 个字。法律没有规定字数，但申请人可能看不明白。"
      rows={3}
      value="涉及个人隐私"
    />
  </>
);

const Right = () => (
  <>
    <Fieldset title="日期和数量" columns={2} hint="日期写作 2026-10-16。">
      <TextField kind="date" name="issuedOn" label="成文日期" need value="2026-10-16" />
      <TextField kind="number" name="copies" label="份数" need={false} value={1200} unit="份" />
      <TextField kind="number" step="0.01" name="fee" label="信息处理费" value="160.00" unit="元" />
      <TextField name="index" label="索引号" value="自动编制，不能修改" readonly />
    </Fieldset>
    <ChoiceField
      kind="several"
      name="channel"
      label="公开渠道"
      need={false}
      row
      values={['portal', 'board']}
      options={[
        { value: 'portal', label: '门户' },
        { value: 'board', label: '公开栏' },
        { value: 'point', label: '查阅点' },
        { value: 'wechat', label: '新媒体', disabled: true },
      ]}
    />
    <FileField
      name="scan"
      label="扫描件"
      need={false}
      accept=".pdf,.docx,.xlsx"
      hint="PDF、Word、Excel，每个不超过 50 MB。"
    />
    <PasswordField name="password" label="密码" need autocomplete="current-password" />
    <div class="gk-field">
      <CheckBox name="interpretation" label="同时公开政策解读" checked hint="与文件同步公开。" />
    </div>
  </>
);

/** The same form before and after it was refused. */
export const Forms = ({ at, refused }: { at: string; refused: boolean }) => (
  <Panel id="forms" title="字段和表单">
    {refused && <FormErrors errors={kitErrors} />}
    <KitForm action={`${at}/form`} label="示例表单" guard>
      <div class="gk-pair gk-pair--form">
        <div>
          <Left refused={refused} />
        </div>
        <div>
          <Right />
        </div>
      </div>
      <Buttons>
        <Button weight="primary">送初审</Button>
        <Button>保存草稿</Button>
        <a class="btn btn-link" href={refused ? `${at}#forms` : `${at}?refused=1#errors`}>
          {refused ? '看未出错的样子' : '看被退回的样子'}
        </a>
      </Buttons>
    </KitForm>
  </Panel>
);
