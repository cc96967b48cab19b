import type { AppContext } from '../../app/context.ts';
import { agencyHome, listReports, overview } from '../../app/queries/portal.ts';
import type { Site } from './services.ts';

/** Steps up the tree of agencies: township, county, city, province, state. */
const mostSteps = 5;

async function topOf(context: AppContext, slug: string) {
  let home = await agencyHome(context, slug);
  for (let step = 0; step < mostSteps && home?.superior; step++)
    home = await agencyHome(context, home.superior.slug);
  return home;
}

/**
 * Whose portal this is: the government above all agencies stored, or a neutral name where there is no such one.
 * `given` (from the settings) goes before what is found.
 */
export async function siteOf(context: AppContext, given: Partial<Site> = {}): Promise<Site> {
  const unnamed: Site = {
    name: '政府信息公开年度报告库',
    idCode: '0000000000',
    office: null,
    address: null,
    phone: null,
    icp: null,
    demonstration: false,
  };
  const query = { year: null, agency: '', withFindings: false, after: null, before: null, limit: 1 };
  const [{ agencies }, { rows }] = await Promise.all([overview(context), listReports(context, query)]);
  const top = rows[0] === undefined ? null : await topOf(context, rows[0].agency.slug);
  const single = top !== null && top.subordinates.length + 1 >= agencies;
  return {
    ...unnamed,
    ...(single ? { name: top.agency.name, demonstration: top.demonstration } : {}),
    ...given,
  };
}
