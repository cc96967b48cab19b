import type { Child } from 'hono/jsx';
import { describedBy, type FieldProps, FieldWords, fieldId, Legend } from './field.tsx';

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
  /** What choosing it leads to. */
  readonly hint?: Child;
  readonly disabled?: boolean;
}

export interface ChoiceFieldProps extends FieldProps {
  /** One answer as radio buttons, or several as check boxes. */
  readonly kind: 'one' | 'several';
  readonly options: readonly ChoiceOption[];
  readonly values: readonly string[];
  /** Short answers stand in one line. */
  readonly row?: boolean;
}

const Choice = ({
  props,
  option,
  index,
}: {
  props: ChoiceFieldProps;
  option: ChoiceOption;
  index: number;
}) => {
  // A summary of errors leads to the field by its id: the first control.
  const id = index === 0 ? fieldId(props) : `${fieldId(props)}-${index}`;
  return (
    <div class="form-check">
      <input
        class="form-check-input"
        type={props.kind === 'one' ? 'radio' : 'checkbox'}
        id={id}
        name={props.name}
        value={option.value}
        checked={props.values.includes(option.value)}
        disabled={option.disabled ?? false}
        {...(option.hint === undefined ? {} : { 'aria-describedby': `${id}-note` })}
      />
      <label class="form-check-label" for={id}>
        {option.label}
      </label>
      {option.hint !== undefined && (
        <p class="gk-hint" id={`${id}-note`}>
          {option.hint}
        </p>
      )}
    </div>
  );
};

/** A question with its answers all in sight. */
export const ChoiceField = (props: ChoiceFieldProps) => {
  return (
    <fieldset class={props.error ? 'gk-field gk-field--error' : 'gk-field'} {...describedBy(props)}>
      <legend class="gk-label">
        <Legend {...props} />
      </legend>
      <FieldWords {...props} />
      <div class={props.row ? 'gk-opts gk-opts--row' : 'gk-opts'}>
        {props.options.map((option, index) => (
          <Choice props={props} option={option} index={index} />
        ))}
      </div>
    </fieldset>
  );
};
