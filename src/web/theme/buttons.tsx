import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icons.tsx';

export type Weight = 'primary' | 'plain' | 'danger' | 'link';

const looks: Readonly<Record<Weight, string>> = {
  primary: 'btn btn-primary',
  plain: 'btn btn-outline-primary',
  danger: 'btn btn-outline-danger',
  link: 'btn btn-link',
};

interface Look {
  readonly weight?: Weight;
  readonly icon?: IconName;
  readonly children: Child;
}

/** Sends its form. `name` and `value` tell several of one form apart; `action` sends it elsewhere. */
export const Button = (
  props: Look & {
    name?: string;
    value?: string;
    action?: string;
    form?: string;
    describedBy?: string;
    disabled?: boolean;
  },
) => (
  <button
    class={looks[props.weight ?? 'plain']}
    type="submit"
    name={props.name}
    value={props.value}
    formaction={props.action}
    form={props.form}
    disabled={props.disabled ?? false}
    {...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy })}
  >
    {props.icon && <Icon name={props.icon} />}
    {props.children}
  </button>
);

/** A link that looks like a button, where it leads to a page and changes nothing. */
export const ButtonLink = ({ href, weight = 'plain', icon, children }: Look & { href: string }) => (
  <a class={looks[weight]} href={href}>
    {icon && <Icon name={icon} />}
    {children}
  </a>
);

/** The one main button of a view. While something is missing it cannot be pressed, and says beneath what that is. */
export const MainButton = ({
  missing = [],
  id = 'main-missing',
  ...button
}: Omit<Parameters<typeof Button>[0], 'weight' | 'disabled' | 'describedBy'> & {
  missing?: readonly string[];
  id?: string;
}) =>
  missing.length === 0 ? (
    <Button weight="primary" {...button} />
  ) : (
    <span class="gk-main">
      <Button weight="primary" disabled describedBy={id} {...button} />
      <span class="gk-hint" id={id}>
        还差：{missing.join('、')}
      </span>
    </span>
  );

/** Buttons in a row, the main one first. */
export const Buttons = ({ children }: { children: Child }) => <div class="gk-btns">{children}</div>;
