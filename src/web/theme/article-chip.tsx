import { useContext } from 'hono/jsx';
import type { Citation } from '../../law/citation.ts';
import { instruments } from '../../law/instruments.ts';
import { LawContext } from './law-link.ts';

/** Titles longer than this give way to the number of the instrument. */
const LONG = 12;

/** 条例第三十三条, 行政复议法第二十三条, 国办公开办函〔2021〕30号: short enough to stand behind a label. */
export function chipWords({ instrument, article }: Citation): string {
  if (instrument === 'tiaoli2019') return `条例${article}`;
  const { title, number } = instruments[instrument];
  const short = title.replace(/^中华人民共和国/, '');
  return `${short.length <= LONG || number === null ? short : number}${article === '全文' ? '' : article}`;
}

/** The article that asks for something, as short as people say it; a link to its text where the law page holds it. */
export const ArticleChip = ({ basis }: { basis: Citation }) => {
  const href = useContext(LawContext)(basis);
  const words = chipWords(basis);
  return href === null ? (
    <span class="gk-art">{words}</span>
  ) : (
    <a class="gk-art" href={href}>
      {words}
    </a>
  );
};
