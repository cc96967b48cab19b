export const shortestPassword = 10;
/** Longer ones would only cost time to hash. */
export const longestPassword = 128;
/** From this length on, any characters do: a sentence is a good password. */
const sentence = 16;

/** Parts that those who guess try first. */
const common = [
  'password',
  'admin',
  '12345',
  'qwerty',
  'abc123',
  '111111',
  '000000',
  'gongkai',
  'zhengfu',
  'xxgk',
];

const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/];

/**
 * What is wrong with a new password, as a sentence; null when it will do: ten characters of three kinds or sixteen of
 * any (GB/T 22239—2019 8.1.4.1 asks for complexity), and nothing that is guessed first.
 */
export function passwordFault(
  password: string,
  { username, name }: { username: string; name: string },
): string | null {
  const length = [...password].length;
  if (length < shortestPassword) return `口令只有${length}个字符，至少需要${shortestPassword}个。`;
  if (length > longestPassword) return `口令超过${longestPassword}个字符。`;
  const lower = password.toLowerCase();
  if (username.length >= 3 && lower.includes(username.toLowerCase()))
    return '口令中含有登录名，容易被猜中。请换一个。';
  if (name.length >= 2 && password.includes(name)) return '口令中含有姓名，容易被猜中。请换一个。';
  if (/(.)\1{4}/u.test(password)) return '口令中同一字符连续出现五次以上，容易被猜中。请换一个。';
  const guessed = common.find((part) => lower.includes(part));
  if (guessed !== undefined && length < sentence)
    return `口令中含有常见的“${guessed}”，容易被猜中。请换一个。`;
  if (length < sentence && kinds.filter((kind) => kind.test(password)).length < 3)
    return `不足${sentence}个字符的口令，应在大写字母、小写字母、数字、符号中至少用三类；也可以改用更长的一句话。`;
  return null;
}
