import { answerOf } from '../../law/answers.ts';
import { type Citation, cite } from '../../law/citation.ts';
import { doubtfulStatutes, statuteBasis } from '../../law/statute-names.ts';
import type { AnswerDraft } from './answer-draft.ts';
import type { ApplicationCase } from './case.ts';

/** What may not stand up in review or in court: told to whoever drafts, reviews and approves; it refuses nothing. */
export interface AnswerWarning {
  readonly code: string;
  readonly message: string;
  readonly basis: Citation;
}

const statutesOf = ({ answer, statute, withheld }: AnswerDraft): readonly string[] => [
  ...(answerOf(answer).needs.includes('statute') && statute !== null ? [statute] : []),
  ...withheld.flatMap((part) =>
    part.ground === 'forbiddenByLaw' && part.statute !== null ? [part.statute] : [],
  ),
];

function statuteWarnings(draft: AnswerDraft): readonly AnswerWarning[] {
  const registry = draft.answer === 'denied.registryQuery';
  return statutesOf(draft)
    .flatMap(doubtfulStatutes)
    .map(({ name, words }) => ({
      code: 'answer.statuteRank',
      message: `《${name}》${words}。${registry ? '特别规定' : '禁止公开的依据'}只能是法律、行政法规，请核对。`,
      basis: registry ? cite('tiaoli2019', '第三十六条第（七）项') : statuteBasis,
    }));
}

const forThirdParty = ({ answer, withheld }: AnswerDraft): boolean =>
  answer === 'denied.thirdParty' || withheld.some(({ ground }) => ground === 'thirdParty');

/**
 * Withheld for third parties of whom none objects with 合理理由 (第三十二条). No refusal: 第十五条 itself forbids what harms
 * them, whatever reasons they found; then the letter has to say so.
 */
function objectionWarnings(draft: AnswerDraft, { opinions }: ApplicationCase): readonly AnswerWarning[] {
  const asked = opinions.filter((each) => each.asked === 'thirdParty');
  const unsound = asked.filter(({ view, reasonable }) => view === 'objects' && reasonable === false);
  const others = asked.filter(
    ({ view, reasonable }) => view === null || (view === 'objects' && reasonable !== false),
  );
  if (!forThirdParty(draft) || unsound.length === 0 || others.length > 0) return [];
  return [
    {
      code: 'answer.unsoundObjection',
      message:
        '第三方不同意公开的理由登记为不合理。第三方不同意公开且有合理理由的，才不予公开；仍然不予公开的，请在理由中写明本机关认定公开会损害其合法权益的事实。',
      basis: cite('tiaoli2019', '第三十二条'),
    },
  ];
}

/** What gives pause in a draft; empty where nothing does. */
export const answerWarnings = (state: ApplicationCase): readonly AnswerWarning[] =>
  state.draft === null ? [] : [...statuteWarnings(state.draft), ...objectionWarnings(state.draft, state)];
