import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { metaOf, type TestSite, testSite } from '../../../test/support/web-site.ts';
import { rules } from '../../report/rules/index.ts';
import { type ExampleChange, exampleChanges } from './example-changes.ts';
import { ruleGroups } from './rule-groups.ts';
import { parseRulePage, rulePageText } from './rule-page-text.ts';

let site: TestSite;
beforeAll(async () => {
  site = await testSite();
}, 60_000);

describe('the pages of the rules', () => {
  it.each(rules)(
    '$code $id renders whole: what it checks, its ground, an example that fails',
    async (rule) => {
      const { response, text } = await site.get(`/rules/${rule.id}`);
      expect(response.status).toBe(200);
      expect(text).toContain(`<h1>${rule.code} ${rule.name}</h1>`);
      for (const heading of ['查什么', '依据', '例子', '例外']) expect(text).toContain(`<h2>${heading}</h2>`);
      const { fails, passes } = rulePageText(rule.id);
      expect(fails.length).toBeGreaterThan(0);
      expect([...text.matchAll(/<figure class="gk-example gk-example--over">/g)]).toHaveLength(fails.length);
      expect([...text.matchAll(/<figure class="gk-example gk-example--ok">/g)]).toHaveLength(passes.length);
      expect(text).not.toContain('```');
      expect(text).not.toMatch(/[\s>](?:applications|disclosure|appeals)\.\w/);
      expect(metaOf(text, 'ColumnName')).toBe('年报检查规则');
      expect(text).toContain(`<link rel="canonical" href="https://www.yunxi.example/rules/${rule.id}"/>`);
    },
  );

  it.each(rules)('$code leads to the page of $id', async ({ code, id }) => {
    for (const name of [code, code.toLowerCase()]) {
      const { response } = await site.get(`/rules/${name}`);
      expect(response.status).toBe(301);
      expect(response.headers.get('location')).toBe(`/rules/${id}`);
    }
  });

  it.each(['R999', 'r3011', 'index', '..%2f..%2fpackage', '__proto__', '<b>'])(
    'know no rule %s',
    async (name) => {
      const { response, text } = await site.get(`/rules/${name}`);
      expect(response.status).toBe(404);
      expect(text).toContain('没有这条规则');
      expect(text).not.toContain('<b>');
    },
  );

  it('are all listed once, under a group, with their severity, and in the site map', async () => {
    const { text } = await site.get('/rules');
    const map = (await site.get('/sitemap.xml')).text;
    expect(ruleGroups.flatMap((group) => group.rules)).toHaveLength(rules.length);
    for (const { id, name } of rules) {
      expect([...text.matchAll(new RegExp(`<a href="/rules/${id}">${name}</a>`, 'g'))]).toHaveLength(1);
      expect(map).toContain(`<loc>https://www.yunxi.example/rules/${id}</loc>`);
    }
    for (const path of ['/rules', '/check'])
      expect(map).toContain(`<loc>https://www.yunxi.example${path}</loc>`);
  });

  it('lead to the article they rest on, word by word', async () => {
    const { text } = await site.get('/rules/regulation-authority');
    expect(text).toContain('href="/law#lifafa2023-91"');
    const law = (await site.get('/law')).text;
    expect(law).toContain('id="lifafa2023-93"');
    expect(law).toContain('省、自治区、直辖市和设区的市、自治州的人民政府，可以根据法律');
  });

  it('stand beside the code of their rules, none more and none less', () => {
    const folder = fileURLToPath(new URL('../../report/rules/', import.meta.url));
    const pages = readdirSync(folder).filter((file) => file.endsWith('.md'));
    expect(pages.map((file) => file.replace('.md', '')).sort()).toEqual(rules.map(({ id }) => id).sort());
  });
});

describe('the examples of the rules', () => {
  const only = (line: string): ExampleChange => exampleChanges(['form 2021', line])[1]!;

  it.each([
    ['drop section other', '没有“六、其他需要报告的事项”这一部分。'],
    ['drop row applications.carriedOut', '没有表三“四、结转下年度继续办理”这一行。'],
    ['drop column applications.research', '没有表三“科研机构”这一栏。'],
    ['drop note', '表三没有印勾稽关系的注。'],
    ['picture appeals', '表四是一张图片。'],
    ['blank appeals', '表四各格都是空白。'],
    ['title', '没有标题。'],
    ['signed 2021-12-30', '落款日期为2021年12月30日。'],
    ['kind subdistrict', '报告的机关是街道办事处。'],
    ['heading other: 六、其他事项', '“六、其他需要报告的事项”的标题印作“六、其他事项”。'],
    ['note hidden -: 工作表“汇总”的第3至5行', '工作簿：工作表“汇总”的第3至5行。'],
    [
      'note formula applications.received.total: J5存的结果是15',
      '工作簿表三“一、本年新收政府信息公开申请数量”总计格：J5存的结果是15。',
    ],
    ['previous', '同时有上一年的报告。'],
    ['previous drop closing', '上一年报告：没有落款。'],
    ['section overview:', '“一、总体情况”全文没有文字。'],
  ])('say “%s” in words', (line, text) => {
    expect(only(line)).toEqual({ kind: 'words', text });
  });

  it('show figures under the heads of the form', () => {
    expect(only('row applications.granted = 4 1 0 0 0 0 5')).toEqual({
      kind: 'cells',
      columns: ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'],
      rows: [{ title: '表三 （一）予以公开', values: ['4', '1', '0', '0', '0', '0', '5'] }],
    });
    expect(only('cell disclosure.normative.issued =')).toMatchObject({
      columns: ['本年制发件数'],
      rows: [{ values: [''] }],
    });
    expect(only('previous cell appeals.review.total = 3')).toMatchObject({
      rows: [{ title: '上一年报告 表四 行政复议' }],
    });
    expect(only('stat S1.1 = 0')).toMatchObject({ kind: 'cells', rows: [{ values: ['0'] }] });
  });

  it('stand in one table where they follow each other under the same heads', () => {
    const changes = exampleChanges([
      'row applications.received = 1 0 0 0 0 0 1',
      'row applications.carriedIn = 0 0 0 0 0 0 0',
      'row disclosure.normative = 1 0 1',
    ]);
    expect(changes.map((change) => change.kind === 'cells' && change.rows.length)).toEqual([2, 1]);
  });

  it('quote prose by paragraphs', () => {
    expect(only('add overview: 甲。 | 乙。')).toEqual({
      kind: 'prose',
      where: '“一、总体情况”另有一段',
      paragraphs: ['甲。', '乙。'],
    });
  });

  it('say so where nothing is changed, and refuse what nobody knows', () => {
    expect(exampleChanges([])).toEqual([{ kind: 'words', text: '样本原样，没有改动。' }]);
    expect(() => exampleChanges(['explode applications'])).toThrow('explode applications');
  });

  it('are cut from the page with the sentence over them', () => {
    const page = parseRulePage(
      '# R1 a 甲\n\n## 查什么\n\n文字\n\n## 不通过\n\n一句：\n\n```report\n# 注\ncell a = 1\n```\n\n又一句。\n\n```report\n```\n',
    );
    expect(page).toMatchObject({ checks: '文字', basis: '', passes: [] });
    expect(page.fails).toEqual([
      { caption: '一句', lines: ['cell a = 1'] },
      { caption: '又一句', lines: [] },
    ]);
  });
});
