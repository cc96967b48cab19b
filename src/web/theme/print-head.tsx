/** Stands only on paper: whose page it is, what it shows, when it was printed. */
export const PrintHead = ({ agency, title, on }: { agency: string; title: string; on: string }) => (
  <div class="gk-phead" aria-hidden="true">
    <strong>{agency}</strong>
    <span>{title}</span>
    <span>打印日期 {on}</span>
  </div>
);
