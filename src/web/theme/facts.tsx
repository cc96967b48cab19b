import type { Child } from 'hono/jsx';

/** Names and values, one a line; `columns` 2 puts two pairs in a line on a wide screen. */
export const Facts = ({
  facts,
  columns = 1,
}: {
  facts: readonly (readonly [name: string, value: Child])[];
  columns?: 1 | 2;
}) => (
  <dl class={columns === 2 ? 'gk-facts gk-facts--2' : 'gk-facts'}>
    {facts.map(([name, value]) => (
      <>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </>
    ))}
  </dl>
);
