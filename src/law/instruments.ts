import type { InstrumentId } from './citation.ts';

/** How sure a fact of law is: read in the text itself, remembered, or inferred. Only `verified` may not be configured. */
export type Certainty = 'verified' | 'fromMemory' | 'inference';

export interface Instrument {
  readonly id: InstrumentId;
  readonly title: string;
  /** 文号, null where the instrument has none or it is not known. */
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly inForceFrom: string;
  /** Last day in force; null while in force. */
  readonly inForceTo: string | null;
  /** Of title and number. */
  readonly certainty: Certainty;
  /** Of issue and force, which are often known less surely than the text. */
  readonly dates: Certainty;
  readonly checkedOn: string;
}

/** An instrument as people cite it: 《title》（number）; titles named inside it stand in 〈〉 (GB/T 15834). */
export function instrumentName(id: InstrumentId): string {
  const { title, number } = instruments[id];
  const inner = title.replaceAll('《', '〈').replaceAll('》', '〉');
  return `《${inner}》${number === null ? '' : `（${number}）`}`;
}

const checkedOn = '2026-11-21';

const instrument = (
  id: InstrumentId,
  title: string,
  number: string | null,
  days: { readonly issued?: string; readonly from: string; readonly to?: string },
  certainty: Certainty,
  dates: Certainty = certainty,
): Instrument => ({
  id,
  title,
  number,
  issuedOn: days.issued ?? null,
  inForceFrom: days.from,
  inForceTo: days.to ?? null,
  certainty,
  dates,
  checkedOn: '2026-11-28',
});

