import type { Child } from 'hono/jsx';
import { HiddenFields } from './act-form.tsx';

/**
 * A form that changes something. It is checked by the server alone, so that every refusal reads alike and names its
 * article. With script it is sent once and warns before unsaved words are lost (`guard`).
 */
export const Form = (props: {
  action: string;
  fields?: Readonly<Record<string, string>>;
  label?: string;
  id?: string;
  class?: string;
  files?: boolean;
  guard?: boolean;
  children: Child;
}) => (
  <form
    method="post"
    action={props.action}
    novalidate
    data-once
    {...(props.guard ? { 'data-guard': true } : {})}
    {...(props.files ? { enctype: 'multipart/form-data' } : {})}
    {...(props.label === undefined ? {} : { 'aria-label': props.label })}
    {...(props.id === undefined ? {} : { id: props.id })}
    {...(props.class === undefined ? {} : { class: props.class })}
  >
    <HiddenFields fields={props.fields} />
    {props.children}
  </form>
);
