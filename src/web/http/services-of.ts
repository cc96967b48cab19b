import { shanghaiDay } from '../../app/calendar-years.ts';
import type { AppContext } from '../../app/context.ts';
import {
  agencyHome,
  listReports,
  overview,
  ready,
  reportsOf,
  sitemap,
  sourceFile,
} from '../../app/queries/portal.ts';
import { search } from '../../app/queries/search.ts';
import type { Services, Site } from './services.ts';

/** The pages' services over the queries of app/. */
export const servicesOf = (context: AppContext, site: Site, calendar: Services['calendar']): Services => ({
  site,
  overview: () => overview(context),
  listReports: (query) => listReports(context, query),
  agency: (slug) => agencyHome(context, slug),
  reportsOf: (slug) => reportsOf(context, slug),
  sourceFile: (slug, report) => sourceFile(context, slug, report),
  search: (query) => search(context, query),
  sitemap: () => sitemap(context),
  calendar,
  today: () => shanghaiDay(context.now()),
  ready: () => ready(context),
});
