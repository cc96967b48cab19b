import type { ActId } from '../../../app/policy/index.ts';
import type { Letter } from '../../../domain/application/letters/letter.ts';
import { Panel } from '../../theme/panel.tsx';
import { Note } from '../../theme/parts.tsx';
import { LetterView } from './letter-view.tsx';

/** Acts that send a letter at once: its words can be read before. */
export const previewed: ReadonlySet<ActId> = new Set<ActId>([
  'application.askCorrection',
  'application.reroute',
  'application.askThirdParty',
  'application.askMaker',
  'application.askAgency',
  'application.askReasons',
  'application.delay',
  'application.extend',
  'application.noticeFee',
  'application.correctRecord',
  'application.giveUp',
  'application.withdraw',
]);

/** What would go out if the form were sent as it stands. */
export const LetterPreview = ({ letters }: { letters: readonly Letter[] }) => (
  <Panel id="preview" title="预览" aside={<span class="gk-muted">{letters.length} 份文书</span>}>
    <Note icon="info" tone="info">
      还没有发出，也没有保存。核对后在下面的表单里确认发出；要改的，改好后再预览。标有“必备”的内容不能缺少。
    </Note>
    {letters.map((letter) => (
      <LetterView letter={letter} marked />
    ))}
  </Panel>
);
