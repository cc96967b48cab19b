import type { Io } from './io.ts';
import type { Text } from './language.ts';

/** A command as the help shows it; its code is loaded only when it runs. */
export interface CommandEntry {
  readonly name: string;
  readonly description: Text;
  readonly usage: Text;
  readonly arguments: readonly (readonly [name: string, text: Text])[];
  readonly options: readonly (readonly [flags: string, text: Text])[];
  /** Gives the exit code. `given` are the arguments, `options` as typed. */
  readonly run: (given: readonly unknown[], options: Record<string, string>, io: Io) => Promise<number>;
}

const agencyOptions: CommandEntry['options'] = [
  [
    '--agency <CODE>',
    ['机关的区划代码（文中未写明时）', 'division code of the agency, where the text does not say'],
  ],
  ['--agency-kind <KIND>', ['机关的类别，如 township', 'kind of the agency, such as township']],
];

export const commands: readonly CommandEntry[] = [
  {
    name: 'check',
    description: ['检查年度报告，文件夹逐级检查', 'check annual reports; folders are walked'],
    usage: ['[选项] <路径...>', '[options] <path...>'],
    arguments: [
      [
        '<path...>',
        ['文件或文件夹（txt、htm、html、docx、md）', 'files or folders (txt, htm, html, docx, md)'],
      ],
    ],
    options: [
      ['--format <FORMAT>', ['输出格式：pretty（默认）、json、sarif', 'pretty (default), json or sarif']],
      ['--previous <FILE>', ['上一年度的报告，用于核对结转和现行有效件数', 'the report of the year before']],
      ...agencyOptions,
      ['--jobs <N>', ['同时检查的线程数，默认为处理器数', 'threads, by default one a processor']],
    ],
    run: async ([paths], options, io) =>
      (await import('./check/command.ts')).check(paths as string[], options, io),
  },
  {
    name: 'read',
    description: ['读出一份年度报告的数据（JSON）', 'read one annual report as JSON'],
    usage: ['[选项] <文件>', '[options] <file>'],
    arguments: [['<file>', ['年度报告文件', 'the file']]],
    options: agencyOptions,
    run: async ([file], options, io) => (await import('./read.ts')).read(file as string, options, io),
  },
  {
    name: 'calendar',
    description: [
      '工作日历：list 列出年份，load 载入放假通知，check 核对',
      'working days: list, load a notice, check',
    ],
    usage: ['list | load <文件> | check', 'list | load <file> | check'],
    arguments: [
      ['<action>', ['list、load 或 check', 'list, load or check']],
      ['[file]', ['放假通知全文（txt）或 JSON 文件', 'the notice as text, or JSON']],
    ],
    options: [['--json', ['以 JSON 输出', 'print JSON']]],
    run: async ([action, file], options, io) =>
      (await import('./calendar.ts')).calendar(action as string, file as string | undefined, options, io),
  },
];
