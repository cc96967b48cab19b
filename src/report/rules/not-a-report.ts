import { cite } from '../../law/citation.ts';
import { hasReport } from '../narrative/passages.ts';
import type { Reading } from '../reading.ts';
import type { Rule } from './rule.ts';

type Reason = NonNullable<Reading['refused']>['reason'];

const whatToDo: Readonly<Record<Reason, string>> = {
  blankForm: '请填好各部分文字和三张表的数字后再检查。',
  sideBySide: '请把两份报告拆成两个文件，分别检查。',
  several: '请把每份报告单独存成一个文件，分别检查。',
  otherDocument: '请换成政府信息公开工作年度报告的正文文件再检查。',
  empty: '请打开文件确认正文没有丢失，重新保存后再检查。',
};

/** R001: a blank form, two reports in one file, or another document. Nothing else is said of such a file. */
export const notAReport: Rule = {
  code: 'R001',
  id: 'not-a-report',
  severity: 'error',
  name: '不是一份年度报告',
  basis: [cite('tiaoli2019', '第五十条')],
  check: (reading) => {
    const refused = reading.refused ?? (hasReport(reading) ? null : nothing);
    return refused === null ? [] : [{ message: withAdvice(refused), ...(refused.at && { at: refused.at }) }];
  },
};

const nothing: NonNullable<Reading['refused']> = {
  reason: 'otherDocument',
  message: '文件里没有年度报告的任何一个部分，也没有规定的表格。',
  at: null,
};

/** The recogniser's sentence, and what to do where it does not say so itself. */
const withAdvice = ({ message, reason }: NonNullable<Reading['refused']>): string =>
  message.includes('请') ? message : `${message.replace(/。$/, '')}。${whatToDo[reason]}`;
