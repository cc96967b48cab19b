import { describe, expect, it } from 'vitest';
import { renderPage } from './layout.tsx';
import { OfficeFrame, type OfficeFrameProps } from './office-frame.tsx';
import type { OfficeShell } from './office-shell.ts';

const shell: OfficeShell = {
  system: '公开',
  home: '/office',
  agency: '大坪镇<人民政府>',
  agencies: [],
  nav: [
    { group: null, items: [{ href: '/office', label: '工作台', count: 8 }] },
    { group: '业务', items: [{ href: '/office/cases', label: '依申请公开', count: 0 }] },
  ],
  search: { action: '/office/search' },
  notices: { href: '/office/notices', unread: 120 },
  person: {
    name: '周文静',
    links: [],
    acts: [{ label: '退出', action: '/office/sign-out', fields: { token: 'abc' } }],
  },
  today: ['今天是 2026年10月16日'],
  style: '/assets/office.css',
  script: '/assets/office.js',
  lawHref: () => null,
};

const html = (over: Partial<OfficeFrameProps> = {}) =>
  renderPage(
    <OfficeFrame shell={shell} title="在办" section="/office/cases" {...over}>
      <p>内容</p>
    </OfficeFrame>,
  );

describe('the frame of the office', () => {
  it('has one h1, one main, named navigations and the skip link first', () => {
    const text = html({ crumbs: [{ label: '依申请公开', href: '/office/cases' }, { label: '在办' }] });
    expect(text.match(/<h1/g)).toHaveLength(1);
    expect(text.match(/<main/g)).toHaveLength(1);
    expect(text.match(/<nav[^>]*aria-label="[^"]+"/g)).toHaveLength(2);
    expect(text.indexOf('gk-skip')).toBeLessThan(text.indexOf('<header'));
  });

  it('marks the entry of the page, and says when the page lies below it', () => {
    expect(html()).toContain('href="/office/cases" aria-current="page"');
    expect(html({ crumbs: [{ label: '在办' }] })).toContain('href="/office/cases" aria-current="true"');
  });

  it('shows counts that are there, and many notices as 99+', () => {
    expect(html()).toContain('待办 </span>8');
    expect(html()).not.toContain('待办 </span>0');
    expect(html()).toContain('消息，120 条未读');
    expect(html()).toContain('>99+</span>');
  });

  it('sends acts by forms of their own with their hidden fields, never by a link', () => {
    expect(html()).toMatch(
      /<form method="post" action="\/office\/sign-out"[^>]*><input type="hidden" name="token" value="abc"\/>/,
    );
  });

  it('has its place for messages even when there is none, so that one that comes is read out', () => {
    expect(html()).toContain('<div class="gk-flash" role="status" id="flash"></div>');
    const text = html({
      flash: { tone: 'ok', text: '已退回', undo: { label: '撤销', action: '/undo' } },
    });
    expect(text).toContain('已退回');
    expect(text).toContain('action="/undo"');
  });

  it('escapes names and holds nothing inline that a strict policy refuses', () => {
    expect(html()).toContain('大坪镇&lt;人民政府&gt;');
    expect(html()).not.toMatch(/ style=| on[a-z]+="|<style|<script(?! src)/);
  });

  it('works for who has no account: no search, no notices, no person', () => {
    const bare = html({ shell: { ...shell, search: null, notices: null, person: null } });
    expect(bare).not.toContain('role="search"');
    expect(bare).not.toContain('gk-operson');
  });
});
