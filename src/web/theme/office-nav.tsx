import { Icon } from './icons.tsx';
import type { NavItem, OfficeShell } from './office-shell.ts';

const Item = ({ item, current }: { item: NavItem; current: 'page' | 'true' | null }) => (
  <li>
    <a href={item.href} {...(current === null ? {} : { 'aria-current': current })}>
      {item.icon && <Icon name={item.icon} />}
      <span>{item.label}</span>
      {(item.count ?? 0) > 0 && (
        <b>
          <span class="visually-hidden">待办 </span>
          {item.count}
        </b>
      )}
    </a>
  </li>
);

/** On a phone the bar has no room for the search: it stands at the head of the menu. */
const MenuSearch = ({ search }: { search: NonNullable<OfficeShell['search']> }) => (
  // biome-ignore lint/a11y/useSemanticElements: Chromium 86 knows no search element
  <form class="gk-onav-search" role="search" action={search.action} aria-label="检索">
    <label class="visually-hidden" for="ns">
      检索申请、机关、人员
    </label>
    <input
      class="form-control"
      id="ns"
      name="q"
      type="search"
      placeholder="申请编号、机关、人员"
      maxlength={80}
    />
    <button class="btn btn-outline-primary" type="submit">
      检索
    </button>
  </form>
);

/**
 * The navigation beside the content; on a phone it opens by `:target`. `section` is the address of the entry the page
 * belongs to, `within` whether the page lies below it.
 */
export const OfficeNav = ({
  shell,
  section,
  within,
}: {
  shell: OfficeShell;
  section: string;
  within: boolean;
}) => (
  <nav class="gk-onav" id="nav" aria-label="办公端">
    <a class="gk-menu-close" href="#top">
      <Icon name="cross" />
      收起菜单
    </a>
    {shell.search && <MenuSearch search={shell.search} />}
    {shell.nav.map(({ group, items }, index) => (
      <>
        {group !== null && <p id={`nav-${index}`}>{group}</p>}
        <ul {...(group === null ? {} : { 'aria-labelledby': `nav-${index}` })}>
          {items.map((item) => (
            <Item item={item} current={item.href !== section ? null : within ? 'true' : 'page'} />
          ))}
        </ul>
      </>
    ))}
    <p class="gk-onav-foot">
      {shell.today.map((line) => (
        <span>{line}</span>
      ))}
    </p>
  </nav>
);
