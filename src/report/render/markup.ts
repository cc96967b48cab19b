const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text for markup, as content or in a quoted attribute. */
export const escapeMarkup = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign]!);

/** 壹 to 50 as ringed numbers ① … ㊿; larger ones in brackets. */
export function ringed(number: number): string {
  if (number >= 1 && number <= 20) return String.fromCharCode(0x245f + number);
  if (number >= 21 && number <= 35) return String.fromCharCode(0x323c + number);
  if (number >= 36 && number <= 50) return String.fromCharCode(0x328d + number);
  return `(${number})`;
}
