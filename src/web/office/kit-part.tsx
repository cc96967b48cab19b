import type { Child } from 'hono/jsx';

/** One component of the kit with its states. */
export const Part = ({ id, title, children }: { id: string; title: string; children: Child }) => (
  <section class="gk-panel" id={id} aria-labelledby={`${id}-title`}>
    <div class="gk-panel-h">
      <h2 id={`${id}-title`}>{title}</h2>
    </div>
    <div class="gk-panel-b">{children}</div>
  </section>
);
