import { largestSending } from '../../../app/applications/case-files.ts';
import { shanghaiDay } from '../../../app/calendar-years.ts';
import { approveGroup } from '../../../app/commands/groups/approve-group.ts';
import { carryGroupActs } from '../../../app/commands/groups/carry-group-acts.ts';
import { draftGroup } from '../../../app/commands/groups/draft-group.ts';
import { returnGroup } from '../../../app/commands/groups/return-group.ts';
import { takeOut } from '../../../app/commands/groups/take-out.ts';
import { takeOutLeftOut } from '../../../app/commands/groups/take-out-left-out.ts';
import type { GroupActDone } from '../../../app/groups/group-act.ts';
import { groupUnknown } from '../../../app/groups/group-record.ts';
import { groupLetter } from '../../../app/queries/groups/group-letter.ts';
import { type GroupSheet, groupSheet } from '../../../app/queries/groups/group-sheet.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { sentFiles } from '../../http/sent-files.ts';
import { type Fault, faultsOf } from '../faults.ts';
import { answer, goOn, type OfficePage, type Sent } from '../page.ts';
import type { Office } from '../router.ts';
import { agencyHere, mayHere, refOf } from './case-ref.ts';
import { draftOf, isAnswer } from './draft-form.ts';
import { DraftPage } from './draft-page.tsx';
import { text } from './field-defs.ts';
import { GroupActPage, GroupApprovePage } from './group-act-page.tsx';
import { type GroupActDef, type GroupBase, groupActDefs } from './group-defs.ts';
import { GroupPage, groupCrumbs } from './group-page.tsx';
import { groupPath } from './group-words.ts';
import { dueOf } from './words.ts';

const pageSize = 50;
/** Up to this size a group is done with while the person waits; larger ones are the job's. */
const atOnce = 80;

async function withGroup(
  page: OfficePage,
  show: (sheet: GroupSheet) => Promise<Response | Refusal> | Response | Refusal,
): Promise<Response | Refusal> {
  const ref = refOf(page);
  if (isRefusal(ref)) return ref.code === 'application.unknown' ? groupUnknown : ref;
  const sheet = await groupSheet(page.context, {
    ...ref,
    after: page.c.req.query('after') ?? null,
    leftOutAfter: page.c.req.query('leftOutAfter') ?? null,
    limit: pageSize,
  });
  return isRefusal(sheet) ? sheet : show(sheet);
}

const status = (faults: readonly Fault[]): 200 | 422 => (faults.length === 0 ? 200 : 422);

const actForm = (page: OfficePage, def: GroupActDef, sent: Sent, faults: readonly Fault[]) =>
  withGroup(page, async (sheet) => {
    const denied = await page.may(`applicationGroup.${def.act}`, sheet.line);
    return (
      denied ??
      answer(
        page,
        <GroupActPage page={page} sheet={sheet} def={def} sent={sent} faults={faults} />,
        status(faults),
      )
    );
  });

/** What came of an act: small groups are done at once, so that nobody waits for the job. */
async function noted(
  page: OfficePage,
  { agencyId, groupId }: GroupBase,
  outcome: GroupActDone | Refusal,
  again: (faults: readonly Fault[]) => Promise<Response | Refusal>,
): Promise<Response | Refusal> {
  if (isRefusal(outcome))
    return outcome.code.startsWith('policy.') || outcome.code.endsWith('.unknown')
      ? outcome
      : again(faultsOf(outcome));
  if (outcome.members <= atOnce)
    await carryGroupActs(page.deps.context, {
      only: { agencyId, id: outcome.actId },
    });
  return goOn(page, groupPath({ id: groupId }), 'groupActed');
}

function baseOf(page: OfficePage, sent: Sent): GroupBase | Refusal {
  const ref = refOf(page);
  return isRefusal(ref) ? groupUnknown : { agencyId: ref.agencyId, groupId: ref.id, on: text(sent, 'on') };
}

async function perform(page: OfficePage, def: GroupActDef, sent: Sent): Promise<Response | Refusal> {
  const base = baseOf(page, sent);
  if (isRefusal(base)) return base;
  const [file = null] = def.takesFile ? await sentFiles((await page.c.req.parseBody()).file) : [];
  const outcome = await def.perform(page.context, base, sent, file);
  return noted(page, base, outcome, (faults) => actForm(page, def, sent, faults));
}

