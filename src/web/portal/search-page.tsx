import type { SearchPage as Result } from '../http/services.ts';
import { Layout } from '../theme/layout.tsx';
import type { Frame } from '../theme/page.ts';
import { Breadcrumb, Empty, Note, Pager } from '../theme/parts.tsx';
import { reportColumn } from './columns.ts';

export interface SearchPageProps {
  readonly frame: Frame;
  readonly text: string;
  /** Null before anything was asked. */
  readonly result: Result | null;
  readonly first: boolean;
}

/** The words asked for, set off in a text; comparison ignores case and width as the search does. */
export function highlight(
  text: string,
  words: readonly string[],
): { readonly text: string; readonly hit: boolean }[] {
  const folded = text.toLowerCase();
  const pieces: { text: string; hit: boolean }[] = [];
  let at = 0;
  while (at < text.length) {
    let from = -1;
    let length = 0;
    for (const word of words) {
      const found = folded.indexOf(word, at);
      if (found >= 0 && (from < 0 || found < from || (found === from && word.length > length))) {
        from = found;
        length = word.length;
      }
    }
    if (from < 0) break;
    if (from > at) pieces.push({ text: text.slice(at, from), hit: false });
    pieces.push({ text: text.slice(from, from + length), hit: true });
    at = from + length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false });
  return pieces;
}

const Marked = ({ text, words }: { text: string; words: readonly string[] }) => (
  <>
    {highlight(text, words).map((piece) => (piece.hit ? <mark class="hit">{piece.text}</mark> : piece.text))}
  </>
);

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 10);

const Hits = ({ frame: { urls }, text, result }: SearchPageProps & { result: Result }) => {
  const words = wordsOf(text);
  return (
    <ol class="gk-hits">
      {result.hits.map((hit) => (
        <li>
          <h2>
            <a href={urls.report(hit.agency.slug, hit.year)}>
              <Marked text={`${hit.agency.name}${hit.year}年政府信息公开工作年度报告`} words={words} />
            </a>
          </h2>
          {hit.snippet !== '' && (
            <p>
              <Marked text={hit.snippet} words={words} />
            </p>
          )}
          {hit.section !== null && <span class="src">{hit.section}</span>}
        </li>
      ))}
    </ol>
  );
};

const Results = (props: SearchPageProps) => {
  const { frame, text, result, first } = props;
  if (result === null)
    return <p class="gk-muted">请输入机关名称、年份或报告中的词句，几个词之间用空格隔开。</p>;
  if (result.hits.length === 0)
    return (
      <Empty
        title={`没有找到“${text}”`}
        action={
          <a class="btn btn-outline-primary" href={frame.urls.reports()}>
            查看全部年报
          </a>
        }
      >
        请换一个词，或者减少几个词。本平台没有的政府信息，可以向制作或者保存它的机关申请公开。
      </Empty>
    );
  return (
    <>
      {!result.complete && (
        <Note icon="info">
          <p>结果很多，只列出了先找到的部分。再加一个词可以缩小范围。</p>
        </Note>
      )}
      <Hits {...props} result={result} />
      <Pager
        previous={first ? null : frame.urls.search({ q: text })}
        next={result.next === null ? null : frame.urls.search({ q: text, after: result.next })}
        labels={['回到第一页', '更多结果']}
        summary={`本页 ${result.hits.length} 条，按年度从新到旧`}
      />
    </>
  );
};

/** Search over reports: names, years and prose. */
export const SearchPage = (props: SearchPageProps) => {
  const { frame, text } = props;
  const { urls } = frame;
  return (
    <Layout
      frame={frame}
      title={text === '' ? '检索' : `检索：${text}`}
      column={reportColumn(frame.site)}
      canonical={urls.search()}
      current="search"
      ownSearch
      noindex
    >
      <div class="gk-wrap">
        <Breadcrumb crumbs={[{ label: '首页', href: urls.home() }, { label: '检索' }]} />
        <div class="gk-doc-h">
          <h1>检索年度报告</h1>
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: Chromium 86 knows no search element */}
        <form class="gk-filter" role="search" action={urls.search()} aria-label="检索年度报告">
          <div class="grow grow--2">
            <label for="q">机关名称或报告中的词句</label>
            <input class="form-control" id="q" name="q" type="search" value={text} maxlength={80} />
          </div>
          <button class="btn btn-primary" type="submit">
            检索
          </button>
        </form>
        <Results {...props} />
      </div>
    </Layout>
  );
};
