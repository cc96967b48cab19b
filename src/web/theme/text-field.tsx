import { controlAttributes, Field, type FieldProps, fieldId } from './field.tsx';

type Kind = 'text' | 'search' | 'tel' | 'email' | 'url' | 'number' | 'date';

export interface TextFieldProps extends FieldProps {
  readonly kind?: Kind;
  readonly value?: string | number | null;
  readonly maxlength?: number;
  readonly placeholder?: string;
  readonly readonly?: boolean;
  readonly autocomplete?: string;
  /** Lowest and highest of a number or day. */
  readonly min?: string | number;
  readonly max?: string | number;
  readonly step?: string | number;
  /** Said behind the control: 元, 页. */
  readonly unit?: string;
  /** Values that the browser offers while typing, each with what it stands for; any other may be typed. */
  readonly suggestions?: readonly { readonly value: string; readonly label: string }[];
  /** As wide as what goes in: a day, a count, a number of a document; else the whole line. */
  readonly width?: 'short' | 'medium';
}

/** Numbers are text with a numeric keyboard: a wheel or an arrow never changes a figure unseen. */
const typeOf = (kind: Kind) => (kind === 'number' ? 'text' : kind);

/** A line of text, a number or a day. */
export const TextField = (props: TextFieldProps) => {
  const {
    kind = 'text',
    value,
    suggestions = [],
    width = kind === 'number' || kind === 'date' ? 'short' : undefined,
  } = props;
  const attributes = {
    type: typeOf(kind),
    ...(kind === 'number'
      ? { inputmode: props.step === undefined ? ('numeric' as const) : ('decimal' as const) }
      : {}),
    ...(kind === 'date' ? { min: props.min, max: props.max } : {}),
    maxlength: props.maxlength,
    placeholder: props.placeholder,
    autocomplete: props.autocomplete ?? 'off',
    readonly: props.readonly,
    ...(suggestions.length > 0 ? { list: `${fieldId(props)}-list` } : {}),
  };
  return (
    <Field {...props}>
      <span class="gk-with-unit">
        <input
          class={`form-control${width === undefined ? '' : ` gk-w-${width}`}${kind === 'number' ? ' n' : ''}`}
          value={value === null || value === undefined ? '' : String(value)}
          {...attributes}
          {...controlAttributes(props)}
        />
        {props.unit !== undefined && <span>{props.unit}</span>}
        {suggestions.length > 0 && (
          <datalist id={`${fieldId(props)}-list`}>
            {suggestions.map((one) => (
              <option value={one.value}>{one.label}</option>
            ))}
          </datalist>
        )}
      </span>
    </Field>
  );
};
