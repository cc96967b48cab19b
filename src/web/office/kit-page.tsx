import { OfficeFrame } from '../theme/office-frame.tsx';
import type { OfficeShell } from '../theme/office-shell.ts';
import { Basics } from './kit-basics.tsx';
import { Forms } from './kit-forms.tsx';
import { Lists } from './kit-list.tsx';

export interface KitPageProps {
  readonly shell: OfficeShell;
  /** Where the kit's routes are mounted. */
  readonly at: string;
  readonly query: URLSearchParams;
}

/** Every component of the office in every state: the guide for who builds a page. */
export const KitPage = ({ shell, at, query }: KitPageProps) => (
  <OfficeFrame
    shell={shell}
    title="组件与状态"
    section={at}
    lead="办公端每一页都由这些组件拼成"
    flash={
      query.has('flash')
        ? { tone: 'ok', text: '已退回何立言修改', undo: { label: '撤销', action: `${at}/form` } }
        : null
    }
  >
    <Basics at={at} />
    <Forms at={at} refused={query.has('refused')} />
    <Lists at={at} query={query} />
  </OfficeFrame>
);
