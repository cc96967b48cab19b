/** What is wrong with a Set-Cookie of ours, in words; nothing when it is right. */
export function cookieFaults(
  set: string,
  wanted: { readonly path: string; readonly secure: boolean },
): string[] {
  const [pair = '', ...parts] = set.split(/;\s*/);
  const name = pair.slice(0, pair.indexOf('='));
  const attributes = new Map(
    parts.map((part): [string, string] => {
      const at = part.indexOf('=');
      return at < 0 ? [part.toLowerCase(), ''] : [part.slice(0, at).toLowerCase(), part.slice(at + 1)];
    }),
  );
  const faults = [
    ...(attributes.get('path') === wanted.path ? [] : [`path ${attributes.get('path')}`]),
    ...(attributes.has('httponly') ? [] : ['a script may read it']),
    ...(attributes.get('samesite')?.toLowerCase() === 'lax' ? [] : ['sent from other sites']),
    ...(attributes.has('secure') === wanted.secure
      ? []
      : [wanted.secure ? 'not secure' : 'never sent over http']),
    ...(attributes.has('domain') ? ['sent to other hosts'] : []),
    ...(name.startsWith('__Secure-') && !wanted.secure ? ['a name that http refuses'] : []),
  ];
  return faults.map((fault) => `${name}: ${fault}`);
}

export const nameOfCookie = (set: string): string => set.slice(0, set.indexOf('='));
