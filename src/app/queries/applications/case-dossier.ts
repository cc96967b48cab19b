import { isRefusal, type Refusal, refuse } from '../../../domain/refusal.ts';
import { accountNames } from '../../../store/accounts.ts';
import type { CaseRef } from '../../../store/applications.ts';
import { appendEvent } from '../../../store/events.ts';
import { eventsOfKind } from '../../../store/record.ts';
import { logReading } from '../../access-log.ts';
import { accessOf, subjectOf } from '../../applications/opened-case.ts';
import { actorId } from '../../context.ts';
import { type Dossier, makeDossier } from '../../dossier/make-dossier.ts';
import { matterOf } from '../../dossier/matter.ts';
import { query } from '../../query.ts';

const kind = 'application.dossierMade';
const minute = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

export interface NamedDossier extends Dossier {
  /** Of the download: the number of the case, nobody's name. */
  readonly name: string;
}

/**
 * The file of a case as one PDF, for review and court; all of it is read, so the reading is logged with what for, and the
 * hash of what was made stands in the record. Refused: no purpose.
 */
export const caseDossier = query({
  act: 'application.exportFile',
  subject: (_, { agencyId, id }: CaseRef & { readonly purpose: string }) => subjectOf({ agencyId, id }),
  async run(context, { purpose, ...ref }): Promise<NamedDossier | Refusal> {
    if (purpose.trim() === '')
      return refuse('application.purpose', '请写明导出案卷的用途，例如“行政复议答复”。', {
        fields: [{ field: 'purpose', message: '请写明用途。' }],
      });
    const matter = await matterOf(context, ref);
    if (isRefusal(matter)) return matter;
    await logReading(context, accessOf(ref, 'application.exportFile'), purpose.trim());
    const { actor } = context;
    const by = typeof actor === 'string' ? '系统' : actor.name;
    const at = context.now();
    const making = { by, at: minute.format(at), purpose: purpose.trim() };
    const dossier = await makeDossier(context, matter, making);
    const { sha256, pages, documents } = dossier;
    await context.store.write((transaction) =>
      appendEvent(transaction, {
        agencyId: ref.agencyId,
        kind,
        subjectId: ref.id,
        actor: actorId(actor),
        at,
        facts: { sha256, pages, documents },
      }),
    );
    const { state, row } = matter.record;
    return { ...dossier, name: `案卷${state.number ?? row.receipt_number}.pdf` };
  },
});

export interface MadeDossier {
  readonly at: Date;
  readonly by: string | null;
  readonly sha256: string;
  readonly pages: number;
  readonly documents: number;
}

const most = 50;

/** The files that were made of a case, the newest first, by whose hashes one that was handed in is told to be unchanged. */
export const dossiersMade = query({
  act: 'application.exportFile',
  subject: (_, ref: CaseRef) => subjectOf(ref),
  run: ({ store }, { agencyId, id }): Promise<readonly MadeDossier[]> =>
    store.read(async (database) => {
      const rows = await eventsOfKind(database, { agencyId, subjectId: id, kind, limit: most });
      const names = await accountNames(
        database,
        rows.map(({ actor }) => actor),
      );
      return rows.map(({ at, actor, facts }) => ({
        at,
        by: names.get(actor) ?? null,
        sha256: String(facts.sha256),
        pages: Number(facts.pages),
        documents: Number(facts.documents),
      }));
    }),
});
