import { appealFileKindNames } from '../../../app/appeals/appeal-files.ts';
import type { AppealSheet } from '../../../app/queries/appeals/appeal-list.ts';
import { Button } from '../../theme/buttons.tsx';
import { FileField } from '../../theme/file-field.tsx';
import { Form } from '../../theme/form.tsx';
import { Panel } from '../../theme/panel.tsx';
import { SelectField } from '../../theme/select-field.tsx';
import type { OfficePage } from '../page.ts';

const kinds = Object.entries(appealFileKindNames).map(([value, label]) => ({ value, label }));

/** The papers of a review or a suit, and the form that adds one. */
export const AppealFiles = ({
  page: { at, fields },
  appeal: { id, files },
  may,
}: {
  page: OfficePage;
  appeal: AppealSheet;
  may: boolean;
}) => (
  <>
    <Panel id="files" title="文件">
      {files.length === 0 ? (
        <p class="gk-muted">还没有文件。申请书副本、答复书、决定书等可以保存在这里，随案卷一并导出。</p>
      ) : (
        <ul class="gk-worklist">
          {files.map((file) => (
            <li>
              <a href={at(`/office/appeals/${id}/files/${file.id}`)}>{file.name}</a>
              <span class="gk-muted">
                {appealFileKindNames[file.kind]}，{Math.ceil(file.bytes / 1024)} KB，{file.addedOn} 添加
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
    {may && (
      <Panel id="add-file" title="添加文件">
        <Form action={at(`/office/appeals/${id}/files`)} fields={fields} files label="添加文件">
          <SelectField
            name="kind"
            label="文件种类"
            options={kinds}
            value="pleading"
            hint="归档时按种类排在案卷里。"
          />
          <FileField
            name="file"
            label="文件"
            accept=".pdf,.jpg,.jpeg,.png,.doc,.docx,.xls,.xlsx,.zip"
            hint="PDF、图片、Word、Excel 或者压缩文件，不超过20 MB，加密保存。"
          />
          <Button icon="upload">上传</Button>
        </Form>
      </Panel>
    )}
  </>
);
