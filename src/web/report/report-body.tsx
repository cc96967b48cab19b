import type { AnnualReport } from '../../domain/annual/report.ts';
import type { AnnualForm, FormSection } from '../../law/forms/index.ts';
import type { StoredReport } from '../http/services.ts';
import { AppealsGrid } from './appeals-grid.tsx';
import { ApplicationsGrid } from './applications-grid.tsx';
import { ChartFigure } from './chart-figure.tsx';
import { DisclosureGrid } from './disclosure-grid.tsx';
import { type GridYear, PinLinks, type PinsByCell, pinsByCell } from './grid.tsx';
import { GridNote } from './grid-note.tsx';
import { KeyFigures } from './key-figures.tsx';
import { figuresOf } from './outcomes.ts';
import type { Pin, TextMark } from './pins.ts';
import { IndicatorTable, StatisticsTable } from './plain-tables.tsx';
import { Prose } from './prose.tsx';

interface BodyProps {
  readonly report: AnnualReport;
  /** The form whose six sections order the page. */
  readonly form: AnnualForm | null;
  /** Whether the report was read by that form, so that its tables stand in it. */
  readonly tables: boolean;
  readonly gridYears: readonly GridYear[];
  readonly years: readonly StoredReport[];
  readonly pins: readonly Pin[];
  readonly marks: readonly TextMark[];
  readonly totalOnly: boolean;
  readonly viewHref: (view: 'total' | null) => string;
}

const maximumChartYears = 10;

/** Years that have table 三, oldest first. */
export const chartYears = (years: readonly StoredReport[]) =>
  years
    .flatMap(({ year, report }) =>
      report.form === '2019' || report.form === '2021' ? [figuresOf(year, report.form, report.cells)] : [],
    )
    .slice(0, maximumChartYears)
    .reverse();

const SectionText = ({ props, indexes }: { props: BodyProps; indexes: readonly number[] }) => (
  <>
    {indexes.map((index) => (
      <Prose
        text={props.report.sections[index]!.text}
        marks={props.marks.filter(({ section, heading }) => section === index && !heading)}
      />
    ))}
  </>
);

const HeadingPins = ({ props, indexes }: { props: BodyProps; indexes: readonly number[] }) => {
  const pins = props.marks.filter(({ section, heading }) => heading && indexes.includes(section));
  return pins.length === 0 ? null : <PinLinks pins={pins.map(({ pin }) => pin)} />;
};

const ViewSwitch = ({ props }: { props: BodyProps }) => (
  <div class="gk-toolbar" id="applications">
    <nav class="gk-seg gk-small" aria-label="表三显示方式">
      <a href={props.viewHref(null)} {...(props.totalOnly ? {} : { 'aria-current': 'true' })}>
        全部申请人类别
      </a>
      <a href={props.viewHref('total')} {...(props.totalOnly ? { 'aria-current': 'true' } : {})}>
        只看总计
      </a>
    </nav>
  </div>
);

const Table = ({ section, props, pins }: { section: FormSection; props: BodyProps; pins: PinsByCell }) => {
  const { form, gridYears, report } = props;
  if (form === null || section.table === null) return null;
  const grid = { form, years: gridYears, pins };
  return (
    <>
      {section.table === 'disclosure' && <DisclosureGrid {...grid} />}
      {section.table === 'applications' && (
        <>
          <ChartFigure
            years={chartYears(props.years)}
            beside={props.pins.length === 0 && props.years.length <= 4}
          />
          <ViewSwitch props={props} />
          <ApplicationsGrid {...grid} totalOnly={props.totalOnly} />
        </>
      )}
      {section.table === 'appeals' && <AppealsGrid {...grid} />}
      <GridNote cells={report.cells} table={section.table} form={form} />
    </>
  );
};

const Section = ({ section, props, pins }: { section: FormSection; props: BodyProps; pins: PinsByCell }) => {
  const indexes = props.report.sections.flatMap(({ id }, index) => (id === section.id ? [index] : []));
  const empty = indexes.every((index) => props.report.sections[index]!.text.trim() === '');
  const aside = section.id === 'overview' && props.tables;
  return (
    <>
      <h2 class="gk-h2" id={`s${section.ordinal}`}>
        {section.heading}
        <HeadingPins props={props} indexes={indexes} />
      </h2>
      {aside && props.pins.length === 0 ? (
        <div class="gk-cols">
          <div>
            <SectionText props={props} indexes={indexes} />
          </div>
          <KeyFigures years={props.gridYears} />
        </div>
      ) : (
        <>
          <SectionText props={props} indexes={indexes} />
          {aside && <KeyFigures years={props.gridYears} />}
        </>
      )}
      {indexes.length === 0 && <p class="gk-muted">原报告没有这一部分。</p>}
      {indexes.length > 0 && empty && section.table === null && (
        <p class="gk-muted">原报告这一部分没有文字。</p>
      )}
      {props.tables && <Table section={section} props={props} pins={pins} />}
    </>
  );
};

/** The report itself: six sections in statutory order, then what else the file holds. */
export const ReportBody = (props: BodyProps) => {
  const inProse = new Set(props.marks.map(({ pin }) => pin.number));
  const pins = pinsByCell(props.pins, inProse, { ...props.report.cells, ...props.report.statistics });
  const known = new Set<string | null>(props.form?.sections.map(({ id }) => id));
  const extra = props.report.sections.flatMap(({ id }, index) => (known.has(id) ? [] : [index]));
  return (
    <>
      {props.form?.sections.map((section) => (
        <Section section={section} props={props} pins={pins} />
      ))}
      {extra.map((index) => (
        <>
          <h2 class="gk-h2">
            {props.report.sections[index]!.heading || '其他内容'}
            <HeadingPins props={props} indexes={[index]} />
          </h2>
          <SectionText props={props} indexes={[index]} />
        </>
      ))}
      {Object.keys(props.report.indicators).length > 0 && (
        <>
          <h2 class="gk-h2">统计指标</h2>
          <IndicatorTable indicators={props.report.indicators} />
        </>
      )}
      {Object.keys(props.report.statistics).length > 0 && (
        <>
          <h2 class="gk-h2">附：政府信息公开情况统计表</h2>
          <StatisticsTable
            year={{ year: props.gridYears[0]!.year, cells: props.report.statistics }}
            pins={pins}
          />
        </>
      )}
    </>
  );
};
