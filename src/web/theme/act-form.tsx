import type { Child } from 'hono/jsx';
import type { Act } from './office-shell.ts';

export const HiddenFields = ({ fields = {} }: { fields?: Readonly<Record<string, string>> | undefined }) => (
  <>
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
);

/** One act as a button in a form of its own. */
export const ActForm = ({ act, class: look, children }: { act: Act; class: string; children?: Child }) => (
  <form method="post" action={act.action} data-once>
    <HiddenFields fields={act.fields} />
    <button class={look} type="submit">
      {children}
      {act.label}
    </button>
  </form>
);
