import { FileField } from '../theme/file-field.tsx';
import { TextArea } from '../theme/text-area.tsx';
import type { Fault } from './apply-page.tsx';
import type { Sent } from './form-fields.ts';

interface Props {
  readonly sent: Sent;
  readonly faults: readonly Fault[];
}

export const proofKinds = '.pdf,.jpg,.jpeg,.png,.doc,.docx';

/** Which record, what is wrong, what is right, and the proof (第四十一条). */
export const RecordFields = ({ sent, faults }: Props) => {
  const of = (name: string) => ({
    name,
    value: sent[name] ?? '',
    need: true as const,
    maxlength: 2000,
    error: faults.find(({ field }) => field === name)?.message ?? null,
  });
  return (
    <>
      <TextArea
        {...of('record')}
        label="哪一项记录"
        rows={2}
        hint="例如：某年某月公开的某份名单，写明名称、文号或者在哪里看到。"
      />
      <TextArea {...of('wrong')} label="哪里不准确" rows={2} hint="照记录上的写法写下来。" />
      <TextArea {...of('right')} label="正确的是" rows={2} />
      <FileField
        name="proof"
        label="证据"
        need
        multiple
        accept={proofKinds}
        hint="证明记录不准确的材料，PDF、图片或者 Word，合计不超过 20 MB。加密保存。"
        error={faults.find(({ field }) => field === 'proof')?.message ?? null}
      />
    </>
  );
};
