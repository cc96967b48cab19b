import type { Child } from 'hono/jsx';
import { HiddenFields } from './act-form.tsx';
import type { Weight } from './buttons.tsx';

export interface ConfirmProps {
  readonly id: string;
  /** A question: 退回修改？ */
  readonly title: string;
  /** What follows from it, the clock included. */
  readonly consequence: Child;
  /** The button names the act: 退回, never 确定. */
  readonly act: string;
  readonly weight?: Extract<Weight, 'primary' | 'danger'>;
  readonly action: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** Fields the act needs, such as a reason. */
  readonly children?: Child;
}

const Body = (props: ConfirmProps & { back: string; backWords: string }) => (
  <form method="post" action={props.action} novalidate data-once>
    <HiddenFields fields={props.fields} />
    <header>
      <h2 id={`${props.id}-title`}>{props.title}</h2>
    </header>
    <div>
      <div class="gk-text" id={`${props.id}-text`}>
        {props.consequence}
      </div>
      {props.children}
    </div>
    <footer>
      <a class="btn btn-outline-primary" href={props.back} data-close>
        {props.backWords}
      </a>
      <button class={props.weight === 'primary' ? 'btn btn-primary' : 'btn btn-outline-danger'} type="submit">
        {props.act}
      </button>
    </footer>
  </form>
);

/**
 * Asks before what cannot be undone or needs a reason. A link to `#<id>` opens it by `:target`, without script; with
 * script the focus stays inside and Escape closes it.
 */
export const Dialog = (props: ConfirmProps) => (
  <div class="gk-veil" id={props.id} data-dialog>
    <div
      class="gk-dialog"
      role="dialog"
      aria-modal="true"
      aria-labelledby={`${props.id}-title`}
      aria-describedby={`${props.id}-text`}
      tabindex={-1}
    >
      <Body {...props} back="#main" backWords="不处理" />
    </div>
  </div>
);

/** The same as a page of its own: where a refused reason comes back, and where a link leads from another page. */
export const ConfirmBox = (props: ConfirmProps & { back: string }) => (
  <div class="gk-dialog gk-dialog--page">
    <Body {...props} backWords="返回，不处理" />
  </div>
);
