import type { FollowedApplication } from '../../app/queries/applications/follow-application.ts';
import { cite } from '../../law/citation.ts';
import { deadlines } from '../../law/deadlines.ts';
import { longDay } from '../clock/words.ts';
import { ArticleChip } from '../theme/article-chip.tsx';
import { Panel } from '../theme/panel.tsx';

interface Props {
  readonly followed: FollowedApplication;
}

/** What is to be paid, by when, how, and what happens otherwise (国办函〔2020〕109号). */
export const Payment = ({ followed: { payment, agency } }: Props) =>
  payment === null ? null : (
    <Panel id="payment" title="需要您缴费" aside={<ArticleChip basis={cite('tiaoli2019', '第四十二条')} />}>
      <p>
        信息处理费 <strong>{payment.yuan} 元</strong>，请
        {payment.until === null ? (
          `自收到收费通知书的次日起${deadlines.feePayment.workdays}个工作日内`
        ) : (
          <>
            在 <strong>{longDay(payment.until)}</strong>（含当日）之前
          </>
        )}
        缴纳。逾期不缴纳的，视为放弃申请，{agency.name}不再处理。
      </p>
      <p>缴纳方式：{payment.how ?? '见收费通知书。'}</p>
      <p class="gk-muted">标准、数额的计算见“给您的文书”中的收费通知书。缴纳后，答复期限自次日起重新计算。</p>
    </Panel>
  );

const openWords = (organ: string | null): string =>
  organ === null
    ? '期满没有答复的，或者收到答复后不服的，可以依法申请行政复议或者提起行政诉讼。答复书上会写明机关和期限。'
    : `期满没有答复的，或者收到答复后不服的，可以依法向${organ}申请行政复议，或者依法提起行政诉讼。应当先申请复议的情形和期限，答复书上会写明。`;

const fallback = {
  answered: '救济途径、机关和期限写在答复书的最后一段，以答复书为准。',
  silent:
    '已经超过答复期限。可以先向受理机关的复议机关申请行政复议，要求履行答复的职责；对复议决定不服的，可以再依法向人民法院提起行政诉讼。',
};

/** How to go to 复议, to whom, until when: in the words of the answer, or for want of one. */
export const Remedy = ({ followed: { remedy, clock } }: Props) => {
  const { because, paragraphs, organ, served, until } = remedy;
  const words =
    paragraphs.length > 0 ? paragraphs : [because === 'open' ? openWords(organ) : fallback[because]];
  return (
    <Panel id="remedy" title="不服怎么办" aside={<ArticleChip basis={cite('tiaoli2019', '第五十一条')} />}>
      {words.map((text) => (
        <p>{text}</p>
      ))}
      {because === 'silent' && clock?.unconfirmed && (
        <p class="gk-muted">
          答复期限是按系统回执之日暂计的；收到之日以双方确认的日期为准，申请前请先向受理机关核实。
        </p>
      )}
      {until !== null && served !== null && (
        <p>
          按{longDay(served)}送达计算，申请行政复议最迟到 <strong>{longDay(until)}</strong>。
        </p>
      )}
      {because === 'answered' && until === null && paragraphs.length > 0 && (
        <p class="gk-muted">期限自您收到答复书的次日起计算，请保存好信封和签收凭证。</p>
      )}
    </Panel>
  );
};

/** Whom to ask. */
export const Office = ({ followed: { office, agency } }: Props) => {
  const where = [office.address, office.phone && `电话${office.phone}`, office.hours]
    .filter(Boolean)
    .join('，');
  return (
    <Panel id="contact" title="联系受理机关">
      <p>
        {[agency.name, office.office].filter(Boolean).join('，')}
        {where === '' ? '。' : `：${where}。`}
      </p>
    </Panel>
  );
};
