import { controlAttributes, Field, type FieldProps, fieldId } from './field.tsx';

export interface PasswordFieldProps extends FieldProps {
  /** Tells password managers whether to offer the known one or a new one. */
  readonly autocomplete: 'current-password' | 'new-password';
}

/** A password is never printed back. The button that shows what is typed appears only where the script runs. */
export const PasswordField = (props: PasswordFieldProps) => (
  <Field {...props}>
    <span class="gk-with-unit">
      <input
        class="form-control gk-w-medium"
        type="password"
        autocomplete={props.autocomplete}
        spellcheck={false}
        {...controlAttributes(props)}
      />
      <button
        class="btn btn-outline-primary"
        type="button"
        hidden
        data-show-password={fieldId(props)}
        aria-pressed="false"
      >
        显示
      </button>
    </span>
  </Field>
);
