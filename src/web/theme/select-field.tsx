import { controlAttributes, Field, type FieldProps } from './field.tsx';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

export interface SelectFieldProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value?: string | null;
  /** First entry, of no value: 请选择 where one must be chosen. */
  readonly blank?: string;
  readonly width?: 'short' | 'medium';
}

export const Options = ({
  options,
  value,
}: {
  options: readonly Option[];
  value: string | null | undefined;
}) => (
  <>
    {options.map((option) => (
      <option value={option.value} selected={option.value === value} disabled={option.disabled ?? false}>
        {option.label}
      </option>
    ))}
  </>
);

/** One of some fixed answers. */
export const SelectField = (props: SelectFieldProps) => (
  <Field {...props}>
    <select
      class={`form-select${props.width === undefined ? '' : ` gk-w-${props.width}`}`}
      {...controlAttributes(props)}
    >
      {props.blank !== undefined && <option value="">{props.blank}</option>}
      <Options options={props.options} value={props.value} />
    </select>
  </Field>
);
