import { shanghaiDay } from '../../../app/calendar-years.ts';
import type { CaseSheet } from '../../../app/queries/applications/case-sheet.ts';
import type { Letter } from '../../../domain/application/letters/letter.ts';
import { Button, ButtonLink } from '../../theme/buttons.tsx';
import type { Fault } from '../faults.ts';
import type { OfficePage, Sent } from '../page.ts';
import type { ActDef } from './act-defs.ts';
import { type Acted, ActFrame } from './act-frame.tsx';
import { LetterPreview, previewed } from './letter-preview.tsx';

export interface ActPageProps {
  readonly page: OfficePage;
  readonly sheet: CaseSheet;
  readonly def: ActDef;
  readonly sent: Sent;
  readonly faults: readonly Fault[];
  /** What would be sent, where that was asked for. */
  readonly preview?: readonly Letter[];
}

export const caseCrumbs = ({ page: { at }, sheet }: Pick<ActPageProps, 'page' | 'sheet'>, last: string) => [
  { label: '依申请公开', href: at('/office/applications') },
  {
    label: sheet.state.number ?? sheet.receiptNumber,
    href: at(`/office/applications/${sheet.id}`),
  },
  { label: last },
];

/** A case as the pages of its acts show it. */
export const actedCase = (props: Pick<ActPageProps, 'page' | 'sheet' | 'sent' | 'faults'>): Acted => ({
  page: props.page,
  crumbs: (last) => caseCrumbs(props, last),
  clock: props.sheet.clock,
  own: props.page.at(`/office/applications/${props.sheet.id}`),
  sent: props.sent,
  faults: props.faults,
});

/** One act on a case as a form of its own. */
export const ActPage = (props: ActPageProps) => {
  const { page, sheet, def, preview } = props;
  const { context } = page;
  const acted = actedCase(props);
  return (
    <ActFrame
      {...acted}
      act={def.act}
      title={sheet.summary.title}
      lead={def.lead}
      path={def.path}
      {...(def.dayLabel === undefined ? {} : { dayLabel: def.dayLabel })}
      fields={def.fields(sheet, shanghaiDay(context.now()), context.calendar())}
      {...(preview === undefined ? {} : { before: <LetterPreview letters={preview} /> })}
      aside={
        <>
          {previewed.has(def.act) && (
            <Button name="preview" value="1">
              预览文书
            </Button>
          )}
          {def.act === 'application.submitForReview' && (
            <ButtonLink href={`${acted.own}/draft`}>修改拟稿</ButtonLink>
          )}
        </>
      }
    />
  );
};
