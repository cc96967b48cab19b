import type { FormSection } from '../../law/forms/index.ts';
import type { AgencyRef, StoredReport } from '../http/services.ts';
import type { Urls } from '../http/urls.ts';
import { Icon } from '../theme/icons.tsx';
import type { ReportPageProps } from './report-page-props.ts';

const yearsInSwitch = 4;

/** The newest years as a switch; all others behind 更早. */
export const YearSwitch = ({
  urls,
  agency,
  years,
  year,
}: {
  urls: Urls;
  agency: AgencyRef;
  years: readonly StoredReport[];
  year: number;
}) => {
  const newest = years.slice(0, yearsInSwitch);
  const own = newest.some((stored) => stored.year === year)
    ? []
    : years.filter((stored) => stored.year === year);
  return (
    <nav class="gk-seg" aria-label="年度">
      {[...newest, ...own].map((stored) => (
        <a
          href={urls.report(agency.slug, stored.year)}
          {...(stored.year === year ? { 'aria-current': 'page' } : {})}
        >
          {stored.year}年
        </a>
      ))}
      {years.length > newest.length + own.length && <a href={urls.agencyReports(agency.slug)}>全部年度</a>}
    </nav>
  );
};

/** The file as it came, the report in the statutory layout, its data. */
export const Downloads = ({ urls, agency, own }: { urls: Urls; agency: AgencyRef; own: StoredReport }) => {
  const rendered = (format: Parameters<Urls['reportAs']>[2], label: string, look: string) => (
    <a class={`btn ${look}`} href={urls.reportAs(agency.slug, own.year, format)} download>
      {label}
    </a>
  );
  return (
    <div class="gk-btns">
      {own.file.kept && (
        <a class="btn btn-outline-primary" href={urls.reportFile(agency.slug, own.year)} download>
          <Icon name="download" />
          下载原文件
        </a>
      )}
      {rendered('docx', '下载 Word', 'btn-outline-primary')}
      {rendered('pdf', 'PDF', 'btn-outline-primary')}
      {rendered('xlsx', 'Excel', 'btn-outline-primary')}
      {rendered('html', '网页', 'btn-link')}
      <a class="btn btn-link" href={urls.reportCsv(agency.slug, own.year)} download>
        数据表（CSV）
      </a>
      <a class="btn btn-link" href={urls.reportJson(agency.slug, own.year)} download>
        数据（JSON）
      </a>
    </div>
  );
};

/** Which other years stand beside this one: a plain form, at most two. */
export const CompareForm = ({ frame: { urls }, agency, years, own, others, totalOnly }: ReportPageProps) => {
  const choices = years.filter(({ year }) => year !== own.year).slice(0, 8);
  if (choices.length === 0) return null;
  return (
    <form
      class="gk-compare"
      method="get"
      action={urls.report(agency.slug, own.year)}
      aria-label="与其他年度对照"
    >
      <span>与其他年度对照（最多两年）：</span>
      {choices.map(({ year }) => (
        <span class="form-check">
          <input
            class="form-check-input"
            type="checkbox"
            name="with"
            id={`w${year}`}
            value={String(year)}
            checked={others.some((other) => other.year === year)}
          />
          <label class="form-check-label" for={`w${year}`}>
            {year}年
          </label>
        </span>
      ))}
      <input type="hidden" name="with" value="0" />
      {totalOnly && <input type="hidden" name="view" value="total" />}
      <button class="btn btn-outline-primary" type="submit">
        对照
      </button>
    </form>
  );
};

const shortHeadings: Readonly<Record<FormSection['id'], string>> = {
  overview: '一、总体情况',
  disclosure: '二、主动公开',
  applications: '三、收到和处理申请',
  appeals: '四、复议诉讼',
  problems: '五、问题及改进',
  other: '六、其他事项',
};

export const Contents = ({ sections }: { sections: readonly FormSection[] }) => (
  <nav class="gk-chips" aria-label="本页目录">
    {sections.map(({ id, ordinal }) => (
      <a class="gk-chip" href={`#s${ordinal}`}>
        {shortHeadings[id]}
      </a>
    ))}
  </nav>
);
