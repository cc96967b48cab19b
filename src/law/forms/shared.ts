import { type Citation, cite, type InstrumentId } from '../citation.ts';
import type {
  AnnualForm,
  AppealBlock,
  DisclosureBand,
  FormCell,
  FormColumn,
  FormId,
  FormRow,
  FormSection,
  Identity,
} from './form.ts';

export const balanceNote = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

const count = (id: string, label: string): FormColumn => ({ id, label, kind: 'count' });

/** The applicant columns of table 三, the same in both editions. */
export const applicationColumns: readonly FormColumn[] = [
  count('naturalPerson', '自然人'),
  count('business', '商业企业'),
  count('research', '科研机构'),
  count('nonprofit', '社会公益组织'),
  count('legalService', '法律服务机构'),
  count('otherOrg', '其他'),
  count('total', '总计'),
];

/** The columns under 法人或其他组织. */
export const organisationColumns = ['business', 'research', 'nonprofit', 'legalService', 'otherOrg'] as const;

const results = [
  count('upheld', '结果维持'),
  count('corrected', '结果纠正'),
  count('otherResult', '其他结果'),
  count('pending', '尚未审结'),
  count('total', '总计'),
];

export const appealBlocks: readonly AppealBlock[] = [
  { id: 'review', label: '行政复议', columns: results },
  { id: 'suitDirect', label: '未经复议直接起诉', columns: results },
  { id: 'suitAfterReview', label: '复议后起诉', columns: results },
];

const tiaoli = (article: string): Citation => cite('tiaoli2019', article);
const row = (id: string, label: string, group: string | null, article: string | null): FormRow => ({
  id,
  label,
  group,
  basis: article === null ? null : tiaoli(article),
});

const denied = '（三）不予公开';
const unavailable = '（四）无法提供';
const declined = '（五）不予处理';

