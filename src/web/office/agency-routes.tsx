import { contactIds } from '../../app/agencies/contacts.ts';
import { agencyMeant, agencyMeantOrNone } from '../../app/agencies/subject.ts';
import { reachOf } from '../../app/authorise.ts';
import { shanghaiDay } from '../../app/calendar-years.ts';
import { changeAgencyContacts } from '../../app/commands/change-agency-contacts.ts';
import { changeAgencyKind } from '../../app/commands/change-agency-kind.ts';
import { closeAgency } from '../../app/commands/close-agency.ts';
import { mergeAgency } from '../../app/commands/merge-agency.ts';
import { moveAgency } from '../../app/commands/move-agency.ts';
import { renameAgency } from '../../app/commands/rename-agency.ts';
import { type AgencySheet, agencySheet } from '../../app/queries/agencies.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { treeAsked } from '../theme/tree-field.tsx';
import { AgencySheetPage } from './agency-sheet-page.tsx';
import { agencyTree } from './agency-tree.tsx';
import { type Fault, faultsOf } from './faults.ts';
import { answer, goOn, type OfficePage, type Sent } from './page.ts';
import type { Office } from './router.ts';

const slugOf = ({ c }: OfficePage): string => c.req.param('slug') ?? '';

async function sheetPage(
  page: OfficePage,
  sent: Sent = {},
  faults: readonly Fault[] = [],
): Promise<Response | Refusal> {
  const sheet = await agencySheet(page.context, { slug: slugOf(page) });
  if (isRefusal(sheet)) return sheet;
  const ids = sheet.line.map(({ id }) => id);
  const within = (act: Parameters<typeof reachOf>[1]): boolean => {
    const { own, below } = reachOf(page.context, act);
    return own.includes(sheet.id) || ids.slice(0, -1).some((id) => below.includes(id));
  };
  const rights = {
    change: within('agency.change'),
    contacts: within('agency.changeContacts'),
    close: within('agency.close'),
  };
  const today = shanghaiDay(page.context.now());
  const trees = {
    superior: await agencyTree(page, sent, 'superior'),
    successor: await agencyTree(page, sent, 'successor'),
  };
  return answer(
    page,
    <AgencySheetPage {...{ page, sheet, rights, sent, faults, today, trees }} />,
    faults.length === 0 ? 200 : 422,
  );
}

/** A form that only asks to open a level or to search, without script. */
const asksTree = (sent: Sent): boolean =>
  treeAsked(sent, 'superior') !== null || treeAsked(sent, 'successor') !== null;

/** An act on the agency of the address: done, or the page again with what is wrong. */
async function act(
  page: OfficePage,
  sent: Sent,
  done: string,
  perform: (sheet: AgencySheet) => Promise<{ readonly slug: string } | Refusal>,
): Promise<Response | Refusal> {
  if (asksTree(sent)) return sheetPage(page, sent);
  const sheet = await agencySheet(page.context, { slug: slugOf(page) });
  if (isRefusal(sheet)) return sheet;
  const outcome = await perform(sheet);
  if (!isRefusal(outcome)) return goOn(page, `/office/agencies/${encodeURIComponent(sheet.slug)}`, done);
  return outcome.code.startsWith('policy.') ? outcome : sheetPage(page, sent, faultsOf(outcome));
}

/** One agency: its sheet, and each act on it. */
export function agencyRoutes(office: Office): void {
  office.get('/agencies/:slug', 'agency.list', (page) => sheetPage(page));
  office.post('/agencies/:slug/name', 'agency.change', (page, sent) =>
    act(page, sent, 'agencyChanged', ({ id }) =>
      renameAgency(page.context, { agencyId: id, name: sent.name ?? '' }),
    ),
  );
  office.post('/agencies/:slug/superior', 'agency.change', (page, sent) =>
    act(page, sent, 'agencyChanged', async ({ id }) => {
      const superior = await agencyMeant(page.context.store.database, sent.superior ?? '', 'superior');
      return isRefusal(superior)
        ? superior
        : moveAgency(page.context, { agencyId: id, superiorId: superior.id });
    }),
  );
  office.post('/agencies/:slug/kind', 'agency.change', (page, sent) =>
    act(page, sent, 'agencyChanged', ({ id }) =>
      changeAgencyKind(page.context, {
        agencyId: id,
        kind: (sent.kind ?? '') as never,
        makesRegulations: sent.makesRegulations === '1',
      }),
    ),
  );
  office.post('/agencies/:slug/contacts', 'agency.changeContacts', (page, sent) =>
    act(page, sent, 'contactsSaved', ({ id }) => {
      const contacts = Object.fromEntries(contactIds.map((each) => [each, sent[each] ?? '']));
      return changeAgencyContacts(page.context, { agencyId: id, ...contacts } as never);
    }),
  );
  office.post('/agencies/:slug/end', 'agency.close', (page, sent) =>
    act(page, sent, 'agencyEnded', async ({ id }) => {
      const merged = sent.how === 'merge';
      const { database } = page.context.store;
      const successor = await (merged ? agencyMeant : agencyMeantOrNone)(
        database,
        sent.successor ?? '',
        'successor',
      );
      if (isRefusal(successor)) return successor;
      const input = { agencyId: id, lastDay: sent.lastDay ?? '' };
      return merged && successor !== null
        ? mergeAgency(page.context, { ...input, successorId: successor.id })
        : closeAgency(page.context, { ...input, successorId: successor?.id ?? null });
    }),
  );
}
