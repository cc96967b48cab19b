/** What proves who applies (第二十九条第二款第（一）项). `creditCode`: 统一社会信用代码 of an organisation. */
export type IdentityType = 'residentId' | 'creditCode' | 'passport' | 'residencePermit' | 'otherDocument';

export const identityNames: Readonly<Record<IdentityType, string>> = {
  residentId: '居民身份证',
  creditCode: '统一社会信用代码',
  passport: '护照',
  residencePermit: '港澳台居民居住证、外国人永久居留身份证',
  otherDocument: '其他有效身份证明',
};

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** How it was made sure that somebody is who he says he is. */
export const identityChecks = {
  shown: '当面看了身份证明原件',
  copied: '核对了寄来、发来的身份证明复印件',
} as const;
export type IdentityCheck = keyof typeof identityChecks;

/** 公民身份号码 by GB 11643: 17 digits and a check character. */
export function isResidentId(text: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(text)) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return '10X98765432'[sum % 11] === text[17]!.toUpperCase();
}

const codeSigns = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** 统一社会信用代码 by GB 32100: 17 signs and a check sign. */
export function isCreditCode(text: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text)) return false;
  let weight = 1;
  let sum = 0;
  for (const sign of text.slice(0, 17)) {
    sum += codeSigns.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return codeSigns[(31 - (sum % 31)) % 31] === text[17];
}

/** Whether a number can be one of its kind; kinds without a rule need only not be empty. */
export function identityHolds(type: IdentityType, number: string): boolean {
  if (type === 'residentId') return isResidentId(number);
  return type === 'creditCode' ? isCreditCode(number) : number.trim().length >= 3;
}
