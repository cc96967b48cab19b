import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { table, today } from '../../../test/support/cases.ts';
import { answered, givenRow, line } from '../../../test/support/takeover.ts';
import { answers } from '../../law/answers.ts';
import { countApplications, countedCase } from '../application/counting.ts';
import { type Day, dayNumber, dayOfNumber, parseDay } from '../workday/index.ts';
import { type GivenCell, labelOf, readCells } from './cells.ts';
import { checkRows } from './check-rows.ts';
import { choices, takenOutcomeName } from './choices.ts';
import { type ColumnId, takeoverColumns } from './columns.ts';
import { type ExampleRow, exampleRows } from './examples.ts';
import { countedNumber, highestOf } from './numbering.ts';

const check = (...rows: readonly ExampleRow[]) =>
  checkRows(new Map(rows.map((row, index) => [index + 2, givenRow(row)])), today, table);
const faultsOf = (...rows: readonly ExampleRow[]) =>
  check(...rows).faults.map(({ line: at, column, message }) => `第${at}行“${labelOf(column!)}”：${message}`);
const only = (row: ExampleRow) => {
  const { rows, faults } = check(row);
  expect(faults).toEqual([]);
  return rows[0]!;
};
const cell = (column: ColumnId, given: Partial<GivenCell>) => {
  const row = new Map(givenRow(line('2026-1')));
  row.set(column, { text: '', number: null, formula: false, ...given });
  return readCells(2, row);
};

