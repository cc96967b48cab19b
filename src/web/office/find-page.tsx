import type { FoundIn } from '../../app/queries/find.ts';
import { OfficeFrame } from '../theme/office-frame.tsx';
import { Panel } from '../theme/panel.tsx';
import { Empty, Note } from '../theme/parts.tsx';
import type { OfficePage } from './page.ts';

export interface FindProps {
  readonly page: OfficePage;
  readonly text: string;
  readonly found: readonly FoundIn[];
}

/** On a phone the bar has no room for words: they stand on the page itself. */
const PhoneSearch = ({ search }: { search: NonNullable<OfficePage['shell']['search']> }) => (
  // biome-ignore lint/a11y/useSemanticElements: Chromium 86 knows no search element
  <form class="gk-find-here" role="search" action={search.action} aria-label="在本页检索">
    <label class="visually-hidden" for="fs">
      检索申请、机关、人员
    </label>
    <input
      class="form-control"
      id="fs"
      name="q"
      type="search"
      placeholder="申请编号、机关、人员"
      maxlength={80}
      value={search.value ?? ''}
    />
    <button class="btn btn-primary" type="submit">
      检索
    </button>
  </form>
);

/** What a search of the office found, part by part. */
export const FindPage = ({ page: { shell, at }, text, found }: FindProps) => {
  const shown = found.filter(({ hits }) => hits.length > 0);
  const missing = found.filter(({ late }) => late).map(({ label }) => label);
  const search = shell.search === null ? null : { ...shell.search, value: text };
  return (
    <OfficeFrame shell={{ ...shell, search }} title="检索" section="" lead={text === '' ? '' : `“${text}”`}>
      {search !== null && <PhoneSearch search={search} />}
      {missing.length > 0 && (
        <Note icon="alert" tone="soon">
          <p>{missing.join('、')}没有在时限内查完，请多输几个字，或到相应的列表中查找。</p>
        </Note>
      )}
      {shown.length === 0 && (
        <Empty title={text === '' ? '请输入要找的内容' : '没有找到'}>
          可以输入申请的编号，或者申请人的全名、证件号码、电话（逐字一致，查找会记入查阅记录）；机关的名称或代码，人员的姓名或登录名，年度报告中的词句。
        </Empty>
      )}
      {shown.map(({ label, hits, more }, index) => (
        <Panel id={`found-${index}`} title={label}>
          <ul class="gk-worklist">
            {hits.map(({ title, about, path }) => (
              <li>
                <a href={at(path)}>{title}</a>
                <span class="gk-muted">{about}</span>
              </li>
            ))}
          </ul>
          {more && <p class="gk-hint">还有更多，请多输几个字。</p>}
        </Panel>
      ))}
    </OfficeFrame>
  );
};
