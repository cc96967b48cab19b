import { dayNumber, workdayTable } from '../domain/workday/index.ts';
import { accountByUsername, membershipsOn } from '../store/accounts.ts';
import { agencyBySlug } from '../store/agencies.ts';
import { playDemonstrationCases } from './applications/demonstration-cases.ts';
import { mustBe, type Stage } from './applications/demonstration-stage.ts';
import { shanghaiDay } from './calendar-years.ts';
import { changeAgencyContacts } from './commands/change-agency-contacts.ts';
import { changeLetterSettings } from './commands/change-letter-settings.ts';
import type { AppContext, Person } from './context.ts';
import { isRoleId } from './policy/roles.ts';

const town = '990901101';

async function personOf(context: AppContext, username: string, agencyId: string): Promise<Person | null> {
  const account = await context.store.read((database) => accountByUsername(database, username));
  if (account === null) return null;
  const held = await context.store.read((database) =>
    membershipsOn(database, account.id, shanghaiDay(context.now())),
  );
  const holdings = held.flatMap(({ agency_id, role }) =>
    isRoleId(role) ? [{ agencyId: agency_id, role, deputy: false }] : [],
  );
  return { accountId: account.id, name: account.name, agencyId, holdings };
}

/**
 * Brings a dozen invented applications to the demonstration township, by the commands of the office itself, over the
 * working days before today; returns how many. Nothing where there are some already, or where the calendar ends before.
 */
export async function seedApplications(context: AppContext): Promise<number> {
  const agency = await context.store.read((database) => agencyBySlug(database, town));
  if (agency === null || !agency.demonstration) return 0;
  const present = await context.store.read((database) =>
    database.selectFrom('application').select('id').where('agency_id', '=', agency.id).limit(1).execute(),
  );
  const table = workdayTable(context.calendar());
  const today = dayNumber(shanghaiDay(context.now()));
  if (present.length > 0 || today > table.last) return 0;
  const people = new Map<string, Person>();
  for (const username of ['zhuanyuan', 'shenhe', 'zhenzhang']) {
    const person = await personOf(context, username, agency.id);
    if (person === null) return 0;
    people.set(username, person);
  }
  const stage: Stage = {
    agencyId: agency.id,
    day: (before) => table.dayOf(table.dayOfCount(table.upTo(today) - before)!),
    as: (username, day) => ({
      ...context,
      actor: people.get(username) ?? 'public',
      now: () => new Date(`${day}T10:00:00+08:00`),
    }),
  };
  await settle(stage);
  return playDemonstrationCases(stage);
}

async function settle({ agencyId, as, day }: Stage): Promise<void> {
  const clerk = as('zhuanyuan', day(60));
  await mustBe(
    '联系方式',
    changeAgencyContacts(clerk, {
      agencyId,
      office: '芦汀镇党政综合办公室',
      address: '云岫县芦汀镇芦花路1号',
      hours: '工作日8:30至12:00、14:00至17:30',
      phone: '0990-6600101',
      fax: '',
      online: 'https://www.yunxiu.example/luting',
    }),
  );
  await mustBe(
    '文书设置',
    changeLetterSettings(clerk, {
      agencyId,
      documentWord: '芦政公开',
      onlineReview: 'https://xzfy.yunxiu.example',
      payment: '凭通知书到云岫县财政非税收入收缴窗口缴纳',
      reviewOrgan: '',
      departmentAbove: '',
      court: '',
      receiptLetter: 'yes',
      consultationLetter: 'yes',
    }),
  );
}
