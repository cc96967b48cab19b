import { ActForm } from './act-form.tsx';
import { Icon, type IconName } from './icons.tsx';
import type { Flash } from './office-shell.ts';

const icons: Readonly<Record<Flash['tone'], IconName>> = { ok: 'check', soon: 'alert', over: 'alert' };

/** What became of the last act, in one line above the page; it stays, so that slow readers lose nothing. */
export const FlashLine = ({ flash }: { flash: Flash | null }) => (
  <div class="gk-flash" role="status" id="flash">
    {flash !== null && (
      <div class={`gk-toast gk-toast--${flash.tone}`}>
        <Icon name={icons[flash.tone]} />
        <span>{flash.text}</span>
        {flash.undo && <ActForm act={flash.undo} class="gk-toast-act" />}
      </div>
    )}
  </div>
);
