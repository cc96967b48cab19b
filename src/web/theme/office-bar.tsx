import { ActForm } from './act-form.tsx';
import { Icon } from './icons.tsx';
import type { Choice, OfficeShell } from './office-shell.ts';

const Choices = ({ choices }: { choices: readonly Choice[] }) => (
  <ul>
    {choices.map(({ label, href, current }) => (
      <li>
        <a href={href} {...(current ? { 'aria-current': 'true' } : {})}>
          {label}
        </a>
      </li>
    ))}
  </ul>
);

const Agency = ({ shell: { agency, agencies } }: { shell: OfficeShell }) =>
  agencies.length === 0 ? (
    <span class="gk-ounit">{agency}</span>
  ) : (
    <details class="gk-drop-menu gk-ounit">
      <summary>
        <span class="visually-hidden">切换机关，现在是</span>
        <span>{agency}</span>
        <Icon name="down" />
      </summary>
      <Choices choices={agencies} />
    </details>
  );

const Search = ({ search }: { search: NonNullable<OfficeShell['search']> }) => (
  // biome-ignore lint/a11y/useSemanticElements: Chromium 86 knows no search element
  <form class="gk-osearch" role="search" action={search.action} aria-label="全局检索">
    <Icon name="search" />
    <label class="visually-hidden" for="os">
      检索申请、机关、人员
    </label>
    <input
      id="os"
      name="q"
      type="search"
      placeholder="申请编号、机关、人员"
      maxlength={80}
      value={search.value ?? ''}
    />
  </form>
);

const Person = ({ person }: { person: NonNullable<OfficeShell['person']> }) => (
  <details class="gk-drop-menu gk-operson">
    <summary>
      <Icon name="person" />
      <span class="visually-hidden">账号：</span>
      <span class="gk-oname">{person.name}</span>
      <Icon name="down" />
    </summary>
    <div>
      <p>
        <strong>{person.name}</strong>
        {person.role !== undefined && <span>{person.role}</span>}
      </p>
      <Choices choices={person.links} />
      {person.acts.map((act) => (
        <ActForm act={act} class="gk-menu-act" />
      ))}
    </div>
  </details>
);

/** The 48 px bar: system, agency with its switcher, search, notices, person. The menus are `details`: no script. */
export const OfficeBar = ({ shell }: { shell: OfficeShell }) => (
  <header class="gk-obar">
    <a class="gk-menu-open" href="#nav">
      <Icon name="menu" />
      <span class="visually-hidden">打开菜单</span>
    </a>
    <a class="gk-obrand" href={shell.home}>
      {shell.system}
    </a>
    <Agency shell={shell} />
    {shell.search && <Search search={shell.search} />}
    {shell.search && (
      <a class="gk-obtn gk-obar-find" href={shell.search.action}>
        <Icon name="search" />
        <span class="visually-hidden">检索</span>
      </a>
    )}
    {shell.notices && (
      <a class="gk-obtn" href={shell.notices.href}>
        <Icon name="bell" />
        <span class="visually-hidden">消息，{shell.notices.unread} 条未读</span>
        {shell.notices.unread > 0 && (
          <span class="gk-pip" aria-hidden="true">
            {shell.notices.unread > 99 ? '99+' : shell.notices.unread}
          </span>
        )}
      </a>
    )}
    {shell.person && <Person person={shell.person} />}
  </header>
);
