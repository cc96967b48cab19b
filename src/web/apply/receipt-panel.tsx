import { longDay } from '../clock/words.ts';

/** What was received by whom and when, and the number and code it is followed by. */
export const ReceiptPanel = ({
  agency,
  agencyLabel,
  numberLabel,
  submitted: { submittedOn, receiptNumber, code },
}: {
  agency: string;
  agencyLabel: string;
  numberLabel: string;
  submitted: { readonly submittedOn: string; readonly receiptNumber: string; readonly code: string };
}) => (
  <div class="gk-panel">
    <dl class="gk-panel-b gk-defs gk-receipt">
      <dt>{agencyLabel}</dt>
      <dd>{agency}</dd>
      <dt>提交日期</dt>
      <dd>{longDay(submittedOn)}</dd>
      <dt>{numberLabel}</dt>
      <dd>
        <strong class="gk-nw">{receiptNumber}</strong>
      </dd>
      <dt>查询码</dt>
      <dd>
        <strong class="gk-nw">{code}</strong>
      </dd>
    </dl>
  </div>
);
