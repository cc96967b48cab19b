import type { ApplyAgency } from '../../app/queries/apply.ts';
import { cite } from '../../law/citation.ts';
import { deadlines } from '../../law/deadlines.ts';
import { longDay } from '../clock/words.ts';
import type { Urls } from '../http/urls.ts';
import { ArticleChip } from '../theme/article-chip.tsx';

export interface SideProps {
  readonly urls: Urls;
  readonly agency: ApplyAgency | null;
  /** Last day to answer what is sent and confirmed today; null where the calendar does not reach. */
  readonly due: string | null;
}

const Contacts = ({ agency }: { agency: ApplyAgency }) => {
  const { office, address, hours, phone } = agency.contacts;
  const lines = [office ?? agency.name, address, hours, phone].filter((line) => line);
  return (
    <p class="gk-panel-f">
      {lines.map((line) => (
        <span class="gk-line">{line}</span>
      ))}
    </p>
  );
};

/** What an applicant wants to know before writing: whether it is there already, how long, what it costs, other ways. */
export const ApplySide = ({ urls, agency, due }: SideProps) => (
  <aside class="gk-panel" aria-labelledby="before">
    <div class="gk-panel-h">
      <h2 id="before">提交之前</h2>
    </div>
    <div class="gk-panel-b gk-text">
      <h3>已经申请过的</h3>
      <p>
        凭编号和查询码
        <a href={urls.at('/track')}>查看办理进度</a>。
      </p>
      <h3>先查一查</h3>
      <p>已经公开的可以直接查看、下载，不需要申请。</p>
      <p>
        <a href={urls.search()}>检索本平台</a>
      </p>
      <h3>多久答复</h3>
      <p>
        收到之日起 {deadlines.answer.workdays} 个工作日内。
        {due !== null && `今天提交并确认的，最迟 ${longDay(due)} 答复；经同意延长的，会告知您。`}
        <ArticleChip basis={cite('tiaoli2019', '第三十三条')} />
      </p>
      <h3>收不收费</h3>
      <p>
        不收费。同一申请人一个月内超过 10 件，或者一件超过 30 页的部分，可以收取信息处理费。
        <ArticleChip basis={cite('tiaoli2019', '第四十二条')} />
      </p>
      <h3>记录有误要更正</h3>
      <p>
        机关提供的与您自身相关的记录不准确的，不用申请公开，可以
        <a href={urls.at('/apply/rectify', agency === null ? {} : { agency: agency.slug })}>要求更正</a>。
        <ArticleChip basis={cite('tiaoli2019', '第四十一条')} />
      </p>
      <h3>也可以不在网上申请</h3>
      <p>
        可以当面提交、邮寄；书写有困难的，可以口述，由工作人员代填。
        <ArticleChip basis={cite('tiaoli2019', '第二十九条第一款')} />
      </p>
    </div>
    {agency !== null && <Contacts agency={agency} />}
  </aside>
);
