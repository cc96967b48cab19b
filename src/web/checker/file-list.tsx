import type { Urls } from '../http/urls.ts';
import type { BatchState, FileState } from '../islands/checker/model.ts';
import { Badge } from '../theme/parts.tsx';
import { go, reportAddress } from './addresses.ts';
import { BatchNotes, BatchWays } from './batch-notes.tsx';
import { CountBadges } from './counts.tsx';

/** A path as folder and name, so that the name can stand out. */
export const Path = ({ path }: { path: string }) => {
  const cut = path.lastIndexOf('/') + 1;
  return (
    <>
      {cut > 0 && <span class="gk-muted">{path.slice(0, cut)}</span>}
      {path.slice(cut)}
    </>
  );
};

/** Whose report of which year a file holds, in words. */
export const whose = ({ summary }: FileState): string => {
  if (summary === null) return '';
  const year = summary.year === null ? '' : `，${summary.year}年`;
  return `${summary.agency ?? '未认出机关'}${year}`;
};

const State = ({ file }: { file: FileState }) => {
  if (file.state === 'waiting') return <span class="gk-muted">等待</span>;
  if (file.state === 'reading') return <span class="gk-muted">正在读</span>;
  if (file.state === 'failed')
    return (
      <Badge tone="over" icon="cross">
        不能读取
      </Badge>
    );
  return file.summary === null ? null : <CountBadges counts={file.summary.counts} />;
};

/** A line of the file list; it is replaced as its file comes along. */
export const FileRow = ({ file }: { file: FileState }) => (
  <li class={`gk-file gk-file--${file.state}`} id={`file-${file.id}`}>
    <span class="name">
      {file.state === 'read' ? (
        <a {...go(reportAddress(file.id))}>
          <Path path={file.path} />
        </a>
      ) : (
        <Path path={file.path} />
      )}
    </span>
    <span class="whose">{whose(file)}</span>
    <span class="state">
      <State file={file} />
    </span>
    {file.message !== null && <p class="why">{file.message}</p>}
  </li>
);

/** Every file of the batch in the order of its path; rows after those `shown` are appended to it in pieces. */
export const FileListView = ({
  batch,
  shown = batch.files,
}: {
  batch: BatchState;
  shown?: readonly FileState[];
  urls: Urls;
}) => (
  <>
    <div class="gk-toolbar">
      <h2>文件（{batch.files.length}）</h2>
      {!batch.running && <BatchWays batch={batch} here="files" />}
    </div>
    <ol class="gk-panel gk-files" id="check-rows">
      {shown.map((file) => (
        <FileRow file={file} />
      ))}
    </ol>
    <BatchNotes batch={batch} />
  </>
);

/** Files that could not be read, each with its reason. */
export const FailedFiles = ({ failed }: { failed: readonly FileState[] }) =>
  failed.length === 0 ? null : (
    <section class="gk-panel" aria-labelledby="failed">
      <div class="gk-panel-h">
        <h2 id="failed">不能读取的文件（{failed.length}）</h2>
      </div>
      <ul class="gk-files">
        {failed.map((file) => (
          <li class="gk-file gk-file--failed">
            <span class="name">
              <Path path={file.path} />
            </span>
            <span class="state">
              <State file={file} />
            </span>
            <p class="why">{file.message}</p>
          </li>
        ))}
      </ul>
    </section>
  );
