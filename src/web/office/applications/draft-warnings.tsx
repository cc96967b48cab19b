import { answerWarnings } from '../../../domain/application/answer-warnings.ts';
import type { ApplicationCase } from '../../../domain/application/case.ts';
import { ArticleChip } from '../../theme/article-chip.tsx';
import { Note } from '../../theme/parts.tsx';

/** What gives pause in an answer that is not out yet, for whoever drafts, reviews or approves it. */
export const DraftWarnings = ({ state }: { state: ApplicationCase }) => {
  const warnings = state.letter === null && state.answer === null ? answerWarnings(state) : [];
  return warnings.length === 0 ? null : (
    <Note icon="info" tone="soon">
      {warnings.map(({ message, basis }) => (
        <p>
          请留意：{message}
          <ArticleChip basis={basis} />
        </p>
      ))}
    </Note>
  );
};
