import type { KeptSeal } from '../../../app/queries/seals.ts';
import { Button } from '../../theme/buttons.tsx';
import { FileField } from '../../theme/file-field.tsx';
import { Form } from '../../theme/form.tsx';
import { FormErrors } from '../../theme/form-errors.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import { Empty } from '../../theme/parts.tsx';
import { StatusBadge } from '../../theme/status-badge.tsx';
import { type Fault, faultOf, formErrors } from '../faults.ts';
import type { OfficePage, Sent } from '../page.ts';
import { instantWords } from '../session-table.tsx';
import { FieldList } from './field-list.tsx';

interface SealsPageProps {
  readonly page: OfficePage;
  readonly seals: readonly KeptSeal[];
  readonly today: string;
  readonly may: boolean;
  readonly sent: Sent;
  readonly faults: readonly Fault[];
}

type Standing = 'inUse' | 'later' | 'ended' | 'replaced';
const standingWords = {
  inUse: ['done', '在用'],
  later: ['waiting', '尚未启用'],
  ended: ['draft', '已停用'],
  replaced: ['draft', '已被新图样替换'],
} as const;

/** The one that began last and has not ended is in use. */
function standings(seals: readonly KeptSeal[], today: string): ReadonlyMap<string, Standing> {
  const open = seals.filter(({ from, to }) => from <= today && (to === null || to >= today));
  return new Map(
    seals.map((seal) => {
      if (seal.from > today) return [seal.id, 'later'];
      if (seal.to !== null && seal.to < today) return [seal.id, 'ended'];
      return [seal.id, seal.id === open[0]?.id ? 'inUse' : 'replaced'];
    }),
  );
}

const End = ({
  page,
  seal,
  today,
  nth,
}: {
  page: OfficePage;
  seal: KeptSeal;
  today: string;
  nth: number;
}) => (
  <Form
    action={page.at(`/office/applications/seals/${seal.id}/end`)}
    fields={{ ...page.fields, to: today > seal.from ? today : seal.from }}
    label={`停用第${nth}枚印章`}
  >
    <Button weight="danger">今天后停用</Button>
  </Form>
);

const Kept = ({ page, seals, today, may }: SealsPageProps) => {
  const standing = standings(seals, today);
  if (seals.length === 0) return <Empty title="还没有印章图样">启用后发出的文书，会盖在署名和日期上。</Empty>;
  return (
    <table class="gk-table gk-cards">
      <thead>
        <tr>
          <th scope="col">印章</th>
          <th scope="col">启用</th>
          <th scope="col">停用</th>
          <th scope="col">状态</th>
          <th scope="col">上传</th>
          {may && <th scope="col">办理</th>}
        </tr>
      </thead>
      <tbody>
        {seals.map((seal, index) => {
          const state = standing.get(seal.id)!;
          const [tone, words] = standingWords[state];
          return (
            <tr>
              <th scope="row">
                <img
                  src={`data:image/png;base64,${Buffer.from(seal.image).toString('base64')}`}
                  width={96}
                  height={96}
                  alt={`${seal.from}起用的印章图样`}
                />
              </th>
              <td data-l="启用">{seal.from}</td>
              <td data-l="停用">{seal.to ?? '未定'}</td>
              <td data-l="状态">
                <StatusBadge state={tone}>{words}</StatusBadge>
              </td>
              <td data-l="上传">
                {seal.addedBy ?? '—'}，{instantWords(seal.addedAt)}
              </td>
              {may && (
                <td data-l="办理">
                  {state === 'ended' || seal.to === today ? (
                    '—'
                  ) : (
                    <End page={page} seal={seal} today={today} nth={index + 1} />
                  )}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

/** The images of the agency's seal: which one letters bear from when, and a new one. */
export const SealsPage = (props: SealsPageProps) => {
  const { page, today, may, sent, faults } = props;
  const list = page.at('/office/applications');
  return (
    <OfficeFrame
      shell={page.shell}
      title="印章图样"
      section={list}
      crumbs={[{ label: '依申请公开', href: list }, { label: '印章图样' }]}
      lead="发出的文书盖当日在用的印章。以后更换或者停用，不影响已经发出的文书。"
      flash={page.flash}
    >
      <FormErrors errors={formErrors(faults)} />
      <Panel id="seals" title="本机关的印章" flush>
        <Kept {...props} />
      </Panel>
      {may && (
        <Panel id="add" title="启用新的印章图样">
          <Form
            action={page.at('/office/applications/seals')}
            fields={page.fields}
            files
            label="启用印章图样"
          >
            <FileField
              name="image"
              label="印章图片"
              need
              accept=".png"
              hint="背景透明的 PNG，正方形，边长300至2000像素，不超过1 MB。按42毫米直径盖印，加密保存。"
              error={faultOf(faults, 'image')}
            />
            <FieldList
              form="seal.add"
              fields={[
                { kind: 'date', name: 'from', label: '启用之日', need: true, value: today },
                { kind: 'date', name: 'to', label: '停用之日', need: false, hint: '不知道的不填。' },
              ]}
              sent={sent}
              faults={faults}
            />
            <Button weight="primary" icon="upload">
              启用
            </Button>
          </Form>
        </Panel>
      )}
    </OfficeFrame>
  );
};
