import { no } from '../../domain/application/refusing.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { writtenDay } from '../../domain/workday/index.ts';
import { type ApplicationRow, applicationByNumber } from '../../store/applications.ts';
import type { Database } from '../../store/database.ts';
import type { CaseRecord } from './case-record.ts';

const article = '第三十六条第（六）项';

const same = (one: Uint8Array | null, other: Uint8Array | null): boolean =>
  one !== null && other !== null && Buffer.from(one).equals(other);

/** Whether somebody else asked then: neither his number nor his name is this applicant's. */
const another = (earlier: ApplicationRow, { row }: CaseRecord): boolean =>
  !same(earlier.identity_hash, row.identity_hash) && !same(earlier.name_hash, row.name_hash);

/**
 * 不予重复处理 rests on an answer to the same applicant (第三十六条第（六）项): where the number is one of this register,
 * what is said of that answer must be what the register has. A number from before the register is taken as it is given.
 */
export async function checkEarlier(database: Database, record: CaseRecord): Promise<Refusal | undefined> {
  const { draft } = record.state;
  if (draft === null || draft.answer !== 'declined.repeated' || draft.earlier === null) return undefined;
  const { number, letter, answeredOn } = draft.earlier;
  const found = await applicationByNumber(database, record.agencyId, number);
  if (found === null) return undefined;
  if (found.id === record.id)
    return no('earlierNone', '填写的是本件自己的登记编号。请填写此前已经答复的那一件。', article);
  const { answer, letter: sent } = found.state;
  if (answer === null || answer.startsWith('other.') || sent === null)
    return no('earlierNone', `登记编号${number}的申请没有作出过答复，不能作为重复申请的依据。`, article);
  if (another(found, record))
    return no(
      'earlierApplicant',
      `登记编号${number}的申请人不是本件的申请人，不能作为重复申请的依据。`,
      article,
    );
  if (sent.number !== letter)
    return no(
      'earlierLetter',
      `登记编号${number}的答复书是${sent.number}，与填写的不一致。请改正。`,
      article,
    );
  return sent.sentOn === answeredOn
    ? undefined
    : no(
        'earlierOn',
        `登记编号${number}的答复日期是${writtenDay(sent.sentOn)}，与填写的不一致。请改正。`,
        article,
      );
}
