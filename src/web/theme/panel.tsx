import type { Child } from 'hono/jsx';

/** A part of a page with its heading. `flush`: a table that reaches the panel's edges. */
export const Panel = (props: {
  id: string;
  title: string;
  aside?: Child;
  flush?: boolean;
  children: Child;
}) => (
  <section class="gk-panel" id={props.id} aria-labelledby={`${props.id}-title`}>
    <div class="gk-panel-h">
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      {props.aside}
    </div>
    {props.flush ? props.children : <div class="gk-panel-b">{props.children}</div>}
  </section>
);