/** Rows of table 三 up to （五）, the same in both editions. */
export const commonApplicationRows: readonly FormRow[] = [
  row('received', '一、本年新收政府信息公开申请数量', null, null),
  row('carriedIn', '二、上年结转政府信息公开申请数量', null, null),
  row('granted', '（一）予以公开', null, '第三十六条第（一）项、第（二）项'),
  row('partial', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', null, '第三十七条'),
  row('denied.stateSecret', '1.属于国家秘密', denied, '第十四条'),
  row('denied.forbiddenByLaw', '2.其他法律行政法规禁止公开', denied, '第十四条'),
  row('denied.publicSafety', '3.危及“三安全一稳定”', denied, '第十四条'),
  row('denied.thirdParty', '4.保护第三方合法权益', denied, '第十五条、第三十二条'),
  row('denied.internalAffairs', '5.属于三类内部事务信息', denied, '第十六条第一款'),
  row('denied.deliberative', '6.属于四类过程性信息', denied, '第十六条第二款'),
  row('denied.enforcementFile', '7.属于行政执法案卷', denied, '第十六条第二款'),
  row('denied.registryQuery', '8.属于行政查询事项', denied, '第三十六条第（七）项'),
  row('unavailable.notHeld', '1.本机关不掌握相关政府信息', unavailable, '第三十六条第（四）项、第（五）项'),
  row('unavailable.notCompiled', '2.没有现成信息需要另行制作', unavailable, '第三十八条'),
  row('unavailable.unclear', '3.补正后申请内容仍不明确', unavailable, '第三十条'),
  row('declined.petition', '1.信访举报投诉类申请', declined, '第三十九条第一款'),
  row('declined.repeated', '2.重复申请', declined, '第三十六条第（六）项'),
  row('declined.publication', '3.要求提供公开出版物', declined, '第三十九条第二款'),
  row('declined.excessive', '4.无正当理由大量反复申请', declined, '第三十五条'),
  row('declined.reconfirmation', '5.要求行政机关确认或重新出具已获取信息', declined, null),
];

export const concluded = row('concluded', '（七）总计', null, null);
export const carriedOut = row('carriedOut', '四、结转下年度继续办理', null, null);
export const formRow = row;

const headings: readonly [FormSection['id'], string, FormSection['table'], string][] = [
  ['overview', '一、总体情况', null, '第五十条第一款'],
  ['disclosure', '二、主动公开政府信息情况', 'disclosure', '第五十条第一款第（一）项'],
  ['applications', '三、收到和处理政府信息公开申请情况', 'applications', '第五十条第一款第（二）项'],
  ['appeals', '四、政府信息公开行政复议、行政诉讼情况', 'appeals', '第五十条第一款第（三）项'],
  ['problems', '五、存在的主要问题及改进情况', null, '第五十条第一款第（四）项'],
  ['other', '六、其他需要报告的事项', null, '第五十条第一款第（五）项'],
];

export const sections: readonly FormSection[] = headings.map(([id, heading, table, article], index) => ({
  id,
  ordinal: index + 1,
  heading,
  table,
  basis: tiaoli(article),
}));

const cell = (table: FormCell['table'], rowId: string, column: FormColumn): FormCell => ({
  id: `${table}.${rowId}.${column.id}`,
  table,
  row: rowId,
  column: column.id,
  kind: column.kind,
});

function identitiesOf(rows: readonly FormRow[], instrument: InstrumentId): Identity[] {
  const at = (rowId: string, column: string) => `applications.${rowId}.${column}`;
  const outcomes = rows
    .map((r) => r.id)
    .filter((id) => !['received', 'carriedIn', 'concluded', 'carriedOut'].includes(id));
  const columns = applicationColumns.map((c) => c.id);
  return [
    ...columns.map(
      (column): Identity => ({
        rule: 'balance',
        subject: column,
        left: [at('received', column), at('carriedIn', column)],
        right: [at('concluded', column), at('carriedOut', column)],
        basis: cite(instrument, '表三表头注“第一项加第二项之和，等于第三项加第四项之和”'),
      }),
    ),
    ...rows.map(
      (r): Identity => ({
        rule: 'row-total',
        subject: r.id,
        left: columns.filter((column) => column !== 'total').map((column) => at(r.id, column)),
        right: [at(r.id, 'total')],
        basis: cite(instrument, '表三“总计”栏'),
      }),
    ),
    ...columns.map(
      (column): Identity => ({
        rule: 'outcome-sum',
        subject: column,
        left: outcomes.map((id) => at(id, column)),
        right: [at('concluded', column)],
        basis: cite(instrument, '表三“（七）总计”行'),
      }),
    ),
    ...appealBlocks.map(
      (block): Identity => ({
        rule: 'appeal-total',
        subject: block.id,
        left: ['upheld', 'corrected', 'otherResult', 'pending'].map((id) => `appeals.${block.id}.${id}`),
        right: [`appeals.${block.id}.total`],
        basis: cite(instrument, '表四“总计”栏'),
      }),
    ),
  ];
}

/** Puts an edition together: its cells, their index and the identities between them. */
export function defineForm(edition: {
  id: FormId;
  years: AnnualForm['years'];
  instrument: InstrumentId;
  bands: readonly DisclosureBand[];
  applicationRows: readonly FormRow[];
}): AnnualForm {
  const cells = [
    ...edition.bands.flatMap((band) =>
      band.rows.flatMap((r) => band.columns.map((column) => cell('disclosure', r.id, column))),
    ),
    ...edition.applicationRows.flatMap((r) =>
      applicationColumns.map((column) => cell('applications', r.id, column)),
    ),
    ...appealBlocks.flatMap((block) => block.columns.map((column) => cell('appeals', block.id, column))),
  ];
  const identities = identitiesOf(edition.applicationRows, edition.instrument);
  const identitiesByCell = new Map<string, Identity[]>(cells.map((c) => [c.id, []]));
  for (const identity of identities)
    for (const id of [...identity.left, ...identity.right]) identitiesByCell.get(id)?.push(identity);
  return {
    id: edition.id,
    years: edition.years,
    basis: cite(edition.instrument, '附件“年度报告格式”'),
    sections,
    bands: edition.bands,
    applicationColumns,
    applicationRows: edition.applicationRows,
    balanceNote,
    appealBlocks,
    cells,
    cellById: new Map(cells.map((c) => [c.id, c])),
    identities,
    identitiesByCell,
  };
}
