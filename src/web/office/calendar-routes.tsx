import { topAgency } from '../../app/calendar/top-agency.ts';
import { loadCalendarYear } from '../../app/commands/load-calendar-year.ts';
import { calendarPreview, knownYears } from '../../app/queries/calendar.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { CalendarPage, CalendarPreviewPage, CalendarTakenPage } from './calendar-page.tsx';
import { type Fault, faultsOf } from './faults.ts';
import { answer, type OfficePage, type Sent } from './page.ts';
import type { Office } from './router.ts';

async function show(
  page: OfficePage,
  sent: Sent = {},
  faults: readonly Fault[] = [],
): Promise<Response | Refusal> {
  const years = await knownYears(page.context, {});
  if (isRefusal(years)) return years;
  const denied = await page.may('calendar.load', { agencyId: await topAgency(page.context) });
  return answer(
    page,
    <CalendarPage page={page} years={years} mayLoad={denied === null} sent={sent} faults={faults} />,
    faults.length === 0 ? 200 : 422,
  );
}

const refused = (page: OfficePage, sent: Sent, refusal: Refusal): Promise<Response | Refusal> | Refusal =>
  refusal.code.startsWith('policy.') ? refusal : show(page, sent, faultsOf(refusal));

/** The years of working days: seen by everybody, loaded by who administers the installation. */
export function calendarRoutes(office: Office): void {
  office.get('/calendar', 'office.enter', (page) => show(page));
  office.post('/calendar', 'calendar.load', async (page, sent) => {
    const text = sent.text ?? '';
    const preview = await calendarPreview(page.context, { text });
    if (isRefusal(preview)) return refused(page, sent, preview);
    return answer(page, <CalendarPreviewPage page={page} text={text} {...preview} />);
  });
  office.post('/calendar/load', 'calendar.load', async (page, sent) => {
    const outcome = await loadCalendarYear(page.context, { text: sent.text ?? '' });
    if (isRefusal(outcome)) return refused(page, sent, outcome);
    page.context.keepYear(outcome.year);
    return answer(page, <CalendarTakenPage page={page} {...outcome} />);
  });
}
