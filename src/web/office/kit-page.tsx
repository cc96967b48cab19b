import { OfficeFrame } from '../theme/office-frame.tsx';
import type { KitView } from './kit-answers.tsx';
import { Basics } from './kit-basics.tsx';
import { Charts } from './kit-charts.tsx';
import { Flow } from './kit-flow.tsx';
import { Forms } from './kit-forms.tsx';
import { Lists } from './kit-list.tsx';
import { Pickers } from './kit-pickers.tsx';
import { Work } from './kit-work.tsx';

/** Every component of the office in every state: the guide for who builds a page. */
export const KitPage = ({ shell, at, query, calendar, fields }: KitView) => (
  <OfficeFrame
    shell={shell}
    title="组件与状态"
    section={at}
    lead="办公端每一页都由这些组件拼成"
    actions={
      <a class="btn btn-outline-primary" href={`${at}/approve`}>
        看审批页
      </a>
    }
    flash={
      query.has('flash')
        ? { tone: 'ok', text: '已退回何立言修改', undo: { label: '撤销', action: `${at}/form`, fields } }
        : null
    }
  >
    <Basics at={at} />
    <Forms at={at} refused={query.has('refused')} />
    <Pickers at={at} query={query} calendar={calendar} />
    <Work at={at} />
    <Lists at={at} query={query} />
    <Flow at={at} />
    <Charts at={at} />
  </OfficeFrame>
);
