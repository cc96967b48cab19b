import { describe, expect, it } from 'vitest';
import { caseIn } from '../../../../test/support/cases.ts';
import {
  answerData,
  answerLetter,
  everyLetter,
  laid,
  letterData,
  notices,
  township,
} from '../../../../test/support/letters.ts';
import { type AnswerId, answerOf } from '../../../law/answers.ts';
import { articlesNamed } from '../../../law/articles.ts';
import { type LetterKindId, letterKindOf, letterKinds, mandatoryParts } from '../../../law/letters.ts';
import { isRefusal } from '../../refusal.ts';
import type { Day } from '../../workday/index.ts';
import type { Opinion } from '../case.ts';
import type { LetterData } from './data.ts';
import { checkLetter, editLetter, layLetter, renewedLetter, templateOn, templates } from './lay-letter.ts';
import type { Letter } from './letter.ts';

const letters = everyLetter();
const textOf = (letter: Letter): string => letter.paragraphs.map(({ text }) => text).join('\n');

describe('a letter of every kind', () => {
  it('is there: each kind has a template in force from the first day of 条例 (fees from 2021)', () => {
    for (const { id } of letterKinds) expect(templateOn(id, '2026-03-02'), id).not.toBeNull();
    expect(templateOn('feeNotice', '2020-12-31')).toBeNull();
    expect(new Set(letters.map(({ letter }) => letter.kind)).size).toBe(letterKinds.length);
  });

  it.each(letters)(
    '$name has every mandatory part (L-1 to L-13), and cannot go without one',
    ({ letter }) => {
      expect(checkLetter(letter)).toBeUndefined();
      for (const part of mandatoryParts(letterKindOf(letter.kind))) {
        if (!letter.paragraphs.some(({ parts }) => parts.includes(part))) continue;
        const without = {
          ...letter,
          paragraphs: letter.paragraphs.filter(({ parts }) => !parts.includes(part)),
        };
        expect(checkLetter(without), part).toMatchObject({ code: 'letter.part' });
      }
      expect(checkLetter({ ...letter, documentNumber: null })).toMatchObject({ facts: { part: 'head' } });
      if (letter.signedBy !== null)
        expect(checkLetter({ ...letter, date: null })).toMatchObject({ facts: { part: 'date' } });
    },
  );

  it.each(letters)(
    '$name is written whole: no blank, no line break, no half-width stop, 您 and 你单位 never mixed',
    ({ letter }) => {
      const text = textOf(letter);
      expect(text).not.toMatch(/[{}〖〗【】!！]|undefined|null|，，|。。|；。|：。/);
      expect(text.includes('您') && text.includes('你单位')).toBe(false);
      for (const paragraph of letter.paragraphs) expect(paragraph.text).toMatch(/[。：]$/);
    },
  );
});

