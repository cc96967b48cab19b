import type { Letter } from '../../../domain/application/letters/letter.ts';
import { writtenDay } from '../../../domain/workday/index.ts';
import { Paper } from '../../theme/approval.tsx';

/** A letter in the manner of 信函格式, as it will be printed. */
export const LetterView = ({ letter }: { letter: Letter }) => (
  <Paper label={letter.title}>
    <p class="red">{letter.agency}</p>
    <p class="right">{letter.documentNumber ?? '（发出时编号）'}</p>
    <h2>{letter.title}</h2>
    {letter.addressee !== '' && <p class="flush">{letter.addressee}：</p>}
    {letter.paragraphs.map(({ text }) => (
      <p>{text}</p>
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
