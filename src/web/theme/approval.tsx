import type { Child } from 'hono/jsx';

/** The paper: exactly what will go out. A red head and 仿宋 are for documents only. */
export const Paper = ({ label, children }: { label: string; children: Child }) => (
  <article class="gk-paper gk-letter" aria-label={label}>
    {children}
  </article>
);

/** A hash as people compare it by eye: the first 16 and the last 8 digits in groups of four. */
export function fingerprint(sha256: string): string {
  const groups = (text: string) => text.match(/.{1,4}/g)?.join(' ') ?? '';
  return sha256.length <= 24
    ? groups(sha256)
    : `${groups(sha256.slice(0, 16))} … ${groups(sha256.slice(-8))}`;
}

/** What approval is bound to, in words, with the fingerprint of it and the whole hash to copy. */
export const Fingerprint = ({ sha256, children }: { sha256: string; children: Child }) => (
  <div class="gk-print">
    <p>{children}</p>
    <p class="gk-hash">
      <span class="gk-muted">校验值</span> <code>{fingerprint(sha256)}</code>
      <button class="btn btn-link" type="button" hidden data-copy={sha256}>
        复制
      </button>
    </p>
  </div>
);

/** The decision: under the text on a screen, fixed at the foot of a phone. The frame's `actbar` keeps room for it. */
export const DecisionBar = ({ children }: { children: Child }) => (
  <div class="gk-actbar gk-btns">{children}</div>
);