describe('the columns', () => {
  it('ask for what 第二十九条 names and for what was done, and for no purpose', () => {
    expect(takeoverColumns.map(({ label }) => label).join()).not.toContain('用途');
    expect(takeoverColumns.filter(({ when }) => when === 'always').map(({ id }) => id)).toEqual([
      'number',
      'receivedOn',
      'channel',
      'kind',
      'name',
      'content',
      'state',
    ]);
  });

  it('name every list that a cell is chosen from, each name once', () => {
    for (const { id, kind } of takeoverColumns) expect(kind === 'choice').toBe(Object.hasOwn(choices, id));
    for (const list of Object.values(choices)) {
      const names = list.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('offer every answer in the words of the form, told apart where two reach one row', () => {
    expect(choices.outcome).toHaveLength(answers.length);
    expect(takenOutcomeName('partial')).toBe('部分公开');
    expect(takenOutcomeName('granted.provided')).toBe('予以公开');
    expect(takenOutcomeName('granted.alreadyPublic')).toBe('予以公开（已主动公开）');
    expect(takenOutcomeName('denied.stateSecret')).toBe('属于国家秘密');
    expect(takenOutcomeName('unavailable.notOurs')).toBe('本机关不掌握相关政府信息（不属于本机关负责公开）');
  });
});

describe('a cell', () => {
  it.each([
    ['2026-03-02'],
    ['2026/3/2'],
    ['2026.3.2'],
    ['2026年3月2日'],
    ['20260302'],
    ['２０２６－０３－０２'],
  ])('reads the day %s', (text) => {
    expect(cell('receivedOn', { text }).values.receivedOn).toBe('2026-03-02');
  });
  it('reads a day that is a number of days, as a spreadsheet keeps it', () => {
    const number = dayNumber('2026-03-02' as Day) + 25_569;
    expect(cell('receivedOn', { text: '2026-3-2', number }).values.receivedOn).toBe('2026-03-02');
  });
  it.each([
    ['receivedOn', { text: '2026-02-30' }, '不是日期'],
    ['receivedOn', { text: '三月二日' }, '不是日期'],
    ['receivedOn', { text: '46082.5', number: 46_082.5 }, '不是日期'],
    ['channel', { text: '微信' }, '不在可选内容中'],
    ['outcome', { text: '本机关不掌握相关政府信息' }, '本机关不掌握相关政府信息（政府信息不存在）'],
    ['extendedBy', { text: '十五' }, '应为正整数'],
    ['feeYuan', { text: '-10', number: -10 }, '应为正整数'],
    ['identityNumber', { text: '1.10105E+17', number: 110105194912310020 }, '末几位已被表格软件改成0'],
    ['name', { text: '=HYPERLINK("http://x")' }, '当作公式'],
    ['name', { text: '@SUM(A1)' }, '当作公式'],
    ['content', { text: '+cmd|calc' }, '当作公式'],
    ['content', { text: '1', formula: true }, '公式'],
    ['name', { text: '名'.repeat(101) }, '最多100字'],
  ] as const)('of %s refuses %j', (column, given, words) => {
    const { faults } = cell(column, given);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ line: 2, column });
    expect(faults[0]!.message).toContain(words);
  });
  it('takes a telephone with its country, and words of a list however they are numbered and spaced', () => {
    expect(cell('phone', { text: '+86 13800001234' }).values.phone).toBe('+86 13800001234');
    expect(cell('phone', { text: '13800001234', number: 13_800_001_234 }).values.phone).toBe('13800001234');
    expect(cell('outcome', { text: '（二）部分公开' }).values.outcome).toBe('partial');
    expect(cell('outcome', { text: ' 1. 属于国家秘密' }).values.outcome).toBe('denied.stateSecret');
  });
});

describe('a line', () => {
  it('makes a case whose clock runs from receipt', () => {
    const { state, clock } = only(line('2026-0012'));
    expect(state).toMatchObject({ phase: 'inReview', number: '2026-0012', receivedOn: '2026-11-09' });
    expect(clock).toMatchObject({ state: 'running', due: '2026-12-07', left: 6 });
  });
  it('begins the period anew with the return of the 补正', () => {
    const more = { correctionOn: '2026-11-10', correctionDue: '2026-12-01', correctedOn: '2026-11-20' };
    expect(only(line('1', more)).clock.due).toBe('2026-12-18');
    expect(only(line('1', { ...more, correctedOn: undefined, state: '等待补正' })).state).toMatchObject({
      phase: 'waiting',
      waitingFor: 'correction',
    });
  });
  it('stands still while a third party is asked, and goes on with what was extended', () => {
    const asked = { asked: '第三方', askedOn: '2026-11-10', askReceivedOn: '2026-11-11' };
    expect(only(line('1', { ...asked, heardOn: '2026-11-13', view: '同意公开' })).clock.due).toBe(
      '2026-12-10',
    );
    expect(only(line('1', { extendedOn: '2026-11-20', extendedBy: '10' })).clock.due).toBe('2026-12-21');
    expect(only(line('1', { ...asked, unit: '自然资源所' })).state.phase).toBe('drafting');
  });
  it('tells whether it was answered in time', () => {
    expect(only(answered('1', '部分公开')).clock).toMatchObject({ state: 'answered', late: false });
    expect(only(answered('1', '部分公开', { endedOn: '2026-04-20' })).clock.late).toBe(true);
  });

  it.each([
    ['receivedOn', { receivedOn: '2026-11-28' }, '在今天'],
    ['receivedOn', { receivedOn: '2019-05-01' }, '旧条例'],
    ['receivedOn', { receivedOn: undefined }, '没有填写'],
    ['state', { correctionOn: '2026-11-10', correctionDue: '2026-12-01' }, '等待申请人'],
    ['state', { state: '等待申请人' }, '状态应为“办理中”'],
    ['correctionDue', { correctionOn: '2026-11-10', correctedOn: '2026-11-12' }, '补正告知日期'],
    ['correctionOn', { correctedOn: '2026-11-12' }, '收到补正日期'],
    ['extendedBy', { extendedOn: '2026-11-20', extendedBy: '21' }, '不得超过20个工作日'],
    ['extendedBy', { extendedOn: '2026-11-20' }, '延期告知日期'],
    ['extendedOn', { receivedOn: '2026-09-01', extendedOn: '2026-11-20', extendedBy: '5' }, '届满后不能延期'],
    ['view', { asked: '第三方', askedOn: '2026-11-10', heardOn: '2026-11-12' }, '是否同意公开'],
    ['askedOn', { asked: '第三方' }, '征求意见对象'],
    [
      'heardOn',
      { asked: '第三方', askedOn: '2026-11-20', heardOn: '2026-11-12', view: '同意公开' },
      '没有发出',
    ],
    [
      'identityNumber',
      { identityType: '居民身份证', identityNumber: '110105194912310021' },
      '其他有效身份证明',
    ],
    ['identityNumber', { identityType: '居民身份证' }, '证件种类'],
    ['email', { email: 'nobody' }, '写法不正确'],
    ['phone', { phone: '问村里' }, '写法不正确'],
    ['endedOn', { endedOn: '2026-11-20' }, '应当为空'],
    [
      'feeTariff',
      { feeOn: '2026-11-10', feeQuantity: '40', feeYuan: '100', state: '等待缴费' },
      '收费通知日期',
    ],
  ] as const)('is refused at %s where %j', (column, more, words) => {
    const { rows, faults } = check(line('2026-0012', more));
    expect(rows).toEqual([]);
    expect(faults.map((fault) => fault.column)).toContain(column);
    expect(faults.find((fault) => fault.column === column)!.message).toContain(words);
  });

  it.each([
    ['endedOn', { endedOn: undefined }, '请填写日期'],
    ['endedOn', { receivedOn: '2025-11-03', endedOn: '2025-12-01' }, '属于往年'],
    ['outcome', { outcome: undefined }, '处理结果'],
    ['outcome', { outcome: takenOutcomeName('other.feeOverdue') }, '不是答复'],
    ['delivery', { delivery: undefined }, '送达方式'],
    ['correctedOn', { outcome: takenOutcomeName('unavailable.unclear') }, '第三十条'],
    ['correctedOn', { correctionOn: '2026-03-04', correctionDue: '2026-03-25' }, '请清空补正告知日期'],
    [
      'paidOn',
      { feeOn: '2026-03-04', feeTariff: '按量计收', feeQuantity: '40', feeYuan: '100' },
      '请清空收费各栏',
    ],
    ['outcome', { state: '视为放弃' }, '逾期不补正'],
    [
      'correctionOn',
      { state: '视为放弃', outcome: takenOutcomeName('other.correctionOverdue') },
      '补正告知日期',
    ],
    ['outcome', { state: '已撤回' }, '申请人撤回'],
    ['extendedOn', { extendedOn: '2026-04-10', extendedBy: '5' }, '已经答复'],
  ] as const)('of an ended case is refused at %s where %j', (column, more, words) => {
    const { faults } = check(answered('2026-0012', '部分公开', more));
    expect(faults.find((fault) => fault.column === column)?.message).toContain(words);
  });

  it('tells all that is wrong with a file, by line and column, not the first', () => {
    expect(faultsOf(line('a', { name: undefined, channel: '微信' }), line('a', { receivedOn: 'x' }))).toEqual(
      [
        expect.stringMatching(/^第2行“提交方式”：/),
        '第2行“姓名或名称”：没有填写。',
        expect.stringMatching(/^第3行“收到日期”：/),
        expect.stringMatching(/^第3行“编号”：编号a与第2行重复/),
      ],
    );
  });
});

describe('the examples of the template', () => {
  it.each(['2026-11-27', '2026-03-10'])('have nothing wrong on %s, and show every state', (on) => {
    const day = on as Day;
    const rows = exampleRows(day, table);
    const { faults } = checkRows(new Map(rows.map((row, index) => [index + 2, givenRow(row)])), day, table);
    const past = faults.filter(({ message }) => !message.includes('属于往年'));
    expect(past).toEqual([]);
    if (on > '2026-06-01') expect(faults).toEqual([]);
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(choices.state.map(({ name }) => name)));
  });
});

