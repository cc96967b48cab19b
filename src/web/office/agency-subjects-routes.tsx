import { addAgencySubject } from '../../app/commands/add-agency-subject.ts';
import { removeAgencySubject } from '../../app/commands/remove-agency-subject.ts';
import { agencySubjects } from '../../app/queries/agency-subjects.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { AgencySubjectsPage } from './agency-subjects-page.tsx';
import { type Fault, faultsOf } from './faults.ts';
import { answer, goOn, type OfficePage, type Sent } from './page.ts';
import type { Office } from './router.ts';

const sheetOf = (page: OfficePage) => agencySubjects(page.context, { slug: page.c.req.param('slug') ?? '' });

async function show(
  page: OfficePage,
  sent: Sent = {},
  faults: readonly Fault[] = [],
): Promise<Response | Refusal> {
  const sheet = await sheetOf(page);
  if (isRefusal(sheet)) return sheet;
  return answer(
    page,
    <AgencySubjectsPage page={page} sheet={sheet} sent={sent} faults={faults} />,
    faults.length === 0 ? 200 : 422,
  );
}

const deed =
  (done: string, perform: (page: OfficePage, agencyId: string, sent: Sent) => Promise<unknown>) =>
  async (page: OfficePage, sent: Sent): Promise<Response | Refusal> => {
    const sheet = await sheetOf(page);
    if (isRefusal(sheet)) return sheet;
    const outcome = await perform(page, sheet.agency.id, sent);
    if (!isRefusal(outcome))
      return goOn(page, `/office/agencies/${encodeURIComponent(sheet.agency.slug)}/subjects`, done);
    return outcome.code.startsWith('policy.') ? outcome : show(page, sent, faultsOf(outcome));
  };

/** Words of subjects of an agency. */
export function agencySubjectsRoutes(office: Office): void {
  const at = '/agencies/:slug/subjects';
  office.get(at, 'agency.list', (page) => show(page));
  office.post(
    at,
    'agency.changeSubjects',
    deed('subjectAdded', ({ context }, agencyId, sent) => {
      const { word = '', holder = '', name = '', contact = '' } = sent;
      return addAgencySubject(context, { agencyId, word, holder: holder as never, name, contact });
    }),
  );
  office.post(
    `${at}/remove`,
    'agency.changeSubjects',
    deed('subjectRemoved', ({ context }, agencyId, { subjectId = '' }) =>
      removeAgencySubject(context, { agencyId, subjectId }),
    ),
  );
}
