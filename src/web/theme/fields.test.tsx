import { describe, expect, it } from 'vitest';
import { cite } from '../../law/citation.ts';
import { ArticleChip } from './article-chip.tsx';
import { MainButton } from './buttons.tsx';
import { ChoiceField } from './choice-field.tsx';
import { DueChip, dueWords } from './due-chip.tsx';
import { FormErrors } from './form-errors.tsx';
import { LawContext, lawHrefOf } from './law-link.ts';
import { PasswordField } from './password-field.tsx';
import { TextField } from './text-field.tsx';

const law = (instrument?: string, article?: number | null) => `/law#${instrument}-${article}`;

describe('a field', () => {
  const html = String(
    <TextField
      name="number"
      label="发文字号"
      need
      basis={cite('gongwen2012', '第九条')}
      hint="照原文。"
      error="年份用了圆括号。"
      value={'"><b>'}
    />,
  );

  it('stands in the order label, need, article, hint, error, control', () => {
    const order = ['发文字号', '必填', '党政机关公文格式第九条', '照原文。', '年份用了圆括号。', '<input'];
    const places = order.map((each) => html.indexOf(each));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  it('ties hint and error to its control and escapes its value', () => {
    expect(html).toContain('aria-describedby="f-number-hint f-number-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('value="&quot;&gt;&lt;b&gt;"');
  });

  it('says 选填 or given words, or nothing', () => {
    expect(String(<TextField name="a" label="甲" need={false} />)).toContain('选填');
    expect(String(<TextField name="a" label="甲" need="退回时必填" />)).toContain('退回时必填');
    expect(String(<TextField name="a" label="甲" />)).not.toContain('gk-req');
  });

  it('never prints a password', () => {
    const text = String(<PasswordField name="p" label="密码" autocomplete="new-password" />);
    expect(text).toContain('type="password"');
    expect(text).not.toContain('value=');
  });

  it('with several answers is a group that a summary of errors can lead to', () => {
    const text = String(
      <ChoiceField
        kind="one"
        name="mode"
        label="公开属性"
        error="没有选择。"
        values={['b']}
        options={[
          { value: 'a', label: '主动公开' },
          { value: 'b', label: '依申请公开' },
        ]}
      />,
    );
    expect(text).toMatch(/<fieldset[^>]*aria-describedby="f-mode-error"/);
    expect(text).toMatch(/id="f-mode"[^>]*value="a"/);
    expect(text).toMatch(/value="b" checked=""/);
  });
});

describe('the summary of a refused form', () => {
  it('takes the focus and leads to each field', () => {
    const text = String(
      <FormErrors
        errors={[
          { field: 'f-a', message: '缺标题。' },
          { field: null, message: '已经提交过。' },
        ]}
      />,
    );
    expect(text).toContain('有 2 处需要改');
    expect(text).toContain('<a href="#f-a">缺标题。</a>');
    expect(text).toContain('<li>已经提交过。</li>');
    expect(text).toMatch(/tabindex="-1" autofocus/);
  });

  it('is not there when nothing is wrong', () => {
    expect(String(<FormErrors errors={[]} />)).toBe('');
  });
});

describe('a main button', () => {
  it('that cannot be pressed says what is missing', () => {
    const text = String(<MainButton missing={['理由', '附件']}>送审批</MainButton>);
    expect(text).toContain('disabled=""');
    expect(text).toContain('aria-describedby="main-missing"');
    expect(text).toContain('还差：理由、附件');
    expect(String(<MainButton>送审批</MainButton>)).not.toContain('disabled');
  });
});

describe('an article', () => {
  const within = (article: string) =>
    String(
      <LawContext.Provider value={lawHrefOf({ law })}>
        <ArticleChip basis={cite('tiaoli2019', article)} />
      </LawContext.Provider>,
    );

  it('leads to its text where the law page holds it, and is words elsewhere', () => {
    expect(within('第五十条')).toBe('<a class="gk-art" href="/law#tiaoli2019-50">条例第五十条</a>');
    expect(within('第九百条')).toBe('<span class="gk-art">条例第九百条</span>');
    expect(String(<ArticleChip basis={cite('tiaoli2019', '第五十条')} />)).toContain('<span');
  });
});

describe('a due day', () => {
  const running = (left: number) => ({ kind: 'running', left, on: '2026-10-26', unit: '工作日' }) as const;
  it.each([
    [running(6), 'ok', '还剩 6 工作日'],
    [running(5), 'soon', '还剩 5 工作日'],
    [running(0), 'today', '今天到期'],
    [{ kind: 'overdue', by: 1, on: '2026-10-15', unit: '日' }, 'over', '超期 1 日'],
    [{ kind: 'paused', why: '征求意见' }, 'paused', '期限中止'],
    [{ kind: 'done', late: false, on: '2026-10-12' }, 'done', '按时答复'],
    [{ kind: 'done', late: true, on: '2026-10-30' }, 'over', '逾期答复'],
  ] as const)('%j looks %s and reads %s', (due, look, words) => {
    expect(dueWords(due)).toMatchObject({ look, words });
  });

  it('leaves the year out only where it is this one', () => {
    expect(String(<DueChip due={running(6)} today="2026-10-16" />)).toContain('>10-26</time>');
    expect(String(<DueChip due={running(6)} today="2025-12-31" />)).toContain('>2026-10-26</time>');
  });
});