export const instruments: Readonly<Record<InstrumentId, Instrument>> = {
  tiaoli2019: {
    id: 'tiaoli2019',
    title: '中华人民共和国政府信息公开条例',
    number: '国务院令第711号',
    issuedOn: '2019-04-03',
    inForceFrom: '2019-05-15',
    inForceTo: null,
    certainty: 'verified',
    dates: 'verified',
    checkedOn,
  },
  tiaoli2007: {
    id: 'tiaoli2007',
    title: '中华人民共和国政府信息公开条例（2007年）',
    number: '国务院令第492号',
    issuedOn: '2007-04-05',
    inForceFrom: '2008-05-01',
    inForceTo: '2019-05-14',
    certainty: 'fromMemory',
    dates: 'fromMemory',
    checkedOn,
  },
  form2019: {
    id: 'form2019',
    title: '国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知',
    number: '国办公开办函〔2019〕60号',
    issuedOn: null,
    inForceFrom: '2019-12-01',
    inForceTo: '2021-09-25',
    certainty: 'verified',
    dates: 'fromMemory',
    checkedOn,
  },
  form2021: {
    id: 'form2021',
    title: '国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知',
    number: '国办公开办函〔2021〕30号',
    issuedOn: '2021-09-26',
    inForceFrom: '2021-09-26',
    inForceTo: null,
    certainty: 'verified',
    dates: 'verified',
    checkedOn,
  },
  statistics2014: {
    id: 'statistics2014',
    title: '国务院办公厅关于加强和规范政府信息公开情况统计报送工作的通知',
    number: '国办发〔2014〕32号',
    issuedOn: null,
    inForceFrom: '2014-01-01',
    inForceTo: null,
    certainty: 'verified',
    dates: 'fromMemory',
    checkedOn,
  },
  fee2020: {
    id: 'fee2020',
    title: '国务院办公厅关于印发《政府信息公开信息处理费管理办法》的通知',
    number: '国办函〔2020〕109号',
    issuedOn: '2020-11-17',
    inForceFrom: '2021-01-01',
    inForceTo: null,
    certainty: 'verified',
    dates: 'fromMemory',
    checkedOn,
  },
  lifafa2023: {
    id: 'lifafa2023',
    title: '中华人民共和国立法法',
    number: null,
    issuedOn: '2023-03-13',
    inForceFrom: '2023-03-15',
    inForceTo: null,
    certainty: 'verified',
    dates: 'fromMemory',
    checkedOn,
  },
  fuyifa2023: {
    id: 'fuyifa2023',
    title: '中华人民共和国行政复议法',
    number: null,
    issuedOn: '2023-09-01',
    inForceFrom: '2024-01-01',
    inForceTo: null,
    certainty: 'verified',
    dates: 'verified',
    checkedOn,
  },
  holidays: {
    id: 'holidays',
    title: '全国年节及纪念日放假办法',
    number: '国务院令第795号',
    issuedOn: '2024-11-10',
    inForceFrom: '2025-01-01',
    inForceTo: null,
    certainty: 'verified',
    dates: 'verified',
    checkedOn,
  },
  gongwen2012: {
    id: 'gongwen2012',
    title: '党政机关公文格式',
    number: 'GB/T 9704-2012',
    issuedOn: null,
    inForceFrom: '2012-07-01',
    inForceTo: null,
    certainty: 'fromMemory',
    dates: 'fromMemory',
    checkedOn,
  },
  minsufa: {
    id: 'minsufa',
    title: '中华人民共和国民事诉讼法',
    number: null,
    issuedOn: null,
    inForceFrom: '1991-04-09',
    inForceTo: null,
    certainty: 'verified',
    dates: 'fromMemory',
    checkedOn,
  },
  fuyifa2017: instrument(
    'fuyifa2017',
    '中华人民共和国行政复议法（2017年修正）',
    null,
    { issued: '2017-09-01', from: '2018-01-01', to: '2023-12-31' },
    'verified',
    'fromMemory',
  ),
  xingsufa2017: instrument(
    'xingsufa2017',
    '中华人民共和国行政诉讼法',
    null,
    { issued: '2017-06-27', from: '2017-07-01' },
    'verified',
    'fromMemory',
  ),
  xingsujieshi2018: instrument(
    'xingsujieshi2018',
    '最高人民法院关于适用《中华人民共和国行政诉讼法》的解释',
    '法释〔2018〕1号',
    { from: '2018-02-08' },
    'fromMemory',
  ),
  jieshi2025: instrument(
    'jieshi2025',
    '最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释',
    '法释〔2025〕8号',
    { issued: '2025-05-20', from: '2025-06-01' },
    'fromMemory',
    'verified',
  ),
  youzhengfa2015: instrument(
    'youzhengfa2015',
    '中华人民共和国邮政法',
    null,
    { from: '2015-04-24' },
    'verified',
    'fromMemory',
  ),
  // The three letters of 国务院办公厅 were read in part; their numbers are sure, their titles are remembered.
  periods2015: instrument(
    'periods2015',
    '国务院办公厅政府信息公开办公室关于政府信息公开期限有关问题的解释',
    '国办公开办函〔2015〕207号',
    { from: '2015-01-01' },
    'fromMemory',
  ),
  service2016: instrument(
    'service2016',
    '国务院办公厅政府信息公开办公室关于政府信息公开处理决定送达问题的解释',
    '国办公开办函〔2016〕235号',
    { from: '2016-01-01' },
    'fromMemory',
  ),
  restructuring2019: instrument(
    'restructuring2019',
    '国务院办公厅政府信息与政务公开办公室关于机构改革后政府信息公开申请办理问题的解释',
    '国办公开办函〔2019〕14号',
    { from: '2019-01-01' },
    'fromMemory',
  ),
  jiangsu2019: instrument(
    'jiangsu2019',
    '江苏省政府信息公开申请办理工作规范',
    '苏政办函〔2019〕98号',
    { from: '2019-01-01' },
    'fromMemory',
  ),
  suqian2021: instrument(
    'suqian2021',
    '宿迁市政府信息公开申请办理文书样式',
    '宿政办函〔2021〕21号',
    { from: '2021-01-01' },
    'fromMemory',
  ),
  personalData2021: instrument(
    'personalData2021',
    '中华人民共和国个人信息保护法',
    '主席令第91号',
    { issued: '2021-08-20', from: '2021-11-01' },
    'fromMemory',
  ),
  archives2006: instrument(
    'archives2006',
    '机关文件材料归档范围和文书档案保管期限规定',
    '国家档案局令第8号',
    { issued: '2006-12-18', from: '2006-12-18' },
    'fromMemory',
  ),
};
