import { useContext } from 'hono/jsx';
import { Dialog } from '../theme/dialog.tsx';
import { DiffView } from '../theme/diff-view.tsx';
import { Facts } from '../theme/facts.tsx';
import { KeyFigures } from '../theme/key-figures.tsx';
import { Panel } from '../theme/panel.tsx';
import { Tabs } from '../theme/tabs.tsx';
import { TextArea } from '../theme/text-area.tsx';
import { Timeline } from '../theme/timeline.tsx';
import { KitFields } from './kit-form.tsx';

const TimelinePanel = () => (
  <Panel id="timeline" title="办理过程">
    <Timeline
      entries={[
        { title: '签发', at: null, state: 'future', text: '等分管领导决定' },
        { title: '拟写答复', at: '2026-10-16 09:32', state: 'now', text: '周文静：完成逐项决定，待说明理由' },
        { title: '退回', at: '2026-10-15 16:02', state: 'returned', text: '何立言：第 2 页银行卡号没有遮盖' },
        {
          title: '征求第三方意见',
          at: '2026-09-22 10:05',
          state: 'paused',
          text: '09-23 签收，15 个工作日内答复。期限中止',
        },
        { title: '登记', at: '2026-09-16 16:40', state: 'done', text: '周文静：材料齐全，不需补正' },
      ]}
    />
  </Panel>
);

const before = `申请公开大坪镇人民政府2024年农村公路养护资金的安排文件。
资金安排文件予以公开，支出明细予以公开。
养护合同涉及商业秘密，不予公开。
如对本答复不服，可以自收到之日起60日内申请行政复议。
大坪镇人民政府`;
const after = `申请公开大坪镇人民政府2024年、2025年农村公路养护资金的安排文件。
资金安排文件予以公开，支出明细予以公开。
养护合同中的开户行和账号涉及商业秘密，该部分不予公开，其余予以公开。
如对本答复不服，可以自收到之日起60日内申请行政复议。
大坪镇人民政府`;

const ConfirmPanel = ({ at }: { at: string }) => (
  <Panel id="confirm" title="确认">
    <p>
      <a class="btn btn-outline-danger" href="#return">
        退回
      </a>{' '}
      <a href={`${at}/confirm`}>同样的确认，单独一页</a>
    </p>
    <p class="gk-hint">不能撤销的，或者要写理由的，才要确认；能撤销的做完再给“撤销”。</p>
    <Dialog
      id="return"
      title="退回修改？"
      consequence={<p>退回后由周文静修改，重新经过初审和保密审查。答复期限不停，还剩 2 个工作日。</p>}
      act="退回"
      action={`${at}/form`}
      fields={useContext(KitFields)}
    >
      <TextArea name="why" id="return-why" label="退回理由" need rows={2} />
    </Dialog>
  </Panel>
);

export const Flow = ({ at }: { at: string }) => (
  <>
    <Tabs
      label="案件内容"
      tabs={[
        { label: '办理', href: at, current: true },
        { label: '文书', href: `${at}?tab=letters`, count: 4 },
        { label: '今天到期', href: `${at}?tab=today`, count: 3, urgent: true },
        { label: '操作日志', href: `${at}?tab=log` },
      ]}
    />
    <KeyFigures
      label="本年情况"
      figures={[
        { label: '新收申请', value: 1219, unit: '件', href: `${at}#applications` },
        { label: '办结', value: 1204, unit: '件', href: `${at}#applications` },
        { label: '按时答复', value: '99.2%', href: `${at}#applications` },
        { label: '已超期', value: 1, unit: '件', href: `${at}#applications`, tone: 'over' },
        { label: '将到期', value: 3, unit: '件', href: `${at}#applications`, tone: 'soon' },
        { label: '满意度', value: null, href: null, note: '本年没有评议' },
      ]}
    />
    <div class="gk-pair">
      <TimelinePanel />
      <div>
        <ConfirmPanel at={at} />
        <Panel id="facts" title="登记内容" aside={<a href={at}>查看原件</a>}>
          <Facts
            columns={2}
            facts={[
              ['登记编号', '2026-0187'],
              ['收到日期', '2026-09-16'],
              ['申请人', '林**（自然人）'],
              ['收到方式', '网上，双方确认'],
            ]}
          />
        </Panel>
      </div>
    </div>
    <Panel id="diff" title="两个版本的差别">
      <DiffView before={before} after={after} labels={['送审稿', '修改后']} />
    </Panel>
  </>
);
