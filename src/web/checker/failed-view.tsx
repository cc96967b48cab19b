import type { Urls } from '../http/urls.ts';
import type { BatchState, FileState } from '../islands/checker/model.ts';
import { Icon } from '../theme/icons.tsx';
import { BatchWays } from './batch-notes.tsx';
import { Path } from './file-list.tsx';

/** A file that cannot be read: one clear sentence, and the way on. */
export const FailedView = ({ file, batch }: { file: FileState; batch: BatchState; urls: Urls }) => (
  <>
    <BatchWays batch={batch} here="report" />
    <div class="gk-panel gk-check-failed">
      <Icon name="alert" />
      <div>
        <h2>
          不能读取：
          <Path path={file.path} />
        </h2>
        <p>{file.message}</p>
        <div class="gk-btns">
          <button type="button" class="btn btn-outline-primary" data-pick="files">
            换一份文件
          </button>
        </div>
      </div>
    </div>
  </>
);
