import type { Letter } from '../../domain/application/letters/letter.ts';
import type { LetterDress } from '../../report/render/letter-page.ts';
import type { LetterRow } from '../../store/application-letters.ts';
import type { AppContext } from '../context.ts';
import { imageOfLetter } from '../seals/seal-image.ts';
import type { CaseRecord } from './case-record.ts';
import { openBody } from './letters.ts';

/** A letter to take away: with the seal it was sent under, or marked as a draft. */
export interface LetterDownload {
  readonly letter: Letter;
  readonly dress: LetterDress;
}

export async function downloadOf(
  { store, vault }: AppContext,
  record: CaseRecord,
  row: LetterRow,
): Promise<LetterDownload> {
  const { letter, seal } = openBody(record, row.sealed_body);
  const image = await store.read((database) => imageOfLetter(database, vault, record.agencyId, seal));
  return { letter, dress: { seal: image, draft: row.status !== 'sent' } };
}
