import { reachOf } from '../../../app/authorise.ts';
import { Button } from '../../theme/buttons.tsx';
import { SelectField } from '../../theme/select-field.tsx';
import type { OfficePage } from '../page.ts';
import type { FigureScope } from './figure-scope.ts';

interface Props {
  readonly page: OfficePage;
  readonly scope: Pick<FigureScope, 'agency' | 'below'>;
  readonly path: string;
  readonly hidden: Readonly<Record<string, string>>;
}

/** Own agency alone, or all below it with it; for those who may see figures of those below. */
export const ScopeForm = ({ page: { at, context }, scope: { agency, below }, path, hidden }: Props) =>
  reachOf(context, 'application.listCounted').below.length === 0 ? null : (
    <form class="gk-filter" action={at(path)} aria-label="选择范围">
      {Object.entries({ ...hidden, ...(agency.here ? {} : { agency: agency.slug }) }).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <SelectField
        name="scope"
        label="范围"
        options={[
          { value: 'own', label: agency.here ? '本机关' : agency.name },
          { value: 'below', label: '本机关和下级机关' },
        ]}
        value={below ? 'below' : 'own'}
      />
      <Button>查看</Button>
    </form>
  );
