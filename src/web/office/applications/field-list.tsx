import { ArticleChip } from '../../theme/article-chip.tsx';
import { CheckBox } from '../../theme/check-box.tsx';
import { ChoiceField } from '../../theme/choice-field.tsx';
import { describedBy, FieldWords, Legend } from '../../theme/field.tsx';
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
  readonly fields: readonly FieldDef[];
  readonly sent: Sent;
  readonly faults: readonly Fault[];
}

/** Answers so short that they stand side by side, in characters. */
const inOneLine = 8;

/** Check boxes with names of their own: a form is read by name, one value each. */
const Several = ({ field, sent }: { field: Extract<FieldDef, { kind: 'several' }>; sent: Sent }) => (
  <fieldset class="gk-field" {...describedBy(field)}>
    <legend class="gk-label">
      <Legend {...field} />
    </legend>
    <FieldWords {...field} />
    <div class="gk-opts">
      {field.options.map(({ value, label }) => (
        <CheckBox
          name={`${field.name}.${value}`}
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
      return <Several field={field} sent={sent} />;
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

export const FieldList = ({ form, fields, sent, faults }: Props) => (
  <>
    {fields.map((field) => (
      <One field={helped(form, field)} sent={sent} faults={faults} />
    ))}
  </>
);