const draftForm = (page: OfficePage, sent: Sent, faults: readonly Fault[]) =>
  withGroup(page, async (sheet) => {
    const denied = await page.may('applicationGroup.draft', sheet.line);
    if (denied !== null) return denied;
    const { answer: asked, choose } = page.c.req.query();
    const wanted = sent.answer ?? asked ?? (choose === undefined ? sheet.draft?.answer : undefined);
    const subject = {
      path: groupPath(sheet.line),
      crumbs: groupCrumbs({ page, sheet }, '拟写答复'),
      lead: sheet.line.title,
      due: dueOf(sheet.line.clock, page.context.calendar()),
      draft: sheet.draft,
    };
    return answer(
      page,
      <DraftPage
        page={page}
        subject={subject}
        answer={isAnswer(wanted) ? wanted : null}
        sent={sent}
        faults={faults}
      />,
      status(faults),
    );
  });

async function draft(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const base = baseOf(page, sent);
  if (isRefusal(base)) return base;
  if (!isAnswer(sent.answer)) return draftForm(page, sent, []);
  const outcome = await draftGroup(page.context, { ...base, draft: draftOf(sent.answer, sent) });
  return noted(page, base, outcome, (faults) => draftForm(page, sent, faults));
}

const approveForm = (page: OfficePage, sent: Sent, faults: readonly Fault[]) =>
  withGroup(page, async (sheet) => {
    const denied = await page.may('applicationGroup.approve', sheet.line);
    if (denied !== null) return denied;
    const letter = await groupLetter(page.context, sheet.line);
    if (isRefusal(letter)) return letter;
    return answer(
      page,
      <GroupApprovePage page={page} sheet={sheet} letter={letter} sent={sent} faults={faults} />,
      status(faults),
    );
  });

async function decide(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const found = baseOf(page, sent);
  if (isRefusal(found)) return found;
  const base = { ...found, on: shanghaiDay(page.context.now()) };
  const words = text(sent, 'opinion');
  const outcome =
    sent.decision === 'return'
      ? await returnGroup(page.context, { ...base, reason: words })
      : await approveGroup(page.context, { ...base, opinion: words, text: text(sent, 'text') });
  return noted(page, base, outcome, (faults) => approveForm(page, sent, faults));
}

async function takeOutOne(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const agencyId = agencyHere(page);
  if (isRefusal(agencyId)) return agencyId;
  const outcome = await takeOut(page.context, { agencyId, applicationId: sent.applicationId ?? '' });
  return isRefusal(outcome)
    ? outcome
    : goOn(page, `/office/applications/${sent.applicationId}`, 'groupTakenOut');
}

async function takeOutAll(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const ref = refOf(page);
  if (isRefusal(ref)) return groupUnknown;
  const { agencyId, id: groupId } = ref;
  const outcome = await takeOutLeftOut(page.context, { agencyId, groupId, actId: sent.actId ?? '' });
  return isRefusal(outcome) ? outcome : goOn(page, groupPath({ id: groupId }), 'groupTakenOut');
}

/** Applications of one text, each group with a page of its own. */
export function groupRoutes(office: Office): void {
  const at = '/applications/groups/:id';
  office.get(at, 'applicationGroup.read', (page) =>
    withGroup(page, (sheet) =>
      answer(
        page,
        <GroupPage
          page={page}
          sheet={sheet}
          mayTakeOut={mayHere(page, 'applicationGroup.takeOut')}
          after={page.c.req.query('after') ?? null}
        />,
      ),
    ),
  );
  office.get(`${at}/draft`, 'applicationGroup.draft', (page) => draftForm(page, {}, []));
  office.post(`${at}/draft`, 'applicationGroup.draft', draft);
  office.get(`${at}/approve`, 'applicationGroup.approve', (page) => approveForm(page, {}, []));
  office.post(`${at}/approve`, 'applicationGroup.approve', decide);
  office.post(`${at}/take-out`, 'applicationGroup.takeOut', takeOutOne);
  office.post(`${at}/take-out-all`, 'applicationGroup.takeOut', takeOutAll);
  for (const def of groupActDefs) {
    const act = `applicationGroup.${def.act}` as const;
    office.get(`${at}/${def.path}`, act, (page) => actForm(page, def, {}, []));
    const largest = def.takesFile ? largestSending : undefined;
    office.post(`${at}/${def.path}`, act, (page, sent) => perform(page, def, sent), largest);
  }
}
