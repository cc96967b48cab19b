import type { Office } from '../router.ts';
import { caseRoutes } from './case-routes.tsx';
import { dueMonthRoutes } from './due-month-routes.tsx';
import { figureRoutes } from './figure-routes.tsx';
import { groupRoutes } from './group-routes.tsx';
import { holdersRoutes } from './holders-routes.tsx';
import { listRoutes } from './list-routes.tsx';
import { newRoutes } from './new-routes.tsx';
import { proposalsRoutes } from './proposals-routes.tsx';
import { retentionRoutes } from './retention-routes.tsx';
import { letterSettingsRoutes } from './settings-routes.tsx';

/** Everything under /office/applications. */
export function applicationRoutes(office: Office): void {
  listRoutes(office);
  figureRoutes(office);
  dueMonthRoutes(office);
  holdersRoutes(office);
  proposalsRoutes(office);
  letterSettingsRoutes(office);
  newRoutes(office);
  groupRoutes(office);
  retentionRoutes(office);
  caseRoutes(office);
}
