import { isRefusal } from '../domain/refusal.ts';
import { accountByUsername, hasRealPeople } from '../store/accounts.ts';
import { agencyBySlug } from '../store/agencies.ts';
import { createAccount } from './commands/create-account.ts';
import { grantRole } from './commands/grant-role.ts';
import type { AppContext } from './context.ts';
import type { RoleId } from './policy/roles.ts';

/** An invented person of the demonstration county. */
interface Invented {
  readonly username: string;
  readonly name: string;
  /** Slug of the agency. */
  readonly at: string;
  readonly roles: readonly RoleId[];
}

/** All of them come in by this password; it stands on the sign-in page of a demonstration and nowhere else. */
export const demonstrationPassword = 'Yunxiu-2026-demo';

const county = '990901';
const town = '990901101';

export const demonstrationPeople: readonly Invented[] = [
  { username: 'zhuren', name: '沈望', at: county, roles: ['disclosureOffice', 'officeHead', 'supervisor'] },
  {
    username: 'zhuanyuan',
    name: '江小禾',
    at: town,
    roles: ['contributor', 'disclosureOffice', 'caseHandler'],
  },
  {
    username: 'shenhe',
    name: '贺清',
    at: town,
    roles: ['firstReviewer', 'legalReviewer', 'secrecyReviewer'],
  },
  { username: 'zhenzhang', name: '陆远山', at: town, roles: ['approver', 'officeHead'] },
  { username: 'xitong', name: '方启', at: county, roles: ['systemAdministrator'] },
  { username: 'anquan', name: '闻静', at: county, roles: ['securityAdministrator'] },
  { username: 'shenji', name: '顾平', at: county, roles: ['auditor'] },
];

async function bring(context: AppContext, { username, name, at, roles }: Invented): Promise<boolean> {
  const agency = await context.store.read((database) => agencyBySlug(database, at));
  if (agency === null || !agency.demonstration) return false;
  if ((await context.store.read((database) => accountByUsername(database, username))) !== null) return false;
  const account = {
    agencyId: agency.id,
    username,
    name,
    password: demonstrationPassword,
    demonstration: true,
  };
  const made = await createAccount(context, account);
  if (isRefusal(made)) throw new Error(`示范账号 ${username} 未能建立：${made.message}`);
  for (const role of roles) {
    const grant = {
      accountId: made.id,
      agencyId: agency.id,
      role,
      from: '2026-01-01',
      to: null,
      deputyOf: null,
    };
    const granted = await grantRole(context, grant);
    if (isRefusal(granted)) throw new Error(`示范账号 ${username} 未能授予角色：${granted.message}`);
  }
  return true;
}

/** Brings the people of the demonstration county, where that is and nobody real works here; returns how many are new. */
export async function seedPeople(context: AppContext): Promise<number> {
  if (await context.store.read(hasRealPeople)) return 0;
  let added = 0;
  for (const person of demonstrationPeople) added += Number(await bring(context, person));
  return added;
}
