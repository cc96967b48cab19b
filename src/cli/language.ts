export type Language = 'zh' | 'en';

/** A text of the help in both languages. */
export type Text = readonly [zh: string, en: string];

/** `--lang en` anywhere on the line; Chinese otherwise. Needed before the line is parsed, for its own help. */
export function languageOf(argv: readonly string[]): Language {
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
  return value === 'en' ? 'en' : 'zh';
}

/** What commander says by itself, in Chinese. */
export const helpWords: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Global Options:': '通用选项：',
};

const usage: Readonly<Record<string, (what: string) => string>> = {
  'commander.unknownOption': (what) => `没有选项 ${what}`,
  'commander.unknownCommand': (what) => `没有命令 ${what}`,
  'commander.missingArgument': (what) => `缺少参数 ${what}`,
  'commander.optionMissingArgument': (what) => `选项 ${what} 缺少值`,
  'commander.excessArguments': () => '参数过多',
  'commander.invalidArgument': (what) => `${what} 的值不对`,
};

/** A usage error of commander as one line; the English one as commander words it. */
export function usageError(code: string, message: string, language: Language, command: string): string {
  if (language === 'en') return `${message.replace(/^error: /, '')}. See: ${command} --help --lang en`;
  const what = /'([^']*)'/.exec(message)?.[1] ?? '';
  return `${usage[code]?.(what) ?? '命令的写法不对'}。用法见 ${command} --help`;
}
