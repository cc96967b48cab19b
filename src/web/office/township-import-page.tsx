import type { TownshipPlan } from '../../app/agencies/townships.ts';
import { Button, ButtonLink, Buttons } from '../theme/buttons.tsx';
import { Form } from '../theme/form.tsx';
import { OfficeFrame } from '../theme/office-frame.tsx';
import { Panel } from '../theme/panel.tsx';
import { Empty, Note, ScrollRegion } from '../theme/parts.tsx';
import { TextField } from '../theme/text-field.tsx';
import type { OfficePage } from './page.ts';

export interface CountyChoice {
  readonly code: string;
  readonly name: string;
  readonly above: string;
  readonly townships: number;
}

const Choose = ({
  page: { at },
  asked,
  found,
}: {
  page: OfficePage;
  asked: string;
  found: readonly CountyChoice[];
}) => (
  <>
    <form class="gk-stack" action={at('/office/agencies/import')}>
      <TextField
        name="q"
        label="县、市、区"
        value={asked}
        maxlength={20}
        width="medium"
        hint="名称开头的几个字，或代码，例如曲阜、370881。"
      />
      <Buttons>
        <Button weight={found.length === 0 ? 'primary' : 'plain'}>查找</Button>
      </Buttons>
    </form>
    {asked !== '' && found.length === 0 && (
      <Empty title="没有找到">区划名录中没有以“{asked}”开头的县级区划。</Empty>
    )}
    {found.length > 0 && (
      <ul class="gk-text">
        {found.map(({ code, name, above, townships }) => (
          <li>
            <a href={at('/office/agencies/import', { county: code })}>
              {name}（{code}）
            </a>
            ，{above}，名录中有 {townships} 个乡级区划
          </li>
        ))}
      </ul>
    )}
  </>
);

const PlanTable = ({ plan }: { plan: TownshipPlan }) => (
  <ScrollRegion label="将要建立的机关">
    <table class="gk-table">
      <thead>
        <tr>
          <th scope="col">机关</th>
          <th scope="col">代码</th>
          <th scope="col">办理</th>
        </tr>
      </thead>
      <tbody>
        {[plan.county, ...plan.townships].map(({ code, name, present }) => (
          <tr>
            <th scope="row">{name}</th>
            <td>{code}</td>
            <td>{present === null ? '新建' : `已有（${present.name}），不改动`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollRegion>
);

const Preview = ({ page: { at, fields }, plan }: { page: OfficePage; plan: TownshipPlan }) => {
  const missing = [plan.county, ...plan.townships].filter(({ present }) => present === null).length;
  return (
    <Panel id="plan" title={`${plan.above}${plan.county.name}`}>
      <p>
        将新建 {missing} 个机关，已有的 {plan.townships.length + 1 - missing} 个不改动
        {plan.superior !== null &&
          plan.county.present === null &&
          `；${plan.county.name}隶属于${plan.superior.name}`}
        。
      </p>
      {plan.leftOut.length > 0 && (
        <Note icon="info">
          <p>
            未列入：{plan.leftOut.map(({ name }) => name).join('、')}
            。名录中它们不是乡镇、街道；是机关的，请用“新设机关”。
          </p>
        </Note>
      )}
      <PlanTable plan={plan} />
      <Form
        action={at('/office/agencies/import')}
        fields={{ ...fields, county: plan.county.code }}
        label="导入"
      >
        <Buttons>
          {missing > 0 && <Button weight="primary">新建这 {missing} 个机关</Button>}
          <ButtonLink href={at('/office/agencies/import')} weight="link">
            另选一个县
          </ButtonLink>
        </Buttons>
      </Form>
    </Panel>
  );
};

/** Choose a county, look at what would be made, make it. */
export const TownshipImportPage = (props: {
  page: OfficePage;
  asked: string;
  found: readonly CountyChoice[];
  plan: TownshipPlan | null;
}) => {
  const { shell, at } = props.page;
  const agencies = at('/office/agencies');
  return (
    <OfficeFrame
      shell={shell}
      title="按区划名录导入"
      section={agencies}
      crumbs={[{ label: '机关', href: agencies }, { label: '按区划名录导入' }]}
      lead="选一个县，建立它的乡镇和街道"
    >
      {props.plan === null ? (
        <Panel id="choose" title="选择县级区划">
          <Choose page={props.page} asked={props.asked} found={props.found} />
        </Panel>
      ) : (
        <Preview page={props.page} plan={props.plan} />
      )}
    </OfficeFrame>
  );
};
