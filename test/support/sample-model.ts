import type { AgencyKind } from '../../src/domain/annual/report.ts';
import { annualForms, type FormId, type SectionId, type TableId } from '../../src/law/forms/index.ts';
import type { ReaderNote } from '../../src/report/document.ts';

/** A part of an invented report; `table` tells how its statutory table stands. */
export interface SampleSection {
  id: SectionId | null;
  heading: string;
  paragraphs: string[];
  table: 'none' | 'table' | 'picture';
}

/** An invented report as its author would have it in mind, before any layout. Figures are kept as printed. */
export interface SampleReport {
  agency: string;
  kind: AgencyKind;
  code: string | null;
  year: number;
  form: FormId;
  title: string | null;
  preamble: string[];
  sections: SampleSection[];
  closing: string[];
  cells: Record<string, string>;
  /**
   * Labels printed otherwise than the form has them, null for a row or column left out. Keys: `row <table>.<row>`,
   * `column <table>.<column>`, `group <table>.<first row of the group>`, `note applications`.
   */
  labels: Record<string, string | null>;
  /** One column for all organisations and one row for each group of outcomes, as some agencies print table 三. */
  collapsed: boolean;
  /** Figures of an attached 统计表, by the ids of the statistics form. */
  statistics: Record<string, string> | null;
  /** What a reader of its file would note, at a cell or at none. */
  notes?: { kind: ReaderNote['kind']; cell: string | null; text: string }[];
}

export const tableOfSection: Partial<Record<SectionId, TableId>> = {
  disclosure: 'disclosure',
  applications: 'applications',
  appeals: 'appeals',
};

/** Every cell of a form set to 0, as a form filled in by an agency that did nothing. */
export const zeroCells = (form: FormId): Record<string, string> =>
  Object.fromEntries(annualForms[form].cells.map((cell) => [cell.id, '0']));

const figures: Record<FormId, Record<string, string>> = {
  '2019': {
    'disclosure.normative.made': '3',
    'disclosure.normative.published': '3',
    'disclosure.normative.totalPublic': '8',
    'disclosure.licensing.previousItems': '46',
    'disclosure.licensing.change': '-2',
    'disclosure.licensing.decisions': '52',
    'disclosure.otherServices.previousItems': '31',
    'disclosure.otherServices.change': '+1',
    'disclosure.otherServices.decisions': '117',
    'disclosure.penalties.previousItems': '20',
    'disclosure.penalties.decisions': '5',
    'disclosure.coercion.previousItems': '2',
    'disclosure.procurement.items': '4',
    'disclosure.procurement.amount': '1260000',
  },
  '2021': {
    'disclosure.normative.issued': '3',
    'disclosure.normative.repealed': '1',
    'disclosure.normative.inForce': '8',
    'disclosure.licensing.decisions': '46',
    'disclosure.penalties.decisions': '5',
    'disclosure.fees.amountWan': '12.6',
  },
};

const applicationFigures: Record<string, readonly [naturalPerson: number, business: number]> = {
  received: [10, 2],
  carriedIn: [1, 0],
  granted: [4, 1],
  partial: [1, 0],
  'denied.thirdParty': [1, 0],
  'unavailable.notHeld': [3, 1],
  'declined.petition': [1, 0],
  concluded: [10, 2],
  carriedOut: [1, 0],
};

/** The figures of the clean sample: every identity of the form holds. */
export function sampleCells(form: FormId): Record<string, string> {
  const cells = { ...zeroCells(form), ...figures[form] };
  for (const [row, [naturalPerson, business]] of Object.entries(applicationFigures)) {
    cells[`applications.${row}.naturalPerson`] = String(naturalPerson);
    cells[`applications.${row}.business`] = String(business);
    cells[`applications.${row}.total`] = String(naturalPerson + business);
  }
  cells['appeals.review.upheld'] = '1';
  cells['appeals.review.total'] = '1';
  return cells;
}
