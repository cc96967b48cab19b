import { type Citation, cite } from './citation.ts';

/** What an applicant may hold information to be, when he suggests that it be disclosed to all: one is enough. */
export const suggestionGrounds = {
  interests: '涉及公众利益调整',
  knowledge: '需要公众广泛知晓',
  participation: '需要公众参与决策',
} as const;
export type SuggestionGround = keyof typeof suggestionGrounds;

export const suggestionBasis: Citation = cite('tiaoli2019', '第四十四条第二款');
