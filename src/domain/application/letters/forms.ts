import { deliveryRules } from '../../../law/delivery.ts';
import type { LetterKindId } from '../../../law/letters.ts';
import type { LetterData } from './data.ts';
import type { LetterField } from './letter.ts';

const field = (label: string, value = ''): LetterField => ({ label, value });

/** What is filled in by hand on the two papers that are forms; none in letters. */
export function fieldsOf(
  kind: LetterKindId,
  { addressee, facts, method }: LetterData,
): readonly LetterField[] {
  if (kind === 'opinionForm')
    return [
      field('被征求意见人', addressee.name),
      field('意见', '□同意公开　□部分同意公开　□不同意公开'),
      field('不同意公开的内容和理由'),
      field('联系人和联系电话'),
      field('签名或者盖章'),
      field('日期', '　　　　年　　月　　日'),
    ];
  if (kind !== 'deliveryReceipt') return [];
  return [
    field('送达文书及文号', facts.served ?? ''),
    field('受送达人', addressee.name),
    field('送达方式', deliveryRules[method].name),
    field('送达地点'),
    field('受送达人签名或者盖章', '　　　　　　　　　　年　　月　　日　　时'),
    field('代收人签名及与受送达人关系'),
    field('送达人签名'),
    field('备注'),
  ];
}
