import { suggestionBasis, suggestionGrounds } from '../../law/suggestion.ts';
import { longDay } from '../clock/words.ts';
import { ArticleChip } from '../theme/article-chip.tsx';
import { Button, Buttons } from '../theme/buttons.tsx';
import { ChoiceField } from '../theme/choice-field.tsx';
import { Form } from '../theme/form.tsx';
import { Panel } from '../theme/panel.tsx';
import { TextArea } from '../theme/text-area.tsx';
import type { ProgressPageProps } from './progress-page.tsx';

const became = {
  open: (day: string) => `${day}提出，受理机关正在审核。`,
  takenUp: (day: string) => `受理机关已于${day}决定纳入主动公开的范围。`,
  refused: (day: string) => `受理机关已于${day}审核，没有纳入主动公开的范围。`,
} as const;

/** What was given to one may be of use to all: the applicant suggests it, the agency looks into it (第四十四条第二款). */
export const Suggest = ({ deps, followed, faults }: ProgressPageProps) => {
  const { proposal } = followed;
  const offered = followed.acts.includes('suggest');
  if (!offered && proposal?.suggested !== true) return null;
  const error = faults.find(({ field }) => field === 'ground')?.message ?? null;
  return (
    <Panel id="suggest" title="建议向公众公开" aside={<ArticleChip basis={suggestionBasis} />}>
      {offered ? (
        <>
          <p>
            您认为得到的信息涉及公众利益调整、需要公众广泛知晓或者需要公众参与决策的，可以建议纳入主动公开的范围。经审核属于主动公开范围的，会及时主动公开；不会公开您是谁。
          </p>
          <details class="gk-more" open={error !== null}>
            <summary>在这里提出建议</summary>
            <Form action={deps.urls.at('/track/suggestion')} label="建议向公众公开">
              <ChoiceField
                name="ground"
                label="您认为这些信息"
                need
                kind="one"
                options={Object.entries(suggestionGrounds).map(([value, label]) => ({ value, label }))}
                values={[]}
                error={error}
              />
              <TextArea name="suggestion" label="说明" need={false} rows={3} maxlength={1000} />
              <Buttons>
                <Button>提出建议</Button>
              </Buttons>
            </Form>
          </details>
        </>
      ) : (
        <p>您的建议：{became[proposal!.state](longDay(proposal!.on))}</p>
      )}
    </Panel>
  );
};
