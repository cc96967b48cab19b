import type { Child } from 'hono/jsx';
import type { Citation } from '../../law/citation.ts';
import { ArticleChip } from './article-chip.tsx';
import { Icon } from './icons.tsx';

/** What every field says about itself, whatever its control. */
export interface FieldProps {
  readonly name: string;
  /** Unique in the page; `f-<name>` when left out. */
  readonly id?: string;
  readonly label: string;
  /** true 必填, false 选填; words where it depends, such as 退回时必填. Left out where neither is worth saying. */
  readonly need?: boolean | string;
  /** The article that asks for this field. */
  readonly basis?: Citation;
  readonly hint?: Child;
  /** What is wrong, by which article, what to do. */
  readonly error?: string | null;
  /** What the law lets pass but somebody should know. */
  readonly caution?: string | null;
}

export const fieldId = ({ id, name }: Pick<FieldProps, 'id' | 'name'>): string => id ?? `f-${name}`;

/** 必填, 选填 or given words; null says nothing. */
export const needWords = (need: FieldProps['need']): string | null =>
  need === undefined ? null : need === true ? '必填' : need === false ? '选填' : need;

/** Ties a control, or the fieldset of several, to its hint, error and caution. */
export function describedBy(
  props: Pick<FieldProps, 'name' | 'id' | 'hint' | 'error' | 'caution'>,
): Readonly<Record<string, string>> {
  const id = fieldId(props);
  const described = [
    props.hint === undefined ? '' : `${id}-hint`,
    props.error ? `${id}-error` : '',
    props.caution ? `${id}-caution` : '',
  ].filter((each) => each !== '');
  return described.length === 0 ? {} : { 'aria-describedby': described.join(' ') };
}

/** Attributes that tie a control to its label, hint and error. */
export function controlAttributes(props: FieldProps): Readonly<Record<string, string>> {
  return {
    id: fieldId(props),
    name: props.name,
    ...describedBy(props),
    ...(props.error ? { 'aria-invalid': 'true' } : {}),
    ...(props.need === true ? { 'aria-required': 'true' } : {}),
  };
}

export const Legend = ({ label, need, basis }: Pick<FieldProps, 'label' | 'need' | 'basis'>) => (
  <>
    {label}
    {needWords(need) !== null && <span class="gk-req">{needWords(need)}</span>}
    {basis !== undefined && <ArticleChip basis={basis} />}
  </>
);

/** Hint, error and caution, in this order, before the control. */
export const FieldWords = (props: FieldProps) => {
  const id = fieldId(props);
  return (
    <>
      {props.hint !== undefined && (
        <p class="gk-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.error && (
        <p class="gk-err" id={`${id}-error`}>
          <Icon name="alert" />
          <span>{props.error}</span>
        </p>
      )}
      {props.caution && (
        <p class="gk-caution" id={`${id}-caution`}>
          <Icon name="info" />
          <span>{props.caution}</span>
        </p>
      )}
    </>
  );
};

/** The label alone belongs to the control: a link in it would be pressed with it. */
export const FieldLabel = (props: FieldProps) => (
  <div class="gk-label">
    <label for={fieldId(props)}>{props.label}</label>
    {needWords(props.need) !== null && <span class="gk-req">{needWords(props.need)}</span>}
    {props.basis !== undefined && <ArticleChip basis={props.basis} />}
  </div>
);

/** A field of one control: label, need, article, hint, error, control. */
export const Field = ({ children, ...props }: FieldProps & { children: Child }) => (
  <div class={props.error ? 'gk-field gk-field--error' : 'gk-field'}>
    <FieldLabel {...props} />
    <FieldWords {...props} />
    {children}
  </div>
);
