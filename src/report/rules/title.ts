import { cite } from '../../law/citation.ts';
import { followsForm, isExcerpt } from '../narrative/passages.ts';
import type { Rule } from './rule.ts';

const year = /(?:19|20)\d\d\s*年|[一二][九〇零○][〇零○一二三四五六七八九]{2}年/;
const name = '政府信息公开工作年度报告';

/** R006: no title, no year in it, or another name than 政府信息公开工作年度报告 (条例第四十九条的名称). */
export const title: Rule = {
  code: 'R006',
  id: 'title',
  severity: 'warning',
  name: '报告标题',
  basis: [cite('tiaoli2019', '第四十九条'), cite('form2021', '年度报告格式：标题')],
  check: (reading) => {
    if (!followsForm(reading)) return [];
    const { agency, year: reported } = reading.report;
    const model = `${agency?.name ?? '（机关全称）'}${reported ?? '（年份）'}年${name}`;
    if (reading.title === null)
      return isExcerpt(reading) ? [] : [{ message: `没有找到报告标题。请在正文前加上标题“${model}”。` }];
    const printed = reading.title.text.replace(/\s+/g, '');
    const faults = [
      ...(printed.includes(name) ? [] : [nameFault(printed)]),
      ...(year.test(printed) ? [] : ['没有写明年份']),
    ];
    if (faults.length === 0) return [];
    return [{ message: `标题“${printed}”${faults.join('，')}。请改为“${model}”。`, at: reading.title.at }];
  },
};

function nameFault(printed: string): string {
  if (/政务公开/.test(printed)) return `写成了“政务公开”，条例规定的名称是“${name}”`;
  if (/政府信息公开年度报告/.test(printed)) return `少了“工作”二字，条例规定的名称是“${name}”`;
  return `不是条例规定的名称“${name}”`;
}
