import { rules } from '../../report/rules/index.ts';
import type { Urls } from '../http/urls.ts';

const uses: readonly (readonly [title: string, text: string])[] = [
  [
    '一份报告',
    '按国家统一格式读出每一格数字，核对勾稽关系、正文与表格、结构和写法；有问题的格和句子在原处标出，写明原因、依据和改法。',
  ],
  ['一个机关的几年', '几年的报告一起放进来，另外核对上年结转、现行有效件数等年际衔接，并列看各年数字。'],
  ['一个县的文件夹', '各机关列成一张表，问题多的在前；可以给每个机关下载一份检查单，原样退回。'],
];

const kinds: readonly (readonly [kind: string, what: string])[] = [
  ['Word 文档（docx）', '可以'],
  ['Word 97–2003 文档（doc）', '请先在 Word 或 WPS 里“另存为”docx'],
  ['PDF', '由 Word、WPS 导出的可以；扫描件没有文字，会说明没有检查'],
  ['网页（html）、文本（txt）', '可以'],
  ['Excel 工作簿（xlsx、xls）、CSV', '可以'],
  ['加密的文件', '请先取消密码'],
];

/** What the checker does, for what files, and why nothing leaves the machine; also all there is without JavaScript. */
export const Introduction = ({ urls }: { urls: Urls }) => (
  <div class="gk-check-intro">
    <section aria-labelledby="check-uses">
      <h2 class="gk-h2" id="check-uses">
        能查什么
      </h2>
      <dl class="gk-uses">
        {uses.map(([title, text]) => (
          <div>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p>
        共 <a href={urls.rules()}>{rules.length} 条规则</a>
        ，每条都有依据和例子；依据的条文见<a href={urls.law()}>法规和文件</a>。
      </p>
    </section>
    <section aria-labelledby="check-kinds">
      <h2 class="gk-h2" id="check-kinds">
        哪些文件
      </h2>
      <table class="gk-table gk-kinds">
        <caption class="visually-hidden">可以检查的文件</caption>
        <thead>
          <tr>
            <th scope="col">文件</th>
            <th scope="col">能否检查</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(([kind, what]) => (
            <tr>
              <th scope="row">{kind}</th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
    <section aria-labelledby="check-safe">
      <h2 class="gk-h2" id="check-safe">
        文件不离开本机
      </h2>
      <ul class="gk-plain">
        <li>文件由本页的程序在浏览器里读取和检查，不上传，不保存；关闭页面就没有了。</li>
        <li>本页的安全策略禁止向外发送数据，浏览器会拦下任何这样的请求。</li>
        <li>打开过一次以后，断网也可以使用。</li>
      </ul>
    </section>
  </div>
);
