import type { Urls } from '../http/urls.ts';
import { lawHrefOf } from '../theme/law-link.ts';
import type { OfficeShell } from '../theme/office-shell.ts';

/** The frame around the kit page for who has no account yet: an invented township on an invented day. */
export const sampleShell = (urls: Urls, at: string): OfficeShell => ({
  system: '公开',
  home: at,
  agency: '大坪镇人民政府',
  agencies: [
    { label: '大坪镇人民政府', href: at, current: true },
    { label: '云溪县人民政府办公室', href: `${at}?agency=2` },
  ],
  nav: [
    { group: null, items: [{ href: `${at}/list`, label: '工作台', icon: 'home', count: 8 }] },
    {
      group: '业务',
      items: [
        { href: `${at}?part=disclosure`, label: '主动公开', icon: 'file', count: 4 },
        { href: `${at}?part=applications`, label: '依申请公开', icon: 'compose', count: 12 },
        { href: `${at}?part=remedies`, label: '复议诉讼', icon: 'gavel' },
        { href: `${at}?part=interaction`, label: '互动回应', icon: 'chat', count: 2 },
      ],
    },
    {
      group: '报告',
      items: [
        { href: `${at}?part=report`, label: '年度报告', icon: 'chart' },
        { href: `${at}?part=statistics`, label: '统计表', icon: 'grid' },
        { href: `${at}?part=channels`, label: '门户与渠道', icon: 'eye' },
      ],
    },
    {
      group: '管理',
      items: [
        { href: `${at}?part=supervision`, label: '监督', icon: 'flag', count: 3 },
        { href: `${at}?part=organisation`, label: '组织保障', icon: 'people' },
        { href: at, label: '组件与状态', icon: 'gear' },
      ],
    },
  ],
  search: { action: at },
  notices: { href: `${at}?part=notices`, unread: 3 },
  person: {
    name: '周文静',
    role: '政务公开专员',
    links: [{ label: '我的账号', href: `${at}?part=account` }],
    acts: [],
  },
  today: ['今天是 2026年10月16日', '星期五 · 工作日'],
  style: urls.asset('office.css'),
  script: urls.asset('office.js'),
  lawHref: lawHrefOf(urls),
});
