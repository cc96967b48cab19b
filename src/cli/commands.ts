import type { Io } from './io.ts';
import type { Text } from './language.ts';

/** A command as the help shows it; its code is loaded only when it runs. */
export interface CommandEntry {
  readonly name: string;
  readonly description: Text;
  readonly usage: Text;
  readonly arguments: readonly (readonly [name: string, text: Text])[];
  readonly options: readonly (readonly [flags: string, text: Text])[];
  /** What stands below the options: variables of the environment and the like. */
  readonly notes?: Text;
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

const listenOptions: CommandEntry['options'] = [
  ['--port <PORT>', ['端口，默认 8080', 'port, 8080 by default']],
  ['--host <HOST>', ['监听地址，默认 127.0.0.1', 'address to listen on, 127.0.0.1 by default']],
];

const backupNotes: Text = [
  `gongkai serve 运行时每天自动备份，每周做一次恢复演练。环境变量：
  GONGKAI_BACKUP_FOLDER  存放的文件夹，默认为数据文件夹下的 backups；off 表示不做
  GONGKAI_BACKUP_TIME    时刻，默认 02:30
  GONGKAI_BACKUP_KEEP    保留份数：天,周,月，默认 7,4,12
  GONGKAI_DRILL_DAY      恢复演练在星期几，0（星期日，默认）至6；off 表示不做`,
  `While gongkai serve runs it backs up each day and rehearses a restore each week. Environment:
  GONGKAI_BACKUP_FOLDER  where to; by default backups in the data folder; off for none
  GONGKAI_BACKUP_TIME    at what time, 02:30 by default (Asia/Shanghai)
  GONGKAI_BACKUP_KEEP    how many stay: days,weeks,months, 7,4,12 by default
  GONGKAI_DRILL_DAY      day of the drill, 0 (Sunday, default) to 6; off for none`,
];

export const commands: readonly CommandEntry[] = [
  {
    name: 'check',
    description: ['检查年度报告，文件夹逐级检查', 'check annual reports; folders are walked'],
    usage: ['[选项] <路径...>', '[options] <path...>'],
    arguments: [
      [
        '<path...>',
        [
          '文件或文件夹（docx、doc、pdf、xlsx、csv、html、txt 等）',
          'files or folders (docx, doc, pdf, xlsx, csv, html, txt …)',
        ],
      ],
    ],
    options: [
      [
        '--format <FORMAT>',
        ['输出格式：pretty（默认）、json、sarif、html', 'pretty (default), json, sarif or html'],
      ],
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
    name: 'render',
    description: [
      '把年度报告写成 docx、pdf、html、xlsx 或 json，版式按法定格式',
      'write a report as docx, pdf, html, xlsx or json in the statutory layout',
    ],
    usage: ['<文件> --to <格式> -o <输出文件>', '<file> --to <format> -o <output>'],
    arguments: [
      [
        '<file>',
        [
          'gongkai read 输出的 JSON；- 表示标准输入；也可以直接给年度报告文件',
          'JSON of gongkai read; - for standard input; or a report file itself',
        ],
      ],
    ],
    options: [
      [
        '--to <FORMAT>',
        [
          '格式：docx、pdf、html、xlsx、json，默认按输出文件的扩展名',
          'docx, pdf, html, xlsx or json; by default as the output’s name ends',
        ],
      ],
      [
        '-o, --output <FILE>',
        [
          '输出文件，已有的会被替换；- 表示标准输出',
          'file to write, replaced if it is there; - for standard output',
        ],
      ],
      ...agencyOptions,
    ],
    run: async ([file], options, io) => (await import('./render.ts')).render(file as string, options, io),
  },
  {
    name: 'deadline',
    description: [
      '依申请公开的答复期限，逐日说明是否计入及依据',
      'the due day of an application, with its account day by day',
    ],
    usage: ['(--received <日期> | --events <文件>) [选项]', '(--received <day> | --events <file>) [options]'],
    arguments: [],
    options: [
      ['--received <DAY>', ['收到申请之日，YYYY-MM-DD', 'day of receipt, YYYY-MM-DD']],
      [
        '--events <FILE>',
        [
          '事件列表（JSON）；- 表示从标准输入每行读一个列表，每行输出一个结果',
          'list of events (JSON); - reads one list a line and prints one result a line',
        ],
      ],
      ['--on <DAY>', ['算到哪一日，默认为最后一个事件之日', 'as of which day, by default the last event’s']],
      ['--json', ['以 JSON 输出', 'print JSON']],
    ],
    run: async (_given, options, io) => (await import('./deadline.ts')).deadline(options, io),
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
  {
    name: 'import',
    description: [
      '导入已公布的年度报告，内容相同的不重复导入',
      'store published reports; the same bytes are stored once',
    ],
    usage: ['[选项] <路径...>', '[options] <path...>'],
    arguments: [['<path...>', ['文件或文件夹', 'files or folders']]],
    options: [
      ...agencyOptions,
      ['--year <YEAR>', ['报告年度（文中未写明时）', 'report year, where the text does not say']],
      [
        '--successor <SLUG>',
        [
          '接收一个机关的档案（export 所得的文件夹），并指明承接它的机关',
          'take in an agency’s archive (a folder made by export); the agency that takes its place',
        ],
      ],
      [
        '--signer <FINGERPRINT>',
        ['移交机关告知的签名密钥指纹', 'fingerprint of the key it is signed by, as the giver told it'],
      ],
    ],
    run: async ([paths], options, io) =>
      options.successor === undefined
        ? (await import('./import.ts')).importReports(paths as string[], options, io)
        : (await import('./import-archive.ts')).importAgencyArchive(
            paths as string[],
            { ...options, successor: options.successor },
            io,
          ),
  },
  {
    name: 'serve',
    description: ['启动服务', 'start the server'],
    usage: ['[选项]', '[options]'],
    arguments: [],
    options: listenOptions,
    notes: backupNotes,
    run: async (_given, options, io) => (await import('./serve.ts')).serve(options, io),
  },
  {
    name: 'migrate',
    description: ['把数据库升级到当前版本', 'bring the database to the newest shape'],
    usage: ['[选项]', '[options]'],
    arguments: [],
    options: [],
    run: async (_given, _options, io) => (await import('./migrate.ts')).migrate(io),
  },
  {
    name: 'export',
    description: [
      '导出一个机关的档案（机构撤并时移交），带签名',
      'export one agency’s signed archive, for its successor',
    ],
    usage: ['--agency <代码> -o <文件夹>', '--agency <slug> -o <folder>'],
    arguments: [],
    options: [
      ['--agency <SLUG>', ['机关在网址中的代码', 'the agency’s slug']],
      ['-o, --output <FOLDER>', ['空文件夹，或上次没有做完的', 'an empty folder, or an unfinished one']],
    ],
    run: async (_given, options, io) => (await import('./backup.ts')).exportAgency(options, io),
  },
  {
    name: 'backup',
    description: ['把整个系统或一个机关备份到一个文件夹', 'back the system, or one agency, up into a folder'],
    usage: ['[选项] <文件夹>', '[options] <folder>'],
    arguments: [['<folder>', ['空文件夹，或上次没有做完的备份', 'an empty folder, or an unfinished backup']]],
    options: [
      ['--agency <SLUG>', ['只备份一个机关（网址中的代码）', 'one agency only, by its slug']],
      [
        '--verify',
        [
          '只核对这份备份是否完好、签名是否有效',
          'only look whether the backup is whole and its signature fits',
        ],
      ],
    ],
    notes: backupNotes,
    run: async ([folder], options, io) => (await import('./backup.ts')).backup(folder as string, options, io),
  },
  {
    name: 'restore',
    description: ['从备份恢复到空的系统', 'restore a backup into an empty system'],
    usage: ['[选项] <文件夹>', '[options] <folder>'],
    arguments: [['<folder>', ['备份所在的文件夹', 'the folder of the backup']]],
    options: [
      [
        '--drill',
        [
          '恢复演练：恢复到临时的数据库，核对后删除，不影响现有系统',
          'rehearse: restore into a database that is removed afterwards, compare, touch nothing else',
        ],
      ],
    ],
    run: async ([folder], options, io) =>
      (await import('./backup.ts')).restore(folder as string, options, io),
  },
  {
    name: 'audit',
    description: [
      '核验操作记录：verify 逐条核对封存的链，指出被改动、缺失或调换的记录',
      'verify the record of acts: any change, gap or reorder is named',
    ],
    usage: ['verify [选项]', 'verify [options]'],
    arguments: [['<action>', ['verify', 'verify']]],
    options: [
      ['--agency <SLUG>', ['只核验一个机关（网址中的代码）', 'one agency only, by its slug']],
      ['--json', ['以 JSON 输出，每行一个机关', 'print JSON, an agency a line']],
    ],
    run: async ([action], options, io) => (await import('./audit.ts')).audit(action as string, options, io),
  },
  {
    name: 'agencies',
    description: ['按区划名录建立县、乡镇、街道的机关', 'make the governments of counties and townships'],
    usage: ['import <区划代码...> | example', 'import <codes...> | example'],
    arguments: [
      ['<action>', ['import；example 建立五个示例县', 'import; example makes five example counties']],
      ['[codes...]', ['县级区划的六位代码', 'codes of counties, six digits']],
    ],
    options: [],
    run: async ([action, codes], _options, io) =>
      (await import('./agencies.ts')).agencies(action as string, (codes ?? []) as string[], io),
  },
  {
    name: 'user',
    description: ['建立账号、授予角色（系统管理的首个账号由此建立）', 'make accounts and give roles'],
    usage: ['<动作> [登录名] [选项]', '<action> [username] [options]'],
    arguments: [
      ['<action>', ['list、add、grant、revoke、password、second-factor、disable、enable', 'what to do']],
      ['[username]', ['登录名', 'user name']],
    ],
    options: [
      ['--agency <CODE>', ['机关的代码', 'code of the agency']],
      ['--name <NAME>', ['姓名（add）', 'name of the person (add)']],
      ['--role <ROLE>', ['角色（grant、revoke），如 systemAdministrator', 'role (grant, revoke)']],
      ['--from <DAY>', ['开始日期，默认今天', 'first day, today by default']],
      ['--to <DAY>', ['截止日期，包括当日', 'last day, that day included']],
    ],
    run: async ([action, username], options, io) =>
      (await import('./user.ts')).user(action as string, username as string | undefined, options, io),
  },
  {
    name: 'doctor',
    description: ['检查运行环境', 'check what the program needs of this machine'],
    usage: ['[选项]', '[options]'],
    arguments: [],
    options: listenOptions,
    run: async (_given, options, io) => (await import('./doctor.ts')).doctor(options, io),
  },
];
