import { cite } from '../../law/citation.ts';
import { type CorrectionCauseId, correctionCauses } from '../../law/intake.ts';
import { longDay } from '../clock/words.ts';
import { asksForWords, type CorrectionField, correctionFields } from '../correction.ts';
import { ArticleChip } from '../theme/article-chip.tsx';
import { Button, Buttons } from '../theme/buttons.tsx';
import { FileField } from '../theme/file-field.tsx';
import { Form } from '../theme/form.tsx';
import { Panel } from '../theme/panel.tsx';
import { SelectField } from '../theme/select-field.tsx';
import { TextArea } from '../theme/text-area.tsx';
import { TextField } from '../theme/text-field.tsx';
import type { Fault } from './apply-page.tsx';
import type { ProgressPageProps } from './progress-page.tsx';

const files = '.pdf,.jpg,.jpeg,.png,.doc,.docx';

/** A field that was asked for; what was given before stays where it is left empty. */
const Asked = ({
  field: { name, label, options },
  faults,
}: {
  field: CorrectionField;
  faults: readonly Fault[];
}) => {
  const common = {
    name,
    label,
    need: false as const,
    error: faults.find(({ field }) => field === name)?.message ?? null,
  };
  return options === null ? (
    <TextField {...common} maxlength={200} hint="不填的，以前填写的不变。" />
  ) : (
    <SelectField {...common} options={options} blank="请选择" value={null} />
  );
};

interface PartProps {
  readonly causes: readonly CorrectionCauseId[];
  readonly faults: readonly Fault[];
}

const Fields = ({ causes, faults }: PartProps) => (
  <>
    {correctionFields(causes).map((field) => (
      <Asked field={field} faults={faults} />
    ))}
  </>
);

const Words = ({ causes, faults }: PartProps) => (
  <TextArea
    name="text"
    label={asksForWords(causes) ? '补正的内容' : '补充说明'}
    need={asksForWords(causes)}
    rows={asksForWords(causes) ? 5 : 2}
    maxlength={2000}
    error={faults.find(({ field }) => field === 'text')?.message ?? null}
  />
);

/** What is asked of the applicant and until when, with the fields that say it (第三十条). */
export const CorrectionPanel = ({ deps, followed, faults, today }: ProgressPageProps) => {
  const { correction } = followed.state;
  if (correction === null || !followed.acts.includes('answerCorrection')) return null;
  const asks = correctionCauses.filter(({ id }) => correction.causes.includes(id));
  return (
    <Panel id="correction" title="需要您补正" aside={<ArticleChip basis={cite('tiaoli2019', '第三十条')} />}>
      <p>
        请在 <strong>{longDay(correction.due)}</strong>
        （含当日）之前补正。无正当理由逾期不补正的，视为放弃申请。
      </p>
      <ul class="gk-bullets">
        {asks.map(({ ask }) => (
          <li>{ask}</li>
        ))}
        {followed.unclear !== null && <li>{followed.unclear}</li>}
      </ul>
      <Form action={deps.urls.at('/track/correction')} files label="补正">
        {asksForWords(correction.causes) ? (
          <>
            <Words causes={correction.causes} faults={faults} />
            <Fields causes={correction.causes} faults={faults} />
          </>
        ) : (
          <>
            <Fields causes={correction.causes} faults={faults} />
            <Words causes={correction.causes} faults={faults} />
          </>
        )}
        {today > correction.due && (
          <TextArea
            name="excuse"
            label="逾期的正当理由"
            need
            hint="补正期限已过。有正当理由的，受理机关仍可以接受。"
            rows={2}
            maxlength={500}
          />
        )}
        <FileField
          name="file"
          label="附件"
          need={false}
          accept={files}
          error={faults.find(({ field }) => field === 'file')?.message ?? null}
        />
        <Buttons>
          <Button weight="primary">提交补正</Button>
        </Buttons>
      </Form>
    </Panel>
  );
};
