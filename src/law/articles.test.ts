import { describe, expect, it } from 'vitest';
import { rules } from '../report/rules/index.ts';
import { articlesNamed, articleTexts } from './articles.ts';
import { namedAmong, reportArticles } from './report-articles.ts';

describe('the articles held word by word', () => {
  it.each(
    rules.flatMap(({ id, basis }) =>
      basis
        .filter(({ instrument }) => instrument === 'tiaoli2019' || instrument === 'lifafa2023')
        .map(({ instrument, article }) => ({ id, instrument, article })),
    ),
  )('are those that $id cites: $article', ({ instrument, article }) => {
    const named = [...article.matchAll(/第[一二三四五六七八九十百]+条/g)].map(([label]) => label);
    expect(namedAmong(reportArticles, instrument, article).map(({ label }) => label)).toEqual(named);
  });

  it('stand once each, without spaces', () => {
    const keys = articleTexts.map(({ instrument, number }) => `${instrument} ${number}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { paragraphs } of articleTexts) expect(paragraphs.join('')).not.toMatch(/\s|[()]/);
  });

  it('are told apart by their whole number', () => {
    expect(articlesNamed('tiaoli2019', '第五十条第一款').map(({ number }) => number)).toEqual([50]);
    expect(articlesNamed('tiaoli2019', '第四十九条、第五十条').map(({ number }) => number)).toEqual([49, 50]);
    expect(articlesNamed('lifafa2023', '第五十条')).toEqual([]);
  });
});
