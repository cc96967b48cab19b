import type { AnnualReport } from '../../domain/annual/report.ts';
import { type AnnualForm, annualForms } from '../../law/forms/index.ts';

export const reportTitle = (agency: string, year: number): string =>
  `${agency}${year}年政府信息公开工作年度报告`;

/** The statutory form to lay a report out in; null for the indicators of before 2019 and for what is no report. */
export const formOf = (report: AnnualReport): AnnualForm | null =>
  report.form === '2019' || report.form === '2021' ? annualForms[report.form] : null;

/** The form a report is set in, in words. */
export const formWords = (form: AnnualReport['form']): string => {
  if (form === 'pre2019') return '2019年以前的格式';
  if (form === null) return '未认出年度报告格式';
  return `${form}年版格式`;
};
