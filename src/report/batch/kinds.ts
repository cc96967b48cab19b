const reports: ReadonlySet<string> = new Set(
  'txt md htm html xhtml shtml mht mhtml docx doc rtf wps pdf xlsx xlsm xls et ods csv tsv tab'.split(' '),
);
/** Files that stand in a folder of reports to speak of it. */
const aboutTheFolder = /^(?:readme|license|changelog)\b/i;

const nameOf = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/** The extension of a file's name in small letters, without the dot; '' for none. */
export function extensionOf(path: string): string {
  const name = nameOf(path);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** Whether a file met in a folder may hold a report, as far as its name tells. */
export const isReportFile = (path: string): boolean =>
  reports.has(extensionOf(path)) && !aboutTheFolder.test(nameOf(path));

/** Lock files of Word and WPS, and what systems hide or add to archives. */
export const isHiddenName = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || name === '__MACOSX';
