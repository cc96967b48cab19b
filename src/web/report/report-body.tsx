import type { Child } from 'hono/jsx';
import type { AnnualReport } from '../../domain/annual/report.ts';
import type { AnnualForm, FormSection, SectionId } from '../../law/forms/index.ts';
import { shownCells } from '../../report/render/application-rows.ts';
import { AppealsGrid } from './appeals-grid.tsx';
import { ApplicationsGrid } from './applications-grid.tsx';
import { DisclosureGrid } from './disclosure-grid.tsx';
import { type GridYear, PinLinks, type PinsByCell, pinsByCell } from './grid.tsx';
import { GridNote } from './grid-note.tsx';
import { KeyFigures } from './key-figures.tsx';
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
  readonly pins: readonly Pin[];
  readonly marks: readonly TextMark[];
  readonly totalOnly: boolean;
  /** What stands over table 三: how it is shown, a chart. */
  readonly overApplications: Child;
  /** Whether the handful of main figures stands beside the overview. */
  readonly keyFigures: boolean;
}

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

/** Findings on a part's table whose cell the grid as shown does not have: they stand at its heading. */
function withoutCell({ form, tables, report, totalOnly, pins, marks }: BodyProps, part: SectionId | null) {
  if (form === null || !tables || part === null) return [];
  const shown = shownCells(form, report.cells, totalOnly);
  const marked = new Set(marks.flatMap(({ pin, main }) => (main ? [pin.number] : [])));
  return pins.filter(
    ({ number, cell }) => cell?.startsWith(`${part}.`) && !shown.has(cell) && !marked.has(number),
  );
}

const HeadingPins = ({
  props,
  indexes,
  part,
}: {
  props: BodyProps;
  indexes: readonly number[];
  part: SectionId | null;
}) => {
  const places: readonly TextMark['section'][] = part === null ? indexes : [...indexes, part];
  const marks = props.marks.filter(({ section, heading }) => heading && places.includes(section));
  const related = new Set(marks.filter(({ main }) => !main).map(({ pin }) => pin.number));
  const pins = [...marks.map(({ pin }) => pin), ...withoutCell(props, part)];
  return pins.length === 0 ? null : <PinLinks pins={pins} elsewhere={related} />;
};

const Table = ({ section, props, pins }: { section: FormSection; props: BodyProps; pins: PinsByCell }) => {
  const { form, gridYears, report } = props;
  if (form === null || section.table === null) return null;
  const grid = { form, years: gridYears, pins };
  return (
    <>
      {section.table === 'disclosure' && <DisclosureGrid {...grid} />}
      {section.table === 'applications' && (
        <>
          {props.overApplications}
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
  const aside = section.id === 'overview' && props.tables && props.keyFigures;
  return (
    <>
      <h2 class="gk-h2" id={`s${section.ordinal}`}>
        {section.heading}
        <HeadingPins props={props} indexes={indexes} part={section.id} />
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
  const inProse = new Set(props.marks.flatMap(({ pin, main }) => (main ? [pin.number] : [])));
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
            <HeadingPins props={props} indexes={[index]} part={null} />
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
