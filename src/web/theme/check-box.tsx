import type { Child } from 'hono/jsx';
import { fieldId } from './field.tsx';

/** One statement to agree to or not. */
export const CheckBox = (props: {
  name: string;
  id?: string;
  value?: string;
  label: Child;
  checked: boolean;
  hint?: Child;
  disabled?: boolean;
}) => {
  const id = fieldId(props);
  return (
    <div class="form-check gk-check">
      <input
        class="form-check-input"
        type="checkbox"
        id={id}
        name={props.name}
        value={props.value ?? '1'}
        checked={props.checked}
        disabled={props.disabled ?? false}
        {...(props.hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
      />
      <label class="form-check-label" for={id}>
        {props.label}
      </label>
      {props.hint !== undefined && (
        <p class="gk-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
    </div>
  );
};
