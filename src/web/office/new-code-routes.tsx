import { giveNewCode } from '../../app/commands/applications/give-new-code.ts';
import { giveNewClaimCode } from '../../app/commands/claims/give-new-claim-code.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { claimOf, erasedHere, refOf } from './applications/case-ref.ts';
import { type Fault, faultsOf } from './faults.ts';
import { NewCodePage } from './new-code-page.tsx';
import { answer, type OfficePage, type Sent } from './page.ts';
import type { Office } from './router.ts';

interface Kind {
  readonly list: { readonly path: string; readonly label: string };
  readonly act: 'application.newCode' | 'claim.newCode';
  readonly refOf: typeof refOf;
  readonly give: typeof giveNewCode | typeof giveNewClaimCode;
  /** Why no code can be given, where that is plain before. */
  readonly refused: (page: OfficePage, ref: { agencyId: string; id: string }) => Promise<Refusal | null>;
}

const kinds: readonly Kind[] = [
  {
    list: { path: '/office/applications', label: '依申请公开' },
    act: 'application.newCode',
    refOf,
    give: giveNewCode,
    refused: erasedHere,
  },
  {
    list: { path: '/office/claims', label: '更正和个人信息' },
    act: 'claim.newCode',
    refOf: claimOf,
    give: giveNewClaimCode,
    refused: async () => null,
  },
];

function routesOf(office: Office, { list, act, give, refused, ...kind }: Kind): void {
  const form = (page: OfficePage, id: string, sent: Sent, faults: readonly Fault[]) =>
    answer(
      page,
      <NewCodePage
        page={page}
        of={{ path: `${list.path}/${id}`, list }}
        sent={sent}
        faults={faults}
        made={null}
      />,
      faults.length === 0 ? 200 : 422,
    );
  const path = `${list.path.slice('/office'.length)}/:id/code`;
  office.get(path, act, async (page) => {
    const ref = kind.refOf(page);
    if (isRefusal(ref)) return ref;
    const denied = (await page.may(act, ref)) ?? (await refused(page, ref));
    return denied ?? form(page, ref.id, {}, []);
  });
  office.post(path, act, async (page, sent) => {
    const ref = kind.refOf(page);
    if (isRefusal(ref)) return ref;
    const made = await give(page.context, { ...ref, checked: sent.checked as never });
    if (isRefusal(made))
      return made.code === 'input.invalid' ? form(page, ref.id, sent, faultsOf(made)) : made;
    const of = { path: `${list.path}/${ref.id}`, list };
    return answer(page, <NewCodePage page={page} of={of} sent={{}} faults={[]} made={made} />);
  });
}

/** New codes for people who lost theirs. */
export function newCodeRoutes(office: Office): void {
  for (const kind of kinds) routesOf(office, kind);
}
