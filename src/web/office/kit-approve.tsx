import { DecisionBar, Fingerprint, Paper } from '../theme/approval.tsx';
import { Button } from '../theme/buttons.tsx';
import { ConfirmBox } from '../theme/dialog.tsx';
import { DueChip } from '../theme/due-chip.tsx';
import { OfficeFrame } from '../theme/office-frame.tsx';
import { Panel } from '../theme/panel.tsx';
import { PrintHead } from '../theme/print-head.tsx';
import { TextArea } from '../theme/text-area.tsx';
import { Timeline } from '../theme/timeline.tsx';
import { UploadItem } from '../theme/upload-item.tsx';
import type { KitView } from './kit-answers.tsx';
import { KitForm } from './kit-form.tsx';
import { TODAY } from './kit-rows.ts';

const Letter = () => (
  <Paper label="将要送达的答复书">
    <p class="red">大坪镇人民政府</p>
    <p class="right">坪公开〔2026〕38号</p>
    <h2>部分公开告知书</h2>
    <p class="flush">陈**：</p>
    <p>
      本机关于2026年9月14日收到您提交的政府信息公开申请（登记编号<span class="gk-nw">2026-0180</span>
      ），申请公开2025年村级公益事业奖补项目名单及验收资料。
    </p>
    <p>经审查，项目名单和验收结论属于可以公开的政府信息，现予提供，见附件1、附件2。</p>
    <p class="right">大坪镇人民政府</p>
    <p class="right">2026年10月16日</p>
  </Paper>
);

const Decision = ({ at }: { at: string }) => (
  <KitForm action={`${at}/form`} label="审批决定" class="gk-panel">
    <div class="gk-panel-b">
      <TextArea name="opinion" label="意见" need="退回时必填" rows={2} />
    </div>
    <DecisionBar>
      <Button weight="danger" icon="back" name="decision" value="return">
        退回
      </Button>
      <Button weight="primary" icon="check" name="decision" value="approve">
        批准签发
      </Button>
    </DecisionBar>
  </KitForm>
);

/** A page made for a phone first: the text to approve on top, the decision always in reach. */
export const KitApproval = ({ shell, at }: KitView) => (
  <OfficeFrame
    shell={shell}
    title="审批答复书"
    section={at}
    crumbs={[{ label: '组件与状态', href: at }, { label: '审批' }]}
    badges={<DueChip due={{ kind: 'running', left: 2, on: '2026-10-20', unit: '工作日' }} today={TODAY} />}
    actbar
  >
    <PrintHead agency="大坪镇人民政府" title="审批答复书 2026-0180" on={TODAY} />
    <div class="gk-split">
      <div>
        <Letter />
        <Panel id="attachments" title="附件" aside={<span class="gk-muted gk-small">1 个，一并送达</span>}>
          <ul>
            <UploadItem
              file={{
                id: '1',
                name: '2025年奖补项目名单.pdf',
                size: 81_000,
                verdict: 'clean',
                words: '3 页，未发现个人信息',
              }}
            />
          </ul>
        </Panel>
      </div>
      <aside aria-label="审批">
        <Panel
          id="reviews"
          title="已经过的审查"
          foot={
            <Fingerprint sha256="9f3c71ab04de552800112233445566778899aabbccddeeff00112233c1e07a96">
              批准的就是这份告知书和 1 个附件；改动一个字，须重新审批。
            </Fingerprint>
          }
        >
          <Timeline
            entries={[
              { title: '初审', at: '2026-10-15 10:12', state: 'done', text: '周文静：内容和依据无误' },
              { title: '保密审查', at: '2026-10-15 16:47', state: 'done', text: '何立言：不涉密，可以公开' },
              { title: '签发', at: null, state: 'now', text: '等分管领导决定' },
            ]}
          />
        </Panel>
        <Decision at={at} />
      </aside>
    </div>
  </OfficeFrame>
);

/** The dialog as a page of its own, as it comes back without a reason. */
export const KitConfirm = ({ shell, at, fields }: KitView) => (
  <OfficeFrame
    shell={shell}
    title="退回修改"
    section={at}
    crumbs={[{ label: '组件与状态', href: at }, { label: '退回修改' }]}
  >
    <ConfirmBox
      id="return"
      title="退回修改？"
      consequence={<p>退回后由周文静修改，重新经过初审和保密审查。答复期限不停，还剩 2 个工作日。</p>}
      act="退回"
      action={`${at}/form`}
      fields={fields}
      back={`${at}#confirm`}
    >
      <TextArea
        name="why"
        label="退回理由"
        need
        rows={3}
        error="没有写退回理由。请写明要改什么，经办人才好修改。"
      />
    </ConfirmBox>
  </OfficeFrame>
);
