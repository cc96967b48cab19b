import { roles } from '../../app/policy/roles.ts';
import type { HandoverAt, HandoverSheet } from '../../app/queries/handover.ts';
import { Button, ButtonLink, Buttons } from '../theme/buttons.tsx';
import { Facts } from '../theme/facts.tsx';
import { Form } from '../theme/form.tsx';
import { FormErrors } from '../theme/form-errors.tsx';
import { OfficeFrame } from '../theme/office-frame.tsx';
import { Panel } from '../theme/panel.tsx';
import { TextField } from '../theme/text-field.tsx';
import { type Fault, faultOf, formErrors } from './faults.ts';
import type { OfficePage, Sent } from './page.ts';

export interface HandoverProps {
  readonly page: OfficePage;
  readonly sheet: HandoverSheet;
  readonly sent: Sent;
  readonly faults: readonly Fault[];
  readonly today: string;
}

const heldAs = ({ role, to, deputy }: HandoverAt['roles'][number]): string =>
  `${roles[role].label}${deputy ? '（代理）' : ''}${to === null ? '' : `，至 ${to}`}`;

const inHand = (at: HandoverAt): string => {
  const work = at.work.filter(({ count }) => count > 0);
  return work.length === 0
    ? '没有'
    : work.map(({ label, count }) => `${label} ${count >= 100 ? '100+' : count} 项`).join('，');
};

const HandoverForm = ({ props, at: place }: { props: HandoverProps; at: HandoverAt }) => {
  const { page, sheet, sent, today } = props;
  const mine = sent.agencyId === place.agencyId;
  const faults = mine ? props.faults : [];
  const id = (name: string) => (mine ? `f-${name}` : `f-${name}-${place.agencyId}`);
  return (
    <Panel id={`at-${place.agencyId}`} title={place.name}>
      <Facts
        facts={[
          ['角色', place.roles.map(heldAs).join('、')],
          ['手头的事项', inHand(place)],
        ]}
      />
      <Form
        action={page.at(`/office/people/${sheet.id}/handover`)}
        fields={{ ...page.fields, agencyId: place.agencyId }}
        label={`交接在${place.name}的工作`}
      >
        <TextField
          name="successor"
          id={id('successor')}
          label="接手的人"
          need
          value={mine ? (sent.successor ?? '') : ''}
          maxlength={40}
          width="medium"
          hint="填写登录名或者姓名，输入时会列出本机关的人员。"
          suggestions={place.colleagues.map(({ username, name }) => ({ value: username, label: name }))}
          error={faultOf(faults, 'successor')}
        />
        <TextField
          name="from"
          id={id('from')}
          kind="date"
          label="从哪一天起"
          need
          value={mine ? (sent.from ?? today) : today}
          hint="从这一天起由接手的人办理；前一天仍由原来的人办理。"
          error={faultOf(faults, 'from')}
        />
        <Buttons>
          <Button weight="primary">全部交接</Button>
        </Buttons>
      </Form>
    </Panel>
  );
};

/** A leaving clerk’s roles and what is in hand go to the next person, in one act an agency. */
export const HandoverPage = (props: HandoverProps) => {
  const { page, sheet, faults } = props;
  const { shell, at } = page;
  const people = at('/office/people');
  const person = at(`/office/people/${sheet.id}`);
  return (
    <OfficeFrame
      shell={shell}
      title="工作交接"
      section={people}
      crumbs={[{ label: '人员', href: people }, { label: sheet.name, href: person }, { label: '工作交接' }]}
      lead={`${sheet.name}（${sheet.username}）的角色和手头的事项，一次交给接手的人`}
    >
      <FormErrors errors={formErrors(faults)} />
      {sheet.at.map((place) => (
        <HandoverForm props={props} at={place} />
      ))}
      <Buttons>
        <ButtonLink href={person} weight="link">
          返回
        </ButtonLink>
      </Buttons>
    </OfficeFrame>
  );
};
