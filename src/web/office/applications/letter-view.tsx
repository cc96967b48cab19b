import type { Letter, LetterParagraph } from '../../../domain/application/letters/letter.ts';
import { writtenDay } from '../../../domain/workday/index.ts';
import { letterKindOf, letterParts, mandatoryParts } from '../../../law/letters.ts';
import { Paper } from '../../theme/approval.tsx';

/** Which parts that a letter must have a paragraph makes (L-1 to L-13). */
const Mandatory = ({ kind, parts }: Pick<Letter, 'kind'> & Pick<LetterParagraph, 'parts'>) => {
  const must = mandatoryParts(letterKindOf(kind)).filter((part) => parts.includes(part));
  return must.length === 0 ? null : (
    <small class="gk-muted">（必备：{must.map((part) => letterParts[part].name).join('、')}）</small>
  );
};

/** A letter in the manner of 信函格式, as it will be printed. */
export const LetterView = ({ letter, marked = false }: { letter: Letter; marked?: boolean }) => (
  <Paper label={letter.title}>
    <p class="red">{letter.agency}</p>
    <p class="right">{letter.documentNumber ?? '（发出时编号）'}</p>
    <h2>{letter.title}</h2>
    {letter.addressee !== '' && <p class="flush">{letter.addressee}：</p>}
    {letter.paragraphs.map(({ text, parts }) => (
      <p>
        {text}
        {marked && <Mandatory kind={letter.kind} parts={parts} />}
      </p>
    ))}
    {letter.fields.map(({ label, value }) => (
      <p class="flush">
        {label}：{value}
      </p>
    ))}
    {letter.enclosures.length > 0 && (
      <p>附件：{letter.enclosures.map((title, index) => `${index + 1}.${title}`).join('　')}</p>
    )}
    <p class="right">{letter.signedBy ?? ''}</p>
    <p class="right">{letter.date === null ? '' : writtenDay(letter.date)}</p>
  </Paper>
);
