import { Command, CommanderError } from 'commander';
import { commands } from './commands.ts';
import { Failure } from './failure.ts';
import type { Io } from './io.ts';
import { helpWords, type Language, languageOf, type Text, usageError } from './language.ts';
import { version } from './version.ts';

const say = (text: Text, language: Language): string => text[language === 'en' ? 1 : 0];

function base(command: Command, language: Language, io: Io): Command {
  command
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => {},
    })
    .helpOption('-h, --help', say(['显示帮助', 'show help'], language))
    .helpCommand(false)
    .option('--lang <zh|en>', say(['帮助的语言', 'language of the help'], language))
    .option('--verbose', say(['出错时给出详情', 'details of errors'], language));
  command.configureHelp({
    styleTitle: (title) => (language === 'zh' ? (helpWords[title] ?? title) : title),
    subcommandTerm: (entry) => entry.name(),
  });
  return command;
}

/** The command line, described but with none of its commands loaded. `done` gets the exit of the one that ran. */
function programOf(language: Language, io: Io, done: (exit: number) => void): Command {
  const program = base(new Command('gongkai'), language, io)
    .version(version(), '-V, --version', say(['显示版本', 'show the version'], language))
    .description(
      say(
        [
          '公开：读取和检查政府信息公开工作年度报告',
          'Gongkai: reads and checks annual reports on disclosure',
        ],
        language,
      ),
    )
    .usage(say(['<命令> [选项]', '<command> [options]'], language));
  for (const entry of commands) {
    const command = base(new Command(entry.name), language, io)
      .description(say(entry.description, language))
      .usage(say(entry.usage, language));
    for (const [name, text] of entry.arguments) command.argument(name, say(text, language));
    for (const [flags, text] of entry.options) command.option(flags, say(text, language));
    if (entry.notes !== undefined) command.addHelpText('after', `\n${say(entry.notes, language)}`);
    command.action(async (...given: unknown[]) => {
      const options = command.opts();
      done(await entry.run(given.slice(0, entry.arguments.length), options, io));
    });
    program.addCommand(command);
  }
  return program;
}

function exitOf(error: unknown, argv: readonly string[], language: Language, io: Io): number {
  const verbose = argv.includes('--verbose');
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    if (error.code === 'commander.help') return 2;
    const name = commands.find((entry) => entry.name === argv[0])?.name;
    const command = name === undefined ? 'gongkai' : `gongkai ${name}`;
    io.stderr.write(`${usageError(error.code, error.message, language, command)}\n`);
    return 2;
  }
  const known = error instanceof Failure;
  const message = error instanceof Error ? error.message : String(error);
  io.stderr.write(known ? `${message}\n` : `程序出错：${message}。加 --verbose 可看详情\n`);
  if (verbose && error instanceof Error)
    io.stderr.write(
      `${error.stack ?? ''}${error.cause ? `\n${String((error.cause as Error).stack ?? error.cause)}` : ''}\n`,
    );
  return known ? error.exit : 2;
}

/** Runs one command line and gives its exit: 0 done, 1 errors found, 2 usage or unreadable. Never throws. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const language = languageOf(argv);
  let exit = 0;
  const program = programOf(language, io, (code) => {
    exit = code;
  });
  try {
    if (argv.length === 0) {
      program.outputHelp();
      return 2;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    return exitOf(error, argv, language, io);
  }
}
