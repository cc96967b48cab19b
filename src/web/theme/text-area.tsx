import { controlAttributes, Field, type FieldProps } from './field.tsx';

export interface TextAreaProps extends FieldProps {
  readonly value?: string;
  readonly rows?: number;
  readonly maxlength?: number;
  readonly placeholder?: string;
}

/** Several lines of text. */
export const TextArea = (props: TextAreaProps) => (
  <Field {...props}>
    <textarea
      class="form-control"
      rows={props.rows ?? 4}
      maxlength={props.maxlength}
      placeholder={props.placeholder}
      {...controlAttributes(props)}
    >
      {props.value ?? ''}
    </textarea>
  </Field>
);