describe('what was taken over', () => {
  it('counts as every other case: 新收 and 结转 by the day of receipt, results by that of the answer', () => {
    const { rows } = check(
      line('1'),
      line('2', { receivedOn: '2025-12-29', extendedOn: '2026-01-20', extendedBy: '20' }),
      answered('3', '部分公开', { receivedOn: '2025-12-29', endedOn: '2026-01-09' }),
      answered('4', takenOutcomeName('granted.alreadyPublic'), { kind: '商业企业' }),
      line('5', { state: '已撤回', endedOn: '2026-11-12' }),
    );
    const cells = countApplications(
      rows.map(({ state }) => countedCase(state)!),
      2026,
      today,
    );
    const total = (row: string) => cells[`applications.${row}.total`];
    expect([total('received'), total('carriedIn'), total('carriedOut')]).toEqual([3, 2, 2]);
    expect([total('partial'), total('granted'), total('other.misc'), total('concluded')]).toEqual([
      1, 1, 1, 3,
    ]);
    expect(cells['applications.granted.business']).toBe(1);
  });

  it('goes on numbering after the highest of each year, however offices write them', () => {
    expect(countedNumber('2026-0187')).toEqual({ year: 2026, count: 187 });
    expect(countedNumber('芦公开申〔2026〕31号')).toEqual({ year: 2026, count: 31 });
    expect(countedNumber('2026年第8号')).toEqual({ year: 2026, count: 8 });
    for (const other of ['甲12', '20261127001', '2026112701', '2026年3月第5号'])
      expect(countedNumber(other)).toBeNull();
    expect([...highestOf(['2026-0003', '2026-0012', '2025-0400', 'x'])]).toEqual([
      [2026, 12],
      [2025, 400],
    ]);
  });

  it('either has a fault or a clock, whatever stands in its cells', () => {
    const days = fc.integer({ min: -40, max: 5 }).map((n) => dayOfNumber(dayNumber(today) + n) as string);
    const texts = fc.constantFrom('', '是', '2026-13-01', '办理中', '12', '=1');
    const cells = fc.record(
      Object.fromEntries(
        takeoverColumns.map(({ id, kind }) => [
          id,
          kind === 'day'
            ? days
            : kind === 'choice'
              ? fc.constantFrom(...choices[id as keyof typeof choices].map(({ name }) => name))
              : texts,
        ]),
      ),
      { requiredKeys: ['receivedOn', 'channel', 'kind', 'state'] },
    );
    fc.assert(
      fc.property(cells, (row) => {
        const given = { ...row, number: '1', name: '甲', content: '乙' } as unknown as ExampleRow;
        const { rows, faults } = check(given);
        expect(rows.length === 1).toBe(faults.length === 0);
        for (const { state } of rows) expect(parseDay(state.receivedOn!)).not.toBeNull();
      }),
      { numRuns: 300 },
    );
  });
});
