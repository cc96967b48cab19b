/** How table 三 is shown: all kinds of applicants or the totals only. `link` gives the attributes of either link. */
export const ViewSwitch = ({
  totalOnly,
  link,
}: {
  totalOnly: boolean;
  link: (view: 'total' | null) => Readonly<Record<string, string>>;
}) => (
  <div class="gk-toolbar" id="applications">
    <nav class="gk-seg gk-small" aria-label="表三显示方式">
      <a {...link(null)} {...(totalOnly ? {} : { 'aria-current': 'true' })}>
        全部申请人类别
      </a>
      <a {...link('total')} {...(totalOnly ? { 'aria-current': 'true' } : {})}>
        只看总计
      </a>
    </nav>
  </div>
);
