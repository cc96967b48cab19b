import { Icon, type IconName } from './icons.tsx';

/** A file that was received, and what the scan for personal data says of it. */
export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly verdict: 'waiting' | 'clean' | 'found' | 'refused';
  /** What was found and what to do, or pages and nothing found. */
  readonly words: string;
}

export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  const [size, unit] = bytes < 1_048_576 ? [bytes / 1024, 'KB'] : [bytes / 1_048_576, 'MB'];
  return `${size < 10 ? size.toFixed(1) : Math.round(size).toLocaleString('zh-CN')} ${unit}`;
}

const badges = {
  waiting: ['plain', 'ring', '待查'],
  clean: ['ok', 'check', '已查'],
  found: ['over', 'alert', '须处理'],
  refused: ['over', 'alert', '未收'],
} as const satisfies Record<UploadedFile['verdict'], readonly [string, IconName, string]>;

/**
 * One file with its verdict. In a form `field` is the name under which its id goes along, and `remove` the name of the
 * button that takes it away; `href` opens it.
 */
export const UploadItem = ({
  file,
  field,
  remove,
  href,
}: {
  file: UploadedFile;
  field?: string;
  remove?: string;
  href?: string;
}) => {
  const [tone, icon, word] = badges[file.verdict];
  const bad = file.verdict === 'found' || file.verdict === 'refused';
  return (
    <li class="gk-up">
      <Icon name="file" />
      <div>
        <strong>{href === undefined ? file.name : <a href={href}>{file.name}</a>}</strong>
        <small {...(bad ? { class: 'bad' } : {})}>
          {sizeWords(file.size)} · {file.words}
        </small>
        {field !== undefined && file.verdict !== 'refused' && (
          <input type="hidden" name={field} value={file.id} />
        )}
      </div>
      <span class="gk-up-end">
        <span class={`gk-badge gk-badge--${tone}`}>
          <Icon name={icon} />
          {word}
        </span>
        {remove !== undefined && file.verdict !== 'refused' && (
          <button class="btn btn-link" type="submit" name={remove} value={file.id} formnovalidate>
            移除<span class="visually-hidden">：{file.name}</span>
          </button>
        )}
      </span>
    </li>
  );
};
