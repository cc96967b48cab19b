import type { Urls } from '../http/urls.ts';
import { Icon } from '../theme/icons.tsx';
import { ScrollRegion } from '../theme/parts.tsx';
import { type ExampleChange, exampleChanges } from './example-changes.ts';
import { ruleOfCode } from './rule-groups.ts';
import type { RuleExample } from './rule-page-text.ts';

/** Tables of so few columns fit a phone and need no region of their own to scroll in. */
const narrow = 3;

const Cells = ({ columns, rows, of }: Extract<ExampleChange, { kind: 'cells' }> & { of: string }) => {
  const name = rows.map(({ title }) => title).join('、');
  const table = (
    <table class="gk-form gk-form--example">
      <caption class="visually-hidden">{name}</caption>
      <thead>
        <tr>
          <td />
          {columns.map((column) => (
            <th scope="col">{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ title, values }) => (
          <tr>
            <th scope="row">{title}</th>
            {columns.map((_, index) => {
              const value = values[index] ?? '';
              return <td class={value === '0' ? 'z' : ''}>{value === '' ? <small>空白</small> : value}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return columns.length <= narrow ? (
    <div class="gk-example-t">{table}</div>
  ) : (
    <ScrollRegion label={`${of}：${name}`}>{table}</ScrollRegion>
  );
};

const Change = ({ change, of, urls }: { change: ExampleChange; of: string; urls: Urls }) => {
  if (change.kind === 'cells') return <Cells {...change} of={of} />;
  if (change.kind === 'prose')
    return (
      <div>
        <p class="where">{change.where}：</p>
        <blockquote>
          {change.paragraphs.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </blockquote>
      </div>
    );
  if (change.kind === 'words') return <p>{change.text}</p>;
  const rule = ruleOfCode(change.code);
  return (
    <p class="gk-muted gk-small">
      同时违反规则{' '}
      {rule === null ? (
        change.code
      ) : (
        <a href={urls.rule(rule.id)}>
          {rule.code} {rule.name}
        </a>
      )}
      。
    </p>
  );
};

/** One example as a box: what is different from the sample, and whether the rule lets it pass. */
export const ExampleBox = ({
  example,
  passes,
  urls,
}: {
  example: RuleExample;
  passes: boolean;
  urls: Urls;
}) => (
  <figure class={`gk-example gk-example--${passes ? 'ok' : 'over'}`}>
    <figcaption>
      <span class={`gk-badge gk-badge--${passes ? 'ok' : 'over'}`}>
        <Icon name={passes ? 'check' : 'cross'} />
        {passes ? '通过' : '不通过'}
      </span>
      {example.caption}
    </figcaption>
    {exampleChanges(example.lines).map((change) => (
      <Change change={change} of={example.caption} urls={urls} />
    ))}
  </figure>
);
