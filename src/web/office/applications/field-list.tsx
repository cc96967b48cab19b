import type { Citation } from '../../../law/citation.ts';
import { ArticleChip } from '../../theme/article-chip.tsx';
import { CheckBox } from '../../theme/check-box.tsx';
import { ChoiceField } from '../../theme/choice-field.tsx';
import { describedBy, FieldWords, fieldId, Legend } from '../../theme/field.tsx';
import { SelectField } from '../../theme/select-field.tsx';
import { TextArea } from '../../theme/text-area.tsx';
import { TextField } from '../../theme/text-field.tsx';
import { type Fault, faultOf } from '../faults.ts';
import type { Sent } from '../page.ts';
import type { FieldDef } from './field-defs.ts';
import { helped } from './field-help.ts';

interface Props {
  /** The form they stand in: an act or a name of its own, by which each finds its help. */
  readonly form: string;
  /** The article that stands over the form already: it is not said again at each field. */
  readonly under?: Citation | undefined;
  readonly fields: readonly FieldDef[];
  readonly sent: Sent;
  readonly faults: readonly Fault[];
}

/** Answers so short that they stand side by side, in characters. */
const inOneLine = 8;

/** Check boxes with names of their own: a form is read by name, one value each. */
const Several = ({
  field,
  sent,
  error,
}: {
  field: Extract<FieldDef, { kind: 'several' }>;
  sent: Sent;
  error: string | null;
}) => (
  <fieldset
    class={error === null ? 'gk-field' : 'gk-field gk-field--error'}
    {...describedBy({ ...field, error })}
  >
    <legend class="gk-label">
      <Legend {...field} />
    </legend>
    <FieldWords {...field} error={error} />
    <div class="gk-opts">
      {field.options.map(({ value, label }, index) => (
        <CheckBox
          name={`${field.name}.${value}`}
          // A summary of errors leads to the first of them.
          {...(index === 0 ? { id: fieldId(field) } : {})}
          label={label}
          checked={`${field.name}.${value}` in sent || (field.values?.includes(value) ?? false)}
        />
      ))}
    </div>
  </fieldset>
);

const One = ({ field, sent, faults }: Pick<Props, 'sent' | 'faults'> & { field: FieldDef }) => {
  const { name, label, hint, basis } = field;
  const common = {
    name,
    label,
    error: faultOf(faults, name),
    ...(field.need === undefined ? {} : { need: field.need }),
    ...(hint === undefined ? {} : { hint }),
    ...(basis === undefined ? {} : { basis }),
  };
  switch (field.kind) {
    case 'area':
      return <TextArea {...common} rows={3} value={sent[name] ?? field.value ?? ''} />;
    case 'select':
      return (
        <SelectField
          {...common}
          options={field.options}
          blank="请选择"
          value={sent[name] ?? field.value ?? null}
        />
      );
    case 'radio':
      return (
        <ChoiceField
          {...common}
          kind="one"
          row={field.options.every((option) => option.label.length <= inOneLine)}
          options={field.options}
          values={[sent[name] ?? field.value ?? '']}
        />
      );
    case 'several':
      return <Several field={field} sent={sent} error={common.error} />;
    case 'check':
      return (
        <CheckBox
          name={name}
          label={label}
          checked={name in sent || (field.checked ?? false)}
          {...(hint === undefined && basis === undefined
            ? {}
            : {
                hint: (
                  <>
                    {hint}
                    {basis !== undefined && <ArticleChip basis={basis} />}
                  </>
                ),
              })}
        />
      );
    default:
      return (
        <TextField
          {...common}
          kind={field.kind}
          value={sent[name] ?? field.value ?? ''}
          {...(field.unit === undefined ? {} : { unit: field.unit })}
        />
      );
  }
};

export const FieldList = ({ form, under, fields, sent, faults }: Props) => (
  <>
    {fields.map((field) => (
      <One field={helped(form, field, under)} sent={sent} faults={faults} />
    ))}
  </>
);
