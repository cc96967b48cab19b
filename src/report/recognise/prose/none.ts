import type { ClaimSubject } from '../../reading.ts';

/** A sentence's statement that there is none of something. */
export interface NoneStatement {
  readonly start: number;
  readonly end: number;
  readonly subjects: readonly ClaimSubject[];
  readonly noun: string;
}

const negation =
  /(?:(?:并|均|也|尚|暂|从|皆)?未(?:曾|有|能)?(?:收到|接到|接收到?|收取|受理|发生|产生|出现|引发|涉及|办理|新收|制发|制定|出台|印发)(?:过|到)?|(?:并)?没有(?:收到|接到|发生|产生|出现|引发|受理|收取|制发|制定|出台|涉及)?(?:过)?|(?<![有])无)([^,。;:!?]{0,48})/g;
const noNegation = /(?:如|若|从未|是否|因|对|由于)$/;
const reviewOrSuit = /复议|诉讼|应诉|起诉/;
const applications =
  /^(?:一[件例份条起宗])?(?:任何|有关|相关|关于|公民|法人|其[他它]组织|和|或|及|、|书面|形式|的|要求|提出|自然人|群众|单位|个人|组织|因|到)*(?:政府信息公开(?:的)?申请|信息公开(?:的)?申请|依申请公开(?:的)?(?:政府信息|信息|申请|请求|事项|件|案件|公开)*|申请公开政府信息|政府信息依申请公开|公开申请|申请)(?:事项|件|案件|情况|信息|的|要求|公开)*(?:[0-9一][件例份条])?$/;
const fees = /^(?:任何)?(?:收取)?(?:政府)?(?:信息(?:公开)?)?(?:信息)?处理费(?:用)?(?:的)?(?:情况)?$/;
const documents = /^(?:行政)?规范性文件$/;

function subjectsOf(noun: string, negated: string): ClaimSubject[] {
  const subjects: ClaimSubject[] = [];
  if (/复议/.test(noun)) subjects.push('review');
  if (/诉讼|应诉|起诉/.test(noun)) subjects.push('suit');
  if (subjects.length > 0) return /败诉|纠正|机关|出庭|听证/.test(noun) ? [] : subjects;
  if (applications.test(noun)) return /发生|产生|出现|引发/.test(negated) ? [] : ['receivedAll'];
  if (fees.test(noun)) return ['processingFee'];
  if (documents.test(noun) && /制发|制定|出台|印发/.test(negated)) return ['normativeIssued'];
  return [];
}

/** 未收到政府信息公开申请、没有发生行政复议和行政诉讼、无收取信息处理费情况. */
export function nonesIn(text: string): NoneStatement[] {
  if (!/未|没有|无/.test(text)) return [];
  const found: NoneStatement[] = [];
  for (const match of text.matchAll(negation)) {
    const noun = match[1]!;
    if (noNegation.test(text.slice(Math.max(0, match.index - 2), match.index))) continue;
    const negated = match[0].slice(0, match[0].length - noun.length);
    if (
      /^无$/.test(negated) &&
      !/^(?:任何|相关|涉及)?(?:政府信息公开|信息公开|依申请|公开申请|行政复议|行政诉讼|复议|诉讼|收取)/.test(
        noun,
      )
    )
      continue;
    const subjects = subjectsOf(noun, negated);
    if (subjects.length === 0) continue;
    if (reviewOrSuit.test(noun) && /不服|认为|超过|超期|期限/.test(noun)) continue;
    found.push({ start: match.index, end: match.index + match[0].length, subjects, noun });
  }
  return found;
}

/** 均已答复: nothing of what was received is left over. */
const allDone =
  /(?:均已|已全部|全部已?|都已)(?:按期|按时|依法|及时|在[^,。;]{2,12}内)*(?:完成)?(?:答复|办结|办理完毕|办复|处理完毕)/;

export function allDoneIn(
  text: string,
  from: number,
): { readonly start: number; readonly end: number } | null {
  const match = allDone.exec(text.slice(from));
  return match === null ? null : { start: from + match.index, end: from + match.index + match[0].length };
}
