import { type DiffParagraph, type DiffRun, diffTexts } from './text-diff.ts';

/** Paragraphs that stayed, on each side of a change, which are shown with it. */
const AROUND = 1;

const Run = ({ run }: { run: DiffRun }) =>
  run.kind === 'same' ? (
    <span>{run.text}</span>
  ) : run.kind === 'removed' ? (
    <del>
      <span class="visually-hidden">〔删去：</span>
      {run.text}
      <span class="visually-hidden">〕</span>
    </del>
  ) : (
    <ins>
      <span class="visually-hidden">〔增加：</span>
      {run.text}
      <span class="visually-hidden">〕</span>
    </ins>
  );

const Paragraph = ({ paragraph }: { paragraph: DiffParagraph }) => (
  <p {...(paragraph.kind === 'changed' ? { class: 'is-changed' } : {})}>
    {paragraph.runs.map((run) => (
      <Run run={run} />
    ))}
  </p>
);

/** Runs of paragraphs, each to be shown or folded away. */
export function folded(
  paragraphs: readonly DiffParagraph[],
): { readonly shown: boolean; readonly paragraphs: readonly DiffParagraph[] }[] {
  const near = (at: number) =>
    paragraphs.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ kind }) => kind === 'changed');
  const groups: { shown: boolean; paragraphs: DiffParagraph[] }[] = [];
  paragraphs.forEach((paragraph, at) => {
    const last = groups[groups.length - 1];
    if (last?.shown === near(at)) last.paragraphs.push(paragraph);
    else groups.push({ shown: near(at), paragraphs: [paragraph] });
  });
  return groups;
}

const count = (paragraphs: readonly DiffParagraph[], kind: DiffRun['kind']): number =>
  paragraphs
    .flatMap(({ runs }) => runs)
    .filter((run) => run.kind === kind)
    .reduce((sum, { text }) => sum + [...text].length, 0);

function changeWords(gone: number, come: number): string {
  const parts = [gone > 0 ? `删去 ${gone} 字` : '', come > 0 ? `增加 ${come} 字` : ''].filter(
    (part) => part !== '',
  );
  return parts.length === 0 ? '没有改动。' : `${parts.join('，')}。`;
}

/** Two versions of a text in one column: what went struck through, what came underlined, long unchanged parts folded. */
export const DiffView = ({
  before,
  after,
  labels,
}: {
  before: string;
  after: string;
  /** What the versions are: 送审稿, 修改后. */
  labels: readonly [before: string, after: string];
}) => {
  const paragraphs = diffTexts(before, after);
  const [gone, come] = [count(paragraphs, 'removed'), count(paragraphs, 'added')];
  return (
    <div class="gk-diff">
      <p class="gk-hint">
        从{labels[0]}到{labels[1]}：{changeWords(gone, come)}
      </p>
      {folded(paragraphs).map((group) =>
        group.shown || group.paragraphs.length === 1 ? (
          group.paragraphs.map((paragraph) => <Paragraph paragraph={paragraph} />)
        ) : (
          <details>
            <summary>没有改动的 {group.paragraphs.length} 段</summary>
            {group.paragraphs.map((paragraph) => (
              <Paragraph paragraph={paragraph} />
            ))}
          </details>
        ),
      )}
    </div>
  );
};
