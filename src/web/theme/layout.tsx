import { Footer, Header } from './frame.tsx';
import type { LayoutProps } from './page.ts';

const Labels = ({ frame, column, article }: Pick<LayoutProps, 'frame' | 'column' | 'article'>) => (
  <>
    <meta name="SiteName" content={frame.site.name} />
    <meta name="SiteDomain" content={new URL(frame.urls.origin).hostname} />
    <meta name="SiteIDCode" content={frame.site.idCode} />
    <meta name="ColumnName" content={column.name} />
    <meta name="ColumnDescription" content={column.description} />
    <meta name="ColumnKeywords" content={column.keywords.join(',')} />
    <meta name="ColumnType" content={column.type} />
    {article && (
      <>
        <meta name="ArticleTitle" content={article.title} />
        <meta name="PubDate" content={article.publishedAt} />
        <meta name="ContentSource" content={article.source} />
      </>
    )}
  </>
);

/** The whole page: 政府网站 labels (国办发〔2017〕47号 附件), skip link, header, main, footer. */
export const Layout = (props: LayoutProps) => {
  const { frame, title, canonical, current, ownSearch, noindex } = props;
  return (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} - ${frame.site.name}`}</title>
        <Labels frame={frame} column={props.column} article={props.article} />
        {noindex && <meta name="robots" content="noindex" />}
        {canonical !== undefined && <link rel="canonical" href={frame.urls.absolute(canonical)} />}
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={frame.urls.asset('portal.css')} />
        {props.sheet && <link rel="stylesheet" href={frame.urls.asset(props.sheet)} />}
      </head>
      <body id="top" {...(props.wide ? { class: 'gk-page--wide' } : {})}>
        <a class="gk-skip" href="#main">
          跳到正文
        </a>
        <Header
          frame={frame}
          current={current}
          ownSearch={ownSearch ?? false}
          demonstration={frame.site.demonstration || (props.demonstration ?? false)}
        />
        <main id="main" tabindex={-1}>
          {props.children}
        </main>
        <Footer frame={frame} />
      </body>
    </html>
  );
};

/** A page as text; the components are synchronous. */
export const renderPage = (page: unknown): string => `<!doctype html>${String(page)}`;
