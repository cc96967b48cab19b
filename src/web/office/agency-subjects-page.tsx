import type { SubjectSheet } from '../../app/queries/agency-subjects.ts';
import { subjectHolders } from '../../domain/application/subject-advice.ts';
import { cite } from '../../law/citation.ts';
import { ArticleChip } from '../theme/article-chip.tsx';
import { Button, Buttons } from '../theme/buttons.tsx';
import { ChoiceField } from '../theme/choice-field.tsx';
import { Form } from '../theme/form.tsx';
import { FormErrors } from '../theme/form-errors.tsx';
import { OfficeFrame } from '../theme/office-frame.tsx';
import { Panel } from '../theme/panel.tsx';
import { Empty } from '../theme/parts.tsx';
import { TextField } from '../theme/text-field.tsx';
import { type Fault, faultOf, formErrors } from './faults.ts';
import type { OfficePage, Sent } from './page.ts';

interface Props {
  readonly page: OfficePage;
  readonly sheet: SubjectSheet;
  readonly sent: Sent;
  readonly faults: readonly Fault[];
}

const pathOf = ({ page: { at }, sheet: { agency } }: Props): string =>
  at(`/office/agencies/${encodeURIComponent(agency.slug)}/subjects`);

const Words = (props: Props) => {
  const { page, sheet } = props;
  const { mayChange } = sheet;
  if (sheet.words.length === 0)
    return (
      <Empty title="还没有主题词">
        写上本机关负责公开的主题，本级和上下级机关的申请人提交之前会看到；写上常被问错的主题，申请人会知道该问谁。
      </Empty>
    );
  return (
    <table class="gk-table gk-cards">
      <thead>
        <tr>
          <th scope="col">主题词</th>
          <th scope="col">由谁公开</th>
          <th scope="col">名称</th>
          <th scope="col">联系方式</th>
          {mayChange && <th scope="col">办理</th>}
        </tr>
      </thead>
      <tbody>
        {sheet.words.map(({ id, word, holder, name, contact }) => (
          <tr>
            <th scope="row">{word}</th>
            <td data-l="由谁公开">{subjectHolders[holder]}</td>
            <td data-l="名称">{name ?? sheet.agency.name}</td>
            <td data-l="联系方式">{holder === 'own' ? '见联系方式' : (contact ?? '未填写')}</td>
            {mayChange && (
              <td data-l="办理">
                <Form
                  action={`${pathOf(props)}/remove`}
                  fields={{ ...page.fields, subjectId: id }}
                  label={`删除主题词“${word}”`}
                >
                  <Button>删除</Button>
                </Form>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Add = (props: Props) => {
  const { page, sent, faults } = props;
  return (
    <Panel id="add" title="添加主题词">
      <Form action={pathOf(props)} fields={page.fields} label="添加主题词" guard>
        <TextField
          name="word"
          label="主题词"
          need
          maxlength={20}
          width="medium"
          hint="申请人会写的词，例如婚姻登记、不动产登记、供水水质。词太短会误认。"
          value={sent.word ?? ''}
          error={faultOf(faults, 'word')}
        />
        <ChoiceField
          name="holder"
          label="由谁公开"
          need
          basis={cite('tiaoli2019', '第十条第一款')}
          hint="本机关负责的，同级、上下级机关的申请人也会看到；其他的，只有向本机关申请的人会看到。"
          kind="one"
          values={[sent.holder ?? 'own']}
          options={Object.entries(subjectHolders).map(([value, label]) => ({ value, label }))}
          error={faultOf(faults, 'holder')}
        />
        <TextField
          name="name"
          label="机关或者单位的名称"
          need="不是本机关时必填"
          maxlength={80}
          hint="写全称，申请人会照着去找。"
          value={sent.name ?? ''}
          error={faultOf(faults, 'name')}
        />
        <TextField
          name="contact"
          label="联系方式"
          need={false}
          hint="电话或者地址，能让申请人找到就行。"
          maxlength={80}
          value={sent.contact ?? ''}
          error={faultOf(faults, 'contact')}
        />
        <Buttons>
          <Button weight="primary">添加</Button>
        </Buttons>
      </Form>
    </Panel>
  );
};

/** Words of subjects and whose they are: what applicants are told before they send, as advice. */
export const AgencySubjectsPage = (props: Props) => {
  const { page, sheet, faults } = props;
  const { shell, flash, at } = page;
  const agencies = at('/office/agencies');
  const agency = at(`/office/agencies/${encodeURIComponent(sheet.agency.slug)}`);
  return (
    <OfficeFrame
      shell={shell}
      title="主题词"
      section={agencies}
      flash={flash}
      lead={sheet.agency.name}
      crumbs={[
        { label: '机关', href: agencies },
        { label: sheet.agency.name, href: agency },
        { label: '主题词' },
      ]}
    >
      <FormErrors errors={formErrors(faults)} />
      <p>
        申请人提交之前，系统按申请内容中的主题词提示由谁公开。只作提示，不拒收申请；收到的申请照常办理、答复。
        <ArticleChip basis={cite('tiaoli2019', '第三十六条第（五）项')} />
        <ArticleChip basis={cite('tiaoli2019', '第五十五条第一款')} />
      </p>
      <Panel id="words" title="主题词" flush={sheet.words.length > 0}>
        <Words {...props} />
      </Panel>
      {sheet.mayChange && <Add {...props} />}
    </OfficeFrame>
  );
};
