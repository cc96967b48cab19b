import { PdfUnavailable } from '../../../app/pdf-renderer.ts';
import {
  caseDossier,
  dossiersMade,
  type MadeDossier,
} from '../../../app/queries/applications/case-dossier.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { HttpProblem } from '../../http/problem.ts';
import { Button, Buttons } from '../../theme/buttons.tsx';
import { Form } from '../../theme/form.tsx';
import { FormErrors } from '../../theme/form-errors.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import { TextField } from '../../theme/text-field.tsx';
import { type Fault, faultOf, faultsOf, formErrors } from '../faults.ts';
import { answer, type OfficePage, type Sent } from '../page.ts';
import type { Office } from '../router.ts';
import { instantWords } from '../session-table.tsx';
import { erasedHere, refOf } from './case-ref.ts';
import { text } from './field-defs.ts';
import { attachment } from './file-routes.tsx';

const Made = ({ made }: { made: readonly MadeDossier[] }) => (
  <Panel
    id="made"
    title="以前导出的案卷"
    aside={<span class="gk-muted">交出去的 PDF 的 SHA-256 与此相同，就没有改动过</span>}
  >
    {made.length === 0 ? (
      <p class="gk-muted">还没有导出过。</p>
    ) : (
      made.map(({ at, by, sha256, pages, documents }) => (
        <div class="gk-print">
          <p>{`${instantWords(at)}，${by ?? '系统'}，${documents}件${pages}页。`}</p>
          <p class="gk-hash">
            <span class="gk-muted">SHA-256</span>{' '}
            <code>
              {(sha256.match(/.{16}/g) ?? []).map((part) => (
                <>
                  {part}
                  <wbr />
                </>
              ))}
            </code>
          </p>
        </div>
      ))
    )}
  </Panel>
);

async function show(page: OfficePage, sent: Sent, faults: readonly Fault[]): Promise<Response | Refusal> {
  const ref = refOf(page);
  if (isRefusal(ref)) return ref;
  const made = await dossiersMade(page.context, ref);
  if (isRefusal(made)) return made;
  const erased = await erasedHere(page, ref);
  if (erased !== null) return erased;
  const list = page.at('/office/applications');
  const own = page.at(`/office/applications/${ref.id}`);
  return answer(
    page,
    <OfficeFrame
      shell={page.shell}
      title="导出案卷"
      section={list}
      crumbs={[{ label: '依申请公开', href: list }, { label: '本件', href: own }, { label: '导出案卷' }]}
      lead="一份 PDF：封面、卷内目录、申请登记表、来件、审查呈批单、已发出的文书、送达情况、办理过程、逐日计算、复议诉讼。"
    >
      <FormErrors errors={formErrors(faults)} />
      <Panel id="dossier" title="导出的用途">
        <Form action={`${own}/dossier`} fields={page.fields}>
          <TextField
            name="purpose"
            label="用途"
            need
            maxlength={200}
            value={sent.purpose ?? ''}
            hint="例如：行政复议答复、行政诉讼举证、归档。案卷里有申请人和第三方的个人信息，导出的人、时间和用途都会记录。"
            error={faultOf(faults, 'purpose')}
          />
          <p class="gk-hint">
            PDF 和图片逐页装订并连续编页；其他文件附在 PDF 的附件栏内。来件较多时需要等候一两分钟。
          </p>
          <Buttons>
            <Button weight="primary" icon="download">
              导出 PDF
            </Button>
          </Buttons>
        </Form>
      </Panel>
      <Made made={made} />
    </OfficeFrame>,
    faults.length === 0 ? 200 : 422,
  );
}

async function download(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const ref = refOf(page);
  if (isRefusal(ref)) return ref;
  try {
    const dossier = await caseDossier(page.context, { ...ref, purpose: text(sent, 'purpose').slice(0, 200) });
    if (!isRefusal(dossier)) return attachment(dossier.bytes, dossier.name, 'application/pdf');
    return dossier.code === 'application.purpose' ? show(page, sent, faultsOf(dossier)) : dossier;
  } catch (error) {
    if (error instanceof PdfUnavailable) throw new HttpProblem('pdfUnavailable');
    throw error;
  }
}

/** The file of a case as one PDF. */
export function dossierRoutes(office: Office): void {
  office.get('/applications/:id/dossier', 'application.exportFile', (page) => show(page, {}, []));
  office.post('/applications/:id/dossier', 'application.exportFile', download);
}
