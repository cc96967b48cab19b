import type { Day } from '../../domain/workday/index.ts';
import { reportLawOf } from '../../law/annual-report-duty.ts';
import { agencyById } from '../../store/agencies.ts';
import { hasReport } from '../../store/annual-reports.ts';
import { shanghaiDay } from '../calendar-years.ts';
import type { AppContext } from '../context.ts';
import type { WorkItem } from './work-item.ts';

/** Shown from the first day of December, when the figures are first put together. */
const shownFrom = 12;

/** The annual report of the year that ends, until it is there (第四十九条). For the disclosure office and its head. */
export async function annualReportsDue(context: AppContext): Promise<readonly WorkItem[]> {
  const { actor, store } = context;
  if (typeof actor === 'string' || actor.agencyId === null) return [];
  const mine = actor.holdings.some(
    ({ agencyId, role }) =>
      agencyId === actor.agencyId && (role === 'disclosureOffice' || role === 'officeHead'),
  );
  const today = shanghaiDay(context.now());
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const of = month >= shownFrom ? year : year - 1;
  if (!mine || (month < shownFrom && month > 6)) return [];
  const agency = await store.read((database) => agencyById(database, actor.agencyId!));
  const duty = reportLawOf(of)?.deadlines.find(({ kinds }) => agency !== null && kinds.includes(agency.kind));
  if (agency === null || duty === undefined) return [];
  if (await store.read((database) => hasReport(database, agency.id, of))) return [];
  return [
    {
      part: 'annualReport',
      title: `${of}年政府信息公开工作年度报告`,
      about: `${agency.name}：${duty.act}`,
      path: `/a/${agency.slug}/reports`,
      due: `${of + 1}-${duty.monthDay}` as Day,
      returned: false,
      basis: duty.basis,
    },
  ];
}
