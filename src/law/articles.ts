import { applicationArticles } from './application-articles.ts';
import type { InstrumentId } from './citation.ts';
import { type ArticleText, articleText, namedAmong, reportArticles } from './report-articles.ts';

/**
 * The articles that findings on annual reports and letters to applicants cite, word by word:
 * 中华人民共和国政府信息公开条例（2019年修订） and 中华人民共和国立法法（2023年修正）.
 */
export const articleTexts: readonly ArticleText[] = [
  ...applicationArticles.map(([number, label, ...paragraphs]) =>
    articleText('tiaoli2019', number, label, paragraphs),
  ),
  ...reportArticles,
];

/** The articles of an instrument that a citation names and whose text is held. */
export const articlesNamed = (instrument: InstrumentId, citation: string): readonly ArticleText[] =>
  namedAmong(articleTexts, instrument, citation);
