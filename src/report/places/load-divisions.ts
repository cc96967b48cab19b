let read: Promise<string> | null = null;

/** The packed snapshot of divisions as text, read at first need. */
export function loadDivisions(): Promise<string> {
  read ??= import('./divisions.json', { with: { type: 'json' } }).then((file) => file.default.divisions);
  return read;
}
