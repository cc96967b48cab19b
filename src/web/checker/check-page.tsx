import { checkColumn } from '../portal/columns.ts';
import { Icon } from '../theme/icons.tsx';
import { Layout } from '../theme/layout.tsx';
import type { Frame } from '../theme/page.ts';
import { Breadcrumb } from '../theme/parts.tsx';
import { Introduction } from './introduction.tsx';

/** Addresses of the built scripts, and the version of what they are built from. */
export interface CheckScripts {
  readonly page: string;
  readonly desk: string;
  readonly reader: string;
  readonly serviceWorker: string;
  readonly version: string;
}

const accepted =
  '.docx,.pdf,.html,.htm,.mht,.mhtml,.txt,.md,.xlsx,.xlsm,.xls,.et,.ods,.csv,.tsv,.doc,.wps,.rtf,.zip';

/** Drop zone and buttons; after the first files it shrinks to a line, so that the results come first. */
const Drop = () => (
  <div class="gk-drop" id="check-drop">
    <Icon name="tray" />
    <p class="lead">
      <span class="wide">把文件或文件夹拖到这里</span>
      <span class="narrow">选择要检查的年度报告</span>
      <span class="again">再检查别的：拖到页面任何地方，或者</span>
    </p>
    <div class="gk-btns">
      <span>
        <input class="visually-hidden" type="file" id="check-files" multiple accept={accepted} />
        <label class="btn btn-primary" for="check-files">
          选择文件
        </label>
      </span>
      <span class="folder">
        <input class="visually-hidden" type="file" id="check-folder" multiple {...{ webkitdirectory: '' }} />
        <label class="btn btn-outline-primary" for="check-folder">
          选择文件夹
        </label>
      </span>
      <button type="button" class="btn btn-link gk-check-after" data-pick="files" data-mode="add">
        加入往年报告
      </button>
      <button type="button" class="btn btn-link gk-check-after" data-clear>
        清空
      </button>
    </div>
    <p class="kinds">Word（docx）、PDF、网页、文本、Excel（xlsx）、CSV，可以一次放几份或一个文件夹</p>
  </div>
);

/**
 * The checker's page. Without JavaScript it explains itself; with it the script fills `check-status`,
 * `check-progress` and `check-results`, and sets `data-state` (empty, busy, done).
 */
export const CheckPage = ({ frame, scripts }: { frame: Frame; scripts: CheckScripts }) => (
  <Layout
    frame={frame}
    title="检查年度报告"
    column={checkColumn(frame.site)}
    canonical={frame.urls.check()}
    current="check"
    sheet="check.css"
    wide
  >
    <div
      class="gk-wrap gk-check"
      id="check"
      data-state="empty"
      data-base={frame.urls.base}
      data-desk={scripts.desk}
      data-reader={scripts.reader}
      data-service-worker={scripts.serviceWorker}
      data-version={scripts.version}
    >
      <Breadcrumb crumbs={[{ label: '首页', href: frame.urls.home() }, { label: '检查年度报告' }]} />
      <div class="gk-check-title">
        <h1>检查年度报告</h1>
        <p>
          <Icon name="lock" />
          文件只在您的浏览器里读，不会上传。
          <span id="check-offline" hidden />
        </p>
      </div>
      <noscript>
        <link rel="stylesheet" href={frame.urls.asset('still.css')} />
        <div class="gk-note">
          <p>
            本页在您的浏览器里检查文件，需要启用 JavaScript。不能启用的，可以由信息技术人员在本机运行命令
            <code>gongkai check 文件</code>，结果相同。
          </p>
        </div>
      </noscript>
      <Drop />
      <p class="gk-check-failure" id="check-failure" role="alert" hidden />
      <div class="gk-check-run">
        <p id="check-status" role="status" />
        <progress id="check-progress" aria-label="检查进度" max={1} value={0} hidden />
      </div>
      <div id="check-results" tabindex={-1} />
      <Introduction urls={frame.urls} />
    </div>
    <script type="module" src={scripts.page} />
  </Layout>
);
