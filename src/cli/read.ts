import { openFile, recogniseFile } from '../app/analyse-file.ts';
import { UnreadableFile } from '../report/document.ts';
import { loadPlaces } from '../report/places/load.ts';
import { agencyCodeOf, agencyKindOf, type CheckOptions } from './check/options.ts';
import { readBytes } from './check/read-file.ts';
import { Failure } from './failure.ts';
import { type Io, write } from './io.ts';

/** `gongkai read FILE`: the report as JSON, findings left out. Exit 2 when the file cannot be read. */
export async function read(path: string, options: CheckOptions, io: Io): Promise<number> {
  const given = { agencyCode: agencyCodeOf(options.agency), agencyKind: agencyKindOf(options.agencyKind) };
  const places = await loadPlaces();
  try {
    const { report } = recogniseFile(await openFile(readBytes(path), path, path), given, places);
    await write(io.stdout, `${JSON.stringify(report, null, 2)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Failure(`${path}：${error.message}`, { cause: error });
    throw error;
  }
}
