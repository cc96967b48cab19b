import { controlAttributes, Field, type FieldProps } from './field.tsx';

export interface FileFieldProps extends FieldProps {
  /** Endings that are taken: .pdf,.docx. */
  readonly accept: string;
  readonly multiple?: boolean;
}

/** A file as the browser offers it; where files are many or large, Upload shows their progress too. */
export const FileField = (props: FileFieldProps) => (
  <Field {...props}>
    <input
      class="form-control"
      type="file"
      accept={props.accept}
      multiple={props.multiple ?? false}
      {...controlAttributes(props)}
    />
  </Field>
);
