import type { Calendar } from '../../domain/workday/index.ts';
import { cite } from '../../law/citation.ts';
import { Panel } from '../theme/panel.tsx';
import { TreeField, type TreeNode, treeAsked } from '../theme/tree-field.tsx';
import { UploadField } from '../theme/upload-field.tsx';
import { WorkdayField } from '../theme/workday-field.tsx';
import type { DayMark } from '../theme/workday-month.tsx';
import { childrenOf, openedTo, searchDivisions } from './kit-divisions.ts';
import { KitForm } from './kit-form.tsx';
import { TODAY } from './kit-rows.ts';

/** Hits shown of a search. */
export const MOST_HITS = 20;

export const kitMarks: readonly DayMark[] = [
  { day: '2026-10-20', word: '到期', about: '2026-0180 最迟答复' },
  { day: '2026-10-26', word: '到期', about: '2026-0187 最迟答复' },
];

const Trees = ({ at, query }: { at: string; query: URLSearchParams }) => {
  const asked = treeAsked(Object.fromEntries(query), 'agency');
  const found = asked !== null && 'words' in asked ? searchDivisions(asked.words, MOST_HITS) : null;
  const opened: readonly TreeNode[] =
    asked !== null && 'parent' in asked ? openedTo(asked.parent) : childrenOf('');
  return (
    <form action={`${at}#trees`} aria-label="选择机关">
      <TreeField
        name="agency"
        label="所属地区"
        need
        hint="四万多个地区。可以输入名称，也可以一级一级打开。"
        value={{ id: '370881111', label: '防山镇', detail: '山东省 › 济宁市 › 曲阜市' }}
        source={`${at}/tree.json`}
        nodes={found?.nodes ?? opened}
        more={found?.more ?? false}
        {...(found === null || asked === null || !('words' in asked) ? {} : { words: asked.words })}
      />
    </form>
  );
};

const Days = ({ at, calendar }: { at: string; calendar: Calendar }) => (
  <KitForm action={`${at}/form`} label="选择日期">
    <WorkdayField
      name="answerBy"
      label="答复期限"
      need
      basis={cite('tiaoli2019', '第三十三条')}
      hint="最迟在这一天答复。"
      value="2026-10-26"
      min="2026-10-16"
      calendar={calendar}
      today={TODAY}
      marks={kitMarks}
      source={`${at}/month`}
    />
    <WorkdayField
      name="nextYear"
      label="下一年的日期"
      need={false}
      value="2027-02-10"
      calendar={calendar}
      today={TODAY}
      source={`${at}/month`}
    />
  </KitForm>
);

const Uploads = ({ at }: { at: string }) => (
  <KitForm action={`${at}/form`} label="上传附件" files>
    <UploadField
      name="attachment"
      label="附件"
      need={false}
      hint="PDF、Word、Excel，每个不超过 50 MB；上传后检查身份证号码、银行卡号和手机号码。"
      accept=".pdf,.docx,.xlsx"
      multiple
      action={`${at}/upload`}
      files={[
        { id: '1', name: '养护合同.pdf', size: 1_887_436, verdict: 'clean', words: '14 页，未发现个人信息' },
        { id: '2', name: '补贴分户清册.xlsx', size: 84_112, verdict: 'waiting', words: '正在排队检查' },
        {
          id: '3',
          name: '名单.xls',
          size: 30_208,
          verdict: 'found',
          words: '隐藏工作表“原始”有 37 个身份证号码。请删除该表后重新上传。',
        },
        {
          id: '4',
          name: '照片.heic',
          size: 512,
          verdict: 'refused',
          words: '不收这种格式。请另存为 PDF 后再传。',
        },
      ]}
    />
  </KitForm>
);

export const Pickers = ({
  at,
  query,
  calendar,
}: {
  at: string;
  query: URLSearchParams;
  calendar: Calendar;
}) => (
  <div class="gk-pair">
    <Panel id="trees" title="树形选择">
      <Trees at={at} query={query} />
    </Panel>
    <Panel id="uploads" title="上传">
      <Uploads at={at} />
    </Panel>
    <Panel id="days" title="工作日选择">
      <Days at={at} calendar={calendar} />
    </Panel>
  </div>
);
