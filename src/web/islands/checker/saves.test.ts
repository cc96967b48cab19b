import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { cleanReport, spoil } from '../../../../test/support/generate.ts';
import { fileLayouts } from '../../../../test/support/layouts.ts';
import type { AnnualReport } from '../../../domain/annual/report.ts';
import { readDocument } from '../../../report/read/index.ts';
import { examine } from './examine.ts';
import { save } from './saves.ts';

const layout = fileLayouts.find(({ name }) => name === 'html')!;
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const one = { single: true, seconds: 1 };
const all = { single: false, seconds: 1.234 };

let faulty: AnnualReport;
let clean: AnnualReport;
beforeAll(async () => {
  vi.stubGlobal('GONGKAI_VERSION', '0.1.0');
  const report = async (path: string, sample: ReturnType<typeof cleanReport>) => {
    const file = new Blob([layout.bytes(sample) as BlobPart]);
    return (await examine({ id: 1, path, file, previous: null, patient: true })).report;
  };
  const sample = cleanReport(3, { form: '2021', year: 2023 });
  faulty = await report('县/=甲.html', spoil(sample, 3).report);
  clean = await report('县/乙.html', sample);
});

describe('what is saved', () => {
  it('as JSON is what the command line prints', async () => {
    const single = await save('report.json', [faulty], one);
    expect(single.name).toBe(`${faulty.agency!.name}2023年年度报告.json`);
    expect(JSON.parse(text(single.bytes))).toEqual(faulty);
    const { reports, summary } = JSON.parse(text((await save('report.json', [faulty, clean], all)).bytes));
    expect(reports).toEqual([faulty, clean]);
    expect(summary).toMatchObject({ files: 2, seconds: 1.23 });
    expect(summary.errors).toBe(faulty.findings.filter(({ severity }) => severity === 'error').length);
  });

  it('as SARIF has every finding with its file', async () => {
    const log = JSON.parse(text((await save('report.sarif', [faulty, clean], all)).bytes));
    expect(log.version).toBe('2.1.0');
    expect(log.runs[0].results).toHaveLength(faulty.findings.length);
    expect(log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toContain('%3D');
  });

  it('as a sheet is one document of one report, and an archive of those with findings of many', async () => {
    for (const format of ['docx', 'html'] as const) {
      const single = await save(`sheet.${format}`, [faulty], one);
      expect(single.name).toBe(`${faulty.agency!.name}2023年年度报告检查单.${format}`);
      const many = unzipSync((await save(`sheet.${format}`, [faulty, clean, faulty], all)).bytes);
      expect(Object.keys(many)).toEqual([
        `${faulty.agency!.name}2023年年度报告检查单.${format}`,
        `${faulty.agency!.name}2023年年度报告（2）检查单.${format}`,
      ]);
    }
    await expect(save('sheet.docx', [clean], all)).rejects.toThrow('没有发现问题');
  });

  it('as a workbook has every figure as a number, and no text that could be a formula', async () => {
    const { bytes, name } = await save('figures.xlsx', [faulty, clean], all);
    expect(name).toBe('全部报告.xlsx');
    const sheets = Object.entries(unzipSync(bytes)).filter(([path]) => /sheet\d\.xml$/.test(path));
    expect(sheets).toHaveLength(3);
    const joined = sheets.map(([, sheet]) => text(sheet)).join('');
    expect(joined).toContain('县/=甲.html');
    expect(joined).not.toContain('<f>');
    const figures = Object.values(clean.cells).filter(({ value }) => value !== null).length;
    const numbers = (joined.match(/<v>/g) ?? []).length;
    const own = Object.values(faulty.cells).filter(({ value }) => value !== null).length;
    // Each report has its year on each of the three sheets.
    expect(numbers).toBe(figures + own + 6);
    const single = await save('figures.xlsx', [clean], one);
    expect((await readDocument(single.bytes, 'a.xlsx')).mediaType).toContain('sheet');
    await expect(save('figures.xlsx', [{ ...clean, form: null }], one)).rejects.toThrow('没有读出');
  });

  it('bears a name that any system takes', async () => {
    const odd = { ...clean, agency: { ...clean.agency!, name: '甲/乙:"丙"' } };
    expect((await save('report.json', [odd], one)).name).toBe('甲_乙__丙_2023年年度报告.json');
    const nameless = { ...clean, agency: null };
    expect((await save('report.json', [nameless], one)).name).toBe('乙.json');
  });
});
