import type { Child } from 'hono/jsx';

/** A titled part of a page. `aside` stands at the right end of the title; `flush` lets a table reach the borders. */
export const Panel = (props: {
  title: string;
  id: string;
  aside?: Child;
  foot?: Child;
  flush?: boolean;
  children: Child;
}) => (
  <section class="gk-panel" id={props.id} aria-labelledby={`${props.id}-title`}>
    <div class="gk-panel-h">
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      {props.aside !== undefined && <div class="end">{props.aside}</div>}
    </div>
    {props.flush ? props.children : <div class="gk-panel-b">{props.children}</div>}
    {props.foot !== undefined && <div class="gk-panel-f">{props.foot}</div>}
  </section>
);
