import type { Advice } from '../../domain/application/advice.ts';
import { adviseOnSubject } from '../../domain/application/subject-advice.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { agencyBySlug } from '../../store/agencies.ts';
import { type SubjectRow, subjectsIn, subjectsOf } from '../../store/agency-subjects.ts';
import { agencyUnknown } from '../agencies/subject.ts';
import { authorise, mustBeAllowed } from '../authorise.ts';
import type { AppContext } from '../context.ts';
import { query } from '../query.ts';

export interface SubjectSheet {
  readonly agency: { readonly id: string; readonly slug: string; readonly name: string };
  readonly mayChange: boolean;
  readonly words: readonly Pick<SubjectRow, 'id' | 'word' | 'holder' | 'name' | 'contact'>[];
}

const agencyOf = async ({ store }: AppContext, slug: string) =>
  (await store.read((database) => agencyBySlug(database, slug))) ?? agencyUnknown;

/** The words that an agency keeps. */
export const agencySubjects = query({
  act: 'agency.list',
  async subject(context, { slug }: { readonly slug: string }) {
    const agency = await agencyOf(context, slug);
    return isRefusal(agency) ? agency : { agencyId: agency.id };
  },
  async run(context, { slug }): Promise<SubjectSheet | Refusal> {
    const agency = await agencyOf(context, slug);
    if (isRefusal(agency)) return agency;
    const { id, name } = agency;
    return context.store.read(async (database) => ({
      agency: { id, slug, name },
      mayChange: (await authorise(database, context, 'agency.changeSubjects', { agencyId: id })) === null,
      words: await subjectsOf(database, id),
    }));
  },
});

/** What an applicant is told before sending to an agency, by the words of what is asked for. */
export async function subjectAdvice(
  context: AppContext,
  agencyId: string,
  text: string,
): Promise<readonly Advice[]> {
  mustBeAllowed(context, 'portal.read');
  return adviseOnSubject(text, await context.store.read((database) => subjectsIn(database, agencyId, text)));
}