describe('the law in a letter', () => {
  const quoted = templates.flatMap(({ kind, blocks }) =>
    blocks.flatMap((block) =>
      'text' in block
        ? [...block.text.matchAll(/〖([^〗]*)〗/g)].map(([, words]) => ({ kind, words: words! }))
        : [],
    ),
  );
  const articles = (text: string) =>
    articlesNamed('tiaoli2019', text).flatMap(({ paragraphs }) => paragraphs);

  it('is cited by articles that are held word by word', () => {
    for (const { words } of quoted.filter((one) =>
      one.words.startsWith('《中华人民共和国政府信息公开条例》'),
    ))
      if (!words.includes('{')) expect(articles(words).length, words).toBeGreaterThan(0);
  });

  it('is quoted word by word from the articles of the letter', () => {
    const plain = quoted.filter(({ words }) => !/[《{]/.test(words));
    expect(plain.length).toBeGreaterThan(40);
    const foreign = plain.filter(({ kind, words }) => {
      const cited = quoted.filter((one) => one.kind === kind && one.words.includes('《'));
      const law = articles(cited.map((one) => one.words).join('、')).join('');
      return kind !== 'feeLapsed' && !law.includes(words);
    });
    expect(foreign).toEqual([]);
  });
});

describe('the remedy of a letter', () => {
  it('splits partial disclosure into what is withheld and the rest', () => {
    const remedies = answerLetter('partial').paragraphs.filter(({ parts }) => parts.includes('remedy'));
    expect(remedies[0]?.text).toMatch(/^您对本告知书中不予公开的内容不服的，应当.*先向清源县人民政府/);
    expect(remedies[1]?.text).toMatch(/^您对本告知书的其他内容不服的，可以.*也可以/);
  });
  it('cannot be edited, reworded or removed', () => {
    const letter = answerLetter('denied.deliberative');
    expect(editLetter(letter, { 'remedy.1': '无' })).toMatchObject({ code: 'letter.fixed' });
    expect(layLetter('denied', answerData('denied.deliberative'), { remedy: '无' })).toMatchObject({
      code: 'letter.fixed',
    });
  });
  it('gives the online channel when the letter is served online, and is refused without one (RM-6)', () => {
    const online = answerLetter('granted.provided', { method: 'portal' });
    expect(textOf(online)).toContain('行政复议申请书也可以通过互联网渠道提交：https://xzfy');
    const agency = { ...township, onlineReviewChannel: null };
    expect(layLetter('provided', answerData('granted.provided', { method: 'email', agency }))).toMatchObject({
      code: 'remedy.online',
    });
  });
  it('stands in no notice but that to the third party over whose objection information is disclosed', () => {
    const told = Object.entries(notices).filter(([kind, data]) =>
      laid(kind as LetterKindId, data).paragraphs.some(({ parts }) => parts.includes('remedy')),
    );
    expect(told.map(([kind]) => kind)).toEqual(['disclosureToThirdParty']);
  });
});

describe('what the office writes for somebody', () => {
  const reasoned: readonly LetterKindId[] = [
    'correctionNotice',
    'reasonsNotice',
    'extensionNotice',
    'delayNotice',
    'thirdPartyOpinion',
    'makerOpinion',
    'assistance',
    'disclosureToThirdParty',
  ];
  it.each(reasoned)('stands in his %s word by word', (kind) => {
    const data = notices[kind]!;
    expect(data.facts.reason).toBeTruthy();
    expect(textOf(laid(kind, data))).toContain(data.facts.reason);
  });
  it.each(reasoned.slice(0, 2))('may be left out of %s, which then says what the law asks for', (kind) => {
    const { reason: _, ...facts } = notices[kind]!.facts;
    const letter = laid(kind, { ...notices[kind]!, facts });
    expect(checkLetter(letter)).toBeUndefined();
    expect(letter.paragraphs.some(({ id }) => id === 'explanation')).toBe(false);
  });

  const marked = {
    due: '2026-07-17' as Day,
    answerDue: '2026-07-16' as Day,
    reason: '甲字理由',
    information: '乙字信息',
    otherAgency: '丙字机关',
    contact: '丁字电话',
    served: '戊字文书',
    receiptNumber: '20260302-己字',
  } as const;
  const facts = Object.keys(marked) as (keyof typeof marked)[];
  const kinds = Object.keys(notices) as LetterKindId[];
  it.each(kinds)('is told in %s, or the letter is refused: no fact is lost on the way', (kind) => {
    for (const fact of facts) {
      const data = notices[kind]!;
      const letter = layLetter(kind, { ...data, facts: { ...data.facts, [fact]: marked[fact] } });
      if (isRefusal(letter)) {
        expect(letter).toMatchObject({ code: 'letter.untold', facts: { untold: fact } });
        continue;
      }
      const all = [textOf(letter), ...letter.fields.map(({ value }) => value)].join('\n');
      const words = fact === 'due' ? '2026年7月17日' : fact === 'answerDue' ? '2026年7月16日' : marked[fact];
      expect(all, fact).toContain(words);
    }
  });
  it('is written on one line whatever was typed', () => {
    const data = { ...notices.correctionNotice!, facts: { reason: '第一行。\n  第二行。' } };
    expect(textOf(laid('correctionNotice', data))).toContain('关于补正内容的说明：第一行。第二行。');
  });
});

describe('a third party in the letter to the applicant (第三十二条)', () => {
  const asked = '本机关于2026年3月2日书面征求了第三方的意见';
  const historyOf = (data: LetterData): string =>
    laid(answerOf(data.draft!.answer).letter, data)
      .paragraphs.filter(({ parts }) => parts.includes('history'))
      .map(({ text }) => text)
      .join('');
  const saying = (
    view: Opinion['view'],
    silent: readonly string[] = [],
    answer: AnswerId = 'denied.thirdParty',
  ) => {
    const data = answerData(answer, { silent });
    const opinions = data.state.opinions.map((each) => ({ ...each, view }));
    return historyOf({ ...data, state: { ...data.state, opinions } });
  };
  it.each([
    ['objected', '，第三方不同意公开。', 'objects', []],
    ['agreed', '，第三方同意公开。', 'agrees', []],
    ['let the period pass', '，第三方逾期未提出意见。', null, ['甲']],
    ['may still answer', '。', null, []],
  ] as const)('was consulted and %s: a denial for his sake says so', (_, words, view, silent) => {
    expect(saying(view, silent)).toBe(`${asked}${words}`);
  });
  it('is told of where a part is withheld for his sake, by outcome and never by name', () => {
    expect(saying('objects', [], 'partial')).toContain(`${asked}，第三方不同意公开`);
  });
  it('is told of as consulted only, where nothing is withheld for his sake', () => {
    const data = answerData('denied.thirdParty');
    const draft = { ...data.draft!, answer: 'denied.deliberative' as const };
    expect(historyOf({ ...data, draft })).toBe(`${asked}。`);
  });
  it('cannot be edited out', () => {
    const letter = answerLetter('denied.thirdParty');
    expect(editLetter(letter, { 'history.1': '。' })).toMatchObject({ code: 'letter.fixed' });
  });
});

describe('a letter that is laid out anew', () => {
  it('keeps the words somebody gave it, and tells what has happened since', () => {
    const before = answerData('denied.thirdParty');
    const opinions = before.state.opinions.map((each) => ({ ...each, view: null }));
    const early = laid('denied', { ...before, state: { ...before.state, opinions } });
    const edited = editLetter(early, { reasons: '合同附件载有报价的构成。' });
    if (isRefusal(edited)) throw new Error(edited.message);
    const text = textOf(renewedLetter(laid('denied', before), edited));
    expect(text).toContain('合同附件载有报价的构成。');
    expect(text).toContain('第三方不同意公开');
    expect(textOf(early)).not.toContain('第三方不同意公开');
  });
});

describe('another form than was asked for', () => {
  it('is explained in the letter, in the words of 第四十条', () => {
    const data = answerData('granted.provided');
    const otherForm = '图纸原件幅面大，复印会损坏原件';
    const text = textOf(laid('provided', { ...data, draft: { ...data.draft!, otherForm } }));
    expect(text).toContain(
      `没有按照您要求的形式提供的原因：${otherForm}。依照《中华人民共和国政府信息公开条例》第四十条`,
    );
    expect(textOf(laid('provided', data))).not.toContain('第四十条');
  });
});

describe('an agency’s own words', () => {
  const data = answerData('granted.provided');
  it('take the place of ours where they keep slots and the law', () => {
    const own = {
      decision:
        '本机关研究后认为，{you}要的材料可以给。依据《中华人民共和国政府信息公开条例》第三十六条第（二）项的规定，向{you}提供该政府信息：',
    };
    const letter = layLetter('provided', data, own);
    if (isRefusal(letter)) throw new Error(letter.message);
    expect(textOf(letter)).toContain('本机关研究后认为，您要的材料可以给。');
  });
  it.each([
    ['drop the article', { decision: '{you}要的材料可以给，向{you}提供该政府信息：' }, 'letter.wording'],
    ['drop a slot', { request: '收悉。' }, 'letter.wording'],
    ['are for a block that is not there', { other: '。' }, 'letter.block'],
    ['replace what is made from the case', { history: '。' }, 'letter.fixed'],
  ])('are refused where they %s', (_, wording, code) => {
    expect(layLetter('provided', data, wording as never)).toMatchObject({ code });
  });
  it('before approval may change the words of one letter, the law left in', () => {
    const letter = answerLetter('denied.stateSecret');
    const edited = editLetter(letter, { reasons: '经查，该文件尚未解密。' });
    expect(!isRefusal(edited) && textOf(edited)).toContain('尚未解密');
    expect(editLetter(letter, { decision: '不给。' })).toMatchObject({ code: 'letter.wording' });
    expect(editLetter(letter, { reasons: ' ' })).toMatchObject({ code: 'letter.empty' });
    expect(editLetter(letter, { nothing: '。' })).toMatchObject({ code: 'letter.paragraph' });
  });
});

describe('a letter that lacks something', () => {
  it('is refused by the name of what is missing', () => {
    const refusal = layLetter('extensionNotice', letterData(caseIn('inReview')));
    expect(refusal).toMatchObject({ code: 'letter.missing', message: expect.stringContaining('原因') });
  });
  it('is refused where the agency named no review organ (RM-5)', () => {
    const agency = { ...township, above: null };
    expect(layLetter('provided', answerData('granted.provided', { agency }))).toMatchObject({
      code: 'remedy.organ',
    });
  });
  it('is refused for a day before 条例 of 2019', () => {
    const early = answerData('granted.provided', { day: '2019-05-14' as Day });
    expect(layLetter('provided', early)).toMatchObject({ code: 'letter.template' });
  });
});
