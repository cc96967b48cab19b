import { controlAttributes, FieldLabel, type FieldProps, FieldWords, fieldId } from './field.tsx';
import { type UploadedFile, UploadItem } from './upload-item.tsx';

export interface UploadFieldProps extends FieldProps {
  readonly accept: string;
  readonly multiple?: boolean;
  /**
   * Takes one file as `file` with the form's hidden fields and answers its UploadItem as markup; a problem as JSON when
   * it refuses. Asked by the script only.
   */
  readonly action: string;
  readonly files: readonly UploadedFile[];
}

/**
 * Files with progress and with the verdict of the scan. Without script a plain file input and a button that sends the
 * form to be answered with what it received (its handler keeps what was typed).
 */
export const UploadField = (props: UploadFieldProps) => {
  const id = fieldId(props);
  return (
    <div
      class={props.error ? 'gk-field gk-field--error' : 'gk-field'}
      data-upload={props.action}
      data-control={id}
    >
      <FieldLabel {...props} />
      <FieldWords {...props} />
      <div class="gk-drop">
        <p data-drop-words hidden>
          把文件拖到这里，或者选择文件
        </p>
        <input
          class="form-control"
          type="file"
          accept={props.accept}
          multiple={props.multiple ?? false}
          {...controlAttributes(props)}
        />
        <button
          class="btn btn-outline-primary"
          type="submit"
          name={`send-${props.name}`}
          value="1"
          formnovalidate
          data-without-script
        >
          上传
        </button>
      </div>
      <ul class="gk-ups" data-uploaded aria-live="polite">
        {props.files.map((file) => (
          <UploadItem file={file} field={`${props.name}-id`} remove={`remove-${props.name}`} />
        ))}
      </ul>
    </div>
  );
};
