import { cite } from '../../law/citation.ts';
import type { Reading } from '../reading.ts';
import type { Rule } from './rule.ts';

type Reason = NonNullable<Reading['refused']>['reason'];

const whatToDo: Readonly<Record<Reason, string>> = {
  blankForm: '填好各部分文字和三张表的数字后再检查。',
  sideBySide: '把两份报告拆成两个文件，分别检查。',
  several: '每份报告单独存成一个文件，分别检查。',
  otherDocument: '换成政府信息公开工作年度报告的正文文件再检查。',
  empty: '打开文件确认正文没有丢失，重新保存后再检查。',
};

/** R001: a blank form, two reports in one file, or another document. Nothing else is said of such a file. */
export const notAReport: Rule = {
  code: 'R001',
  id: 'not-a-report',
  severity: 'error',
  name: '不是一份年度报告',
  basis: [cite('tiaoli2019', '第五十条')],
  check: ({ refused }) =>
    refused === null
      ? []
      : [
          {
            message: `${closed(refused.message)}${whatToDo[refused.reason]}`,
            ...(refused.at && { at: refused.at }),
          },
        ],
};

const closed = (sentence: string): string => (/[。！？]$/.test(sentence) ? sentence : `${sentence}。`);
