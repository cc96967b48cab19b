import { articleTexts } from '../../law/articles.ts';
import { annualForms } from '../../law/forms/index.ts';
import { type Instrument, instruments } from '../../law/instruments.ts';
import { Layout } from '../theme/layout.tsx';
import type { Frame } from '../theme/page.ts';
import { Breadcrumb } from '../theme/parts.tsx';
import { lawColumn } from './columns.ts';

const formOf = (instrument: Instrument) =>
  Object.values(annualForms).find((each) => each.basis.instrument === instrument.id);

/** Which form applies to which report years, in words. */
const formYears = (instrument: Instrument): string | null => {
  const form = formOf(instrument);
  if (form === undefined) return null;
  const { from, to } = form.years;
  return to === null ? `${from}年及以后的年度报告` : `${from}年至${to}年的年度报告`;
};

/** The articles that findings cite, word by word, each with its own address. */
const Articles = ({ instrument }: { instrument: Instrument }) =>
  articleTexts
    .filter((article) => article.instrument === instrument.id)
    .map(({ number, label, paragraphs }) => (
      <section class="gk-article" id={`${instrument.id}-${number}`}>
        <h3>{label}</h3>
        <div class="gk-text">
          {paragraphs.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </div>
      </section>
    ));

/** What the form of a notice prescribes: its six parts and the printed note over table 三. */
const FormText = ({ instrument }: { instrument: Instrument }) => {
  const form = formOf(instrument);
  if (form === undefined) return null;
  return (
    <section class="gk-article">
      <h3>年度报告格式</h3>
      <ol class="gk-parts">
        {form.sections.map(({ heading }) => (
          <li>{heading}</li>
        ))}
      </ol>
      <p class="gk-text">表三表头注：{form.balanceNote}</p>
    </section>
  );
};

const Entry = ({ instrument }: { instrument: Instrument }) => {
  const years = formYears(instrument);
  return (
    <section class="gk-panel" id={instrument.id}>
      <div class="gk-panel-h">
        <h2>{instrument.title}</h2>
      </div>
      <div class="gk-panel-b">
        <dl class="gk-facts">
          {instrument.number !== null && (
            <>
              <dt>文号</dt>
              <dd>{instrument.number}</dd>
            </>
          )}
          <dt>施行</dt>
          <dd>
            <time datetime={instrument.inForceFrom}>{instrument.inForceFrom}</time>
            {instrument.inForceTo !== null && (
              <>
                {' 至 '}
                <time datetime={instrument.inForceTo}>{instrument.inForceTo}</time>
              </>
            )}
          </dd>
          {years !== null && (
            <>
              <dt>适用</dt>
              <dd>{years}</dd>
            </>
          )}
          <dt>核对</dt>
          <dd>
            {instrument.certainty === 'verified'
              ? `${instrument.checkedOn} 对照原文核对`
              : '尚未对照原文核对，引用时请以公布的文本为准'}
          </dd>
        </dl>
        <FormText instrument={instrument} />
        <Articles instrument={instrument} />
      </div>
    </section>
  );
};

/** Instruments of other parts of the law on disclosure; no finding about a report cites them. */
const notCited = new Set<Instrument['id']>(['holidays', 'gongwen2012', 'minsufa']);

/** The instruments that findings cite, in force first. */
export const LawPage = ({ frame }: { frame: Frame }) => {
  const sorted = Object.values(instruments)
    .filter(({ id }) => !notCited.has(id))
    .sort((a, b) => Number(a.inForceTo !== null) - Number(b.inForceTo !== null));
  return (
    <Layout
      frame={frame}
      title="依据的法规和文件"
      column={lawColumn(frame.site)}
      canonical={frame.urls.law()}
      current="law"
    >
      <div class="gk-wrap">
        <Breadcrumb crumbs={[{ label: '首页', href: frame.urls.home() }, { label: '依据' }]} />
        <div class="gk-doc-h">
          <h1>依据的法规和文件</h1>
          <p class="meta">
            <span>检查年度报告时引用的条款出自以下文件；年度报告按它所属年度适用的格式检查。</span>
          </p>
        </div>
        {sorted.map((instrument) => (
          <Entry instrument={instrument} />
        ))}
      </div>
    </Layout>
  );
};
