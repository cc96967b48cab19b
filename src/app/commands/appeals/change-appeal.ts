import * as z from 'zod';
import { checkCourse } from '../../../domain/appeal/course.ts';
import { refuse } from '../../../domain/refusal.ts';
import type { Day } from '../../../domain/workday/index.ts';
import { updateAppeal } from '../../../store/appeals.ts';
import { loadAppeal } from '../../appeals/appeal-record.ts';
import { daySchema } from '../../applications/application-act.ts';
import { shanghaiDay } from '../../calendar-years.ts';
import { command } from '../../command.ts';

const nothing = refuse('appeal.nothing', '没有收到要保存的日期，原来的登记没有改动。请在本页填写后再保存。');

/**
 * The course of an appeal: when the copy came, when the agency replied, when it was heard. A day that is not named stays
 * as it is; null takes it away.
 */
export const changeAppeal = command({
  act: 'appeal.change',
  input: z.strictObject({
    agencyId: z.uuid(),
    appealId: z.uuid(),
    copyReceivedOn: daySchema.nullable().optional(),
    repliedOn: daySchema.nullable().optional(),
    hearingOn: daySchema.nullable().optional(),
  }),
  load: (transaction, { agencyId, appealId }, { vault }) =>
    loadAppeal(transaction, vault, { agencyId, id: appealId }),
  async run({ transaction, loaded, input, at, record }) {
    const { copyReceivedOn, repliedOn, hearingOn } = input;
    if (copyReceivedOn === undefined && repliedOn === undefined && hearingOn === undefined) return nothing;
    const { row } = loaded;
    const course = {
      copyReceivedOn: copyReceivedOn === undefined ? (row.copy_received_on as Day | null) : copyReceivedOn,
      repliedOn: repliedOn === undefined ? (row.replied_on as Day | null) : repliedOn,
      hearingOn: hearingOn === undefined ? (row.hearing_on as Day | null) : hearingOn,
    };
    const fault = checkCourse(row.accepted_on as Day, course, shanghaiDay(at));
    if (fault !== undefined) return fault;
    await updateAppeal(transaction, loaded, {
      copy_received_on: course.copyReceivedOn,
      replied_on: course.repliedOn,
      hearing_on: course.hearingOn,
    });
    await record({
      agencyId: loaded.agencyId,
      kind: 'appeal.changed',
      subjectId: loaded.id,
      facts: course,
    });
    return { id: loaded.id };
  },
});
