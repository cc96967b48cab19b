import { largestTakeover, mostTaken, takeoverSheets } from '../../../app/takeover/sheet-names.ts';
import { type CellFault, labelOf } from '../../../domain/takeover/cells.ts';
import { Button, ButtonLink, Buttons } from '../../theme/buttons.tsx';
import { FileField } from '../../theme/file-field.tsx';
import { Form } from '../../theme/form.tsx';
import { FormErrors } from '../../theme/form-errors.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import { Note } from '../../theme/parts.tsx';
import type { OfficePage } from '../page.ts';
import { instantWords } from '../session-table.tsx';

export const takeoverPath = '/office/applications/takeover';

export interface TakeoverPageProps {
  readonly page: OfficePage;
  /** A file put by earlier. */
  readonly waiting: { readonly cases: number; readonly at: Date } | null;
  /** Why the file just sent was not taken as a whole. */
  readonly refused: string | null;
  readonly faults: readonly CellFault[];
}

/** As many as a page shows well; the number of all is told. */
const mostShown = 1_000;

const FaultTable = ({ faults }: { faults: readonly CellFault[] }) => (
  <Panel id="faults" title={`需要改正的地方（${faults.length.toLocaleString('en')}处）`} flush>
    <table class="gk-table gk-cards">
      <thead>
        <tr>
          <th scope="col">行</th>
          <th scope="col">列</th>
          <th scope="col">问题和改法</th>
        </tr>
      </thead>
      <tbody>
        {faults.slice(0, mostShown).map(({ line, column, message }) => (
          <tr>
            <th scope="row" class="gk-nw">
              第 {line} 行
            </th>
            <td data-l="列" class="gk-nw">
              {column === null ? '整行' : labelOf(column)}
            </td>
            <td data-l="问题和改法">{message}</td>
          </tr>
        ))}
      </tbody>
    </table>
    {faults.length > mostShown && (
      <p class="gk-panel-b gk-muted">
        只列出前 {mostShown.toLocaleString('en')} 处，共 {faults.length.toLocaleString('en')}{' '}
        处。改正后重新上传，再看其余的。
      </p>
    )}
  </Panel>
);

const Waiting = ({ page, waiting }: Pick<TakeoverPageProps, 'page' | 'waiting'>) =>
  waiting === null ? null : (
    <Note icon="info">
      <p>
        {instantWords(waiting.at)}上传的文件（{waiting.cases.toLocaleString('en')}件）还没有移入。
        <a href={page.at(`${takeoverPath}/preview`)}>继续核对</a>
        ，或者在下面上传新的文件替换它。
      </p>
    </Note>
  );

const Template = ({ page: { at } }: { page: OfficePage }) => (
  <Panel id="template" title="第一步 填写模板">
    <div class="gk-stack">
      <ol class="gk-text">
        <li>下载模板，在“{takeoverSheets.cases}”里一行填一件：全部在办的，和今年已经办结的。</li>
        <li>往年收到、今年才办结或者还在办的也填，系统按收到日期计入“上年结转”。</li>
        <li>
          有的才填，没有的留空。“{takeoverSheets.examples}”里各种情形都有一行，“{takeoverSheets.columns}
          ”里写明每一列的依据。
        </li>
      </ol>
      <Buttons>
        <ButtonLink href={at(`${takeoverPath}/template.xlsx`)} icon="download">
          下载模板（xlsx）
        </ButtonLink>
      </Buttons>
    </div>
  </Panel>
);

const Upload = ({ page: { at, fields } }: { page: OfficePage }) => (
  <Panel id="upload" title="第二步 上传核对">
    <p>上传后先逐件显示推算的期限和对表三的影响，确认后才移入。有一处错误，就一件也不移入。</p>
    <Form action={at(takeoverPath)} fields={fields} files label="上传填好的模板">
      <FileField
        name="file"
        label="填好的模板"
        need
        accept=".xlsx"
        hint={`xlsx 工作簿，不超过 ${largestTakeover / 1024 / 1024} MB，一份最多 ${mostTaken.toLocaleString('en')} 件。文件加密暂存，只有您能看到，移入、放弃或者满24小时即删除。`}
      />
      <Buttons>
        <Button weight="primary">上传并核对</Button>
      </Buttons>
    </Form>
  </Panel>
);

/** How running cases come in: a template, a file, what is wrong with it. */
export const TakeoverPage = ({ page, waiting, refused, faults }: TakeoverPageProps) => {
  const list = page.at('/office/applications');
  return (
    <OfficeFrame
      shell={page.shell}
      title="移入案件"
      section={list}
      crumbs={[{ label: '依申请公开', href: list }, { label: '移入案件' }]}
      lead="年中启用时，把在办和今年已办结的申请一次移入，期限和年度报告接着算。"
      flash={page.flash}
    >
      <FormErrors
        title={faults.length === 0 ? '没有读取这份文件' : '文件有需要改正的地方'}
        errors={refused === null ? [] : [{ field: faults.length === 0 ? null : 'faults', message: refused }]}
      />
      {faults.length > 0 && <FaultTable faults={faults} />}
      <Waiting page={page} waiting={waiting} />
      <Template page={page} />
      <Upload page={page} />
    </OfficeFrame>
  );
};
