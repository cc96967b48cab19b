import type { Child } from 'hono/jsx';
import type { Citation } from '../../law/citation.ts';
import { ArticleChip } from './article-chip.tsx';

/** Fields that belong together, under one heading. `columns` lets short ones stand side by side on a wide screen. */
export const Fieldset = ({
  title,
  basis,
  hint,
  columns = 1,
  children,
}: {
  title: string;
  basis?: Citation;
  hint?: Child;
  columns?: 1 | 2;
  children: Child;
}) => (
  <fieldset class="gk-set">
    <legend>
      {title}
      {basis !== undefined && <ArticleChip basis={basis} />}
    </legend>
    {hint !== undefined && <p class="gk-hint">{hint}</p>}
    {columns === 2 ? <div class="gk-two">{children}</div> : children}
  </fieldset>
);
