import type { PersonSheet } from '../../app/queries/people.ts';
import { ActForm } from '../theme/act-form.tsx';
import type { OfficePage } from './page.ts';

const moment = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});
export const instantWords = (at: Date): string => moment.format(at);

/** Where somebody is signed in, each to be ended by itself. */
export const SessionTable = ({
  page: { fields },
  sessions,
  action,
}: {
  page: OfficePage;
  sessions: PersonSheet['sessions'];
  action: string;
}) =>
  sessions.length === 0 ? (
    <p class="gk-muted">现在没有登录。</p>
  ) : (
    <table class="gk-table">
      <thead>
        <tr>
          <th scope="col">登录时间</th>
          <th scope="col">最迟到</th>
          <th scope="col">办理</th>
        </tr>
      </thead>
      <tbody>
        {sessions.map(({ id, at, until, current }) => (
          <tr>
            <th scope="row">{instantWords(at)}</th>
            <td>{instantWords(until)}</td>
            <td>
              {current ? (
                '本次登录'
              ) : (
                <ActForm
                  class="btn btn-outline-danger btn-sm"
                  act={{ label: '结束', action, fields: { ...fields, sessionId: id } }}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
