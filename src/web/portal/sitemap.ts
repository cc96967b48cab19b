import { rules } from '../../report/rules/index.ts';
import type { Services } from '../http/services.ts';
import type { Urls } from '../http/urls.ts';

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Limit of the protocol for one file. */
const mostAddresses = 50_000;

/** The site map of sitemaps.org: home, lists, the checker, every rule, every agency and report. */
export async function sitemapXml(services: Services, urls: Urls): Promise<string> {
  const paths = [urls.home(), urls.reports(), urls.check(), urls.deadline(), urls.rules(), urls.law()];
  for (const { id } of rules) paths.push(urls.rule(id));
  for (const { slug, years } of await services.sitemap()) {
    paths.push(urls.agency(slug), ...years.map((year) => urls.report(slug, year)));
    if (paths.length >= mostAddresses) break;
  }
  const entries = paths
    .slice(0, mostAddresses)
    .map((path) => `<url><loc>${escapeXml(urls.absolute(path))}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`;
}

export const robotsTxt = (urls: Urls): string =>
  `User-agent: *\nDisallow: ${urls.search()}\n\nSitemap: ${urls.absolute(urls.sitemap())}\n`;
