import { inForceOn } from '../../../law/dated.ts';
import {
  isSealed,
  type LetterKindId,
  letterKindOf,
  letterParts,
  mandatoryParts,
} from '../../../law/letters.ts';
import { isRefusal, type Refusal, refuse } from '../../refusal.ts';
import { answerTemplates } from './answer-templates.ts';
import type { LetterData } from './data.ts';
import { fieldsOf } from './forms.ts';
import type { Letter, LetterParagraph } from './letter.ts';
import { make } from './makers.ts';
import { noticeTemplates } from './notice-templates.ts';
import { type Slot, slotNames, slotValue } from './slots.ts';
import { type Block, filled, type Template, type Wording, withWording } from './template.ts';
import { untoldFact } from './told.ts';

export const templates: readonly Template[] = [...answerTemplates, ...noticeTemplates];

/** The template of a kind of letter on a day; null where none was in force. */
export const templateOn = (kind: LetterKindId, day: string): Template | null =>
  inForceOn(
    templates.filter((each) => each.kind === kind),
    day,
  );

function paragraphsOf(block: Block, data: LetterData): readonly LetterParagraph[] | Refusal {
  if ('maker' in block) {
    const texts = make(block.maker, data);
    if (isRefusal(texts)) return texts;
    return texts.map((text, index) => ({
      id: `${block.id}.${index + 1}`,
      parts: block.parts,
      text,
      fixed: true,
      keeps: [],
    }));
  }
  const result = filled(block.text, (slot) => slotValue(slot, data));
  if ('text' in result)
    return [{ id: block.id, parts: block.parts, text: result.text, fixed: false, keeps: result.keeps }];
  return block.optional
    ? []
    : refuse(
        'letter.missing',
        `文书还缺少${slotNames[result.missing] ?? result.missing}，不能生成。请先补齐。`,
        { slot: result.missing, block: block.id },
      );
}

/** The paper that goes with a letter for its addressee to fill in (征求意见确认函). */
const enclosedForm: Partial<Readonly<Record<LetterKindId, LetterKindId>>> = {
  thirdPartyOpinion: 'opinionForm',
};
export const enclosedFormOf = (kind: LetterKindId): LetterKindId | null => enclosedForm[kind] ?? null;

/** Titles under 附件: what goes with the letter, not what is to be fetched or looked at. */
function enclosuresOf(kind: LetterKindId, { draft }: LetterData): readonly string[] {
  const form = enclosedFormOf(kind);
  if (form !== null) return [letterKindOf(form).title];
  return (draft?.disclosed ?? [])
    .filter((one) => one.when === null && (one.form === 'paper' || one.form === 'electronic'))
    .map(({ title }) => title);
}

/**
 * A letter out of a case, by the template of its day in the agency's wording. Refused: no template on that day; something
 * to be told is missing, or was given and is told nowhere; no review organ or online channel named; a wording that
 * drops what must stay.
 */
export function layLetter(kind: LetterKindId, data: LetterData, wording: Wording = {}): Letter | Refusal {
  const dated = templateOn(kind, data.day);
  if (dated === null)
    return refuse(
      'letter.template',
      `${data.day}没有可用的“${letterKindOf(kind).title}”样式。请核对成文日期。`,
    );
  const template = withWording(dated, wording);
  if (isRefusal(template)) return template;
  const paragraphs: LetterParagraph[] = [];
  for (const block of template.blocks) {
    const next = paragraphsOf(block, data);
    if (isRefusal(next)) return next;
    paragraphs.push(...next);
  }
  const fields = fieldsOf(kind, data);
  const untold = untoldFact(data.facts, [
    ...paragraphs.map(({ text }) => text),
    ...fields.map(({ value }) => value),
  ]);
  if (untold !== null)
    return refuse(
      'letter.untold',
      `文书样式没有写${slotNames[untold as Slot] ?? '所填内容'}的地方，不能生成。请向系统管理员反映。`,
      { untold },
    );
  const told = letterKindOf(kind);
  const sealed = isSealed(told);
  return {
    kind,
    template: template.from,
    agency: data.agency.name,
    documentNumber: data.documentNumber,
    signedBy: sealed ? data.agency.name : null,
    title: told.title,
    addressee: sealed && told.to !== 'file' ? data.addressee.name : '',
    paragraphs,
    fields,
    enclosures: enclosuresOf(kind, data),
    date: sealed ? data.day : null,
  };
}

/**
 * A letter after somebody's edits to its words. Refused: an edit of what is made from the case (the remedy above all), one
 * that takes out the law's words, one of a paragraph that is not there, one that leaves it empty.
 */
export function editLetter(letter: Letter, edits: Readonly<Record<string, string>>): Letter | Refusal {
  for (const [id, text] of Object.entries(edits)) {
    const paragraph = letter.paragraphs.find((each) => each.id === id);
    if (paragraph === undefined) return refuse('letter.paragraph', `文书中没有“${id}”这一段。`);
    if (paragraph.fixed && paragraph.text !== text)
      return refuse('letter.fixed', '这一段由系统根据案件和法律规定生成，不能改写。', { id });
    const lost = paragraph.keeps.find((words) => !text.includes(words));
    if (lost !== undefined)
      return refuse('letter.wording', `改写后的文字缺少“${lost}”，请补上。`, { id, lost });
    if (text.trim() === '') return refuse('letter.empty', '这一段不能为空。', { id });
  }
  const edited = letter.paragraphs.map((each) => ({
    ...each,
    text: edits[each.id]?.replace(/\s*\n\s*/g, '') ?? each.text,
  }));
  return { ...letter, paragraphs: edited };
}

/** A letter laid out anew with the words that somebody gave it before; what is made from the case is told as it is now. */
export function renewedLetter(laid: Letter, before: Letter): Letter {
  const worded = new Map(
    before.paragraphs.filter(({ fixed }) => !fixed).map(({ id, text }) => [id, text] as const),
  );
  const paragraphs = laid.paragraphs.map((each) => ({
    ...each,
    text: each.fixed ? each.text : (worded.get(each.id) ?? each.text),
  }));
  return { ...laid, paragraphs };
}

/** Whether a letter has every mandatory part; refused by the first that is missing (L-1 to L-13). */
export function checkLetter(letter: Letter): Refusal | undefined {
  const held = new Set(
    letter.paragraphs.filter(({ text }) => text.trim() !== '').flatMap(({ parts }) => parts),
  );
  const kind = letterKindOf(letter.kind);
  const stands: Partial<Record<string, boolean>> = {
    head: letter.agency !== '' && letter.documentNumber !== null && letter.documentNumber !== '',
    addressee: kind.to === 'file' || letter.addressee !== '',
    seal: letter.signedBy !== null && letter.signedBy !== '',
    date: letter.date !== null,
  };
  const missing = mandatoryParts(kind).find((part) => !(stands[part] ?? held.has(part)));
  return missing === undefined
    ? undefined
    : refuse(
        'letter.part',
        `文书缺少${letterParts[missing].name}（${letterParts[missing].number}），不能发出。`,
        { part: missing },
        kind.basis,
      );
}
