import { largestSending } from '../../../app/applications/case-files.ts';
import { addFile } from '../../../app/commands/applications/add-file.ts';
import { editLetter } from '../../../app/commands/applications/edit-letter.ts';
import { approvalSheet } from '../../../app/queries/applications/approval-sheet.ts';
import { caseFile, letterDownload, letterSheet } from '../../../app/queries/applications/case-documents.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { DRAFT_MARK } from '../../../report/render/letter-page.ts';
import { type LetterFormat, letterFile, letterMediaTypes, paperFile } from '../../http/letter-file.ts';
import { Button, Buttons } from '../../theme/buttons.tsx';
import { Form } from '../../theme/form.tsx';
import { FormErrors } from '../../theme/form-errors.tsx';
import { OfficeFrame } from '../../theme/office-frame.tsx';
import { Panel } from '../../theme/panel.tsx';
import { TextArea } from '../../theme/text-area.tsx';
import { type Fault, faultsOf, formErrors } from '../faults.ts';
import { answer, goOn, type OfficePage, type Sent } from '../page.ts';
import type { Office } from '../router.ts';
import { refOf } from './case-ref.ts';
import { text } from './field-defs.ts';

async function upload(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const ref = refOf(page);
  if (isRefusal(ref)) return ref;
  const file = (await page.c.req.parseBody()).file;
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const outcome = await addFile(page.context, {
    agencyId: ref.agencyId,
    applicationId: ref.id,
    kind: text(sent, 'kind') as 'other',
    name: file instanceof File && file.name !== '' ? file.name : '附件',
    bytes,
  });
  return isRefusal(outcome) ? outcome : goOn(page, `/office/applications/${ref.id}`, 'applicationFileAdded');
}

/** Never shown within our pages: a file is taken down, whatever it says it is. */
export const attachment = (bytes: Uint8Array, name: string, mediaType: string): Response =>
  new Response(Buffer.from(bytes), {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });

/** A letter as Word file or PDF: named by its kind and number, never by whom it goes to. */
async function downloadLetter(page: OfficePage): Promise<Response | Refusal> {
  const ref = refOf(page);
  if (isRefusal(ref)) return ref;
  const [letterId, format] = (page.c.req.param('file') ?? '').split('.') as [string, LetterFormat];
  const found = await letterDownload(page.context, { ...ref, letterId });
  if (isRefusal(found)) return found;
  const { letter, dress } = found;
  const bytes = await letterFile(letter, format, dress, page.context.now());
  const name = `${letter.title}${dress.draft ? DRAFT_MARK : (letter.documentNumber ?? '')}.${format}`;
  return attachment(bytes, name, letterMediaTypes[format]);
}

/** 审查呈批单 as Word file or PDF. */
async function downloadSheet(page: OfficePage, format: LetterFormat): Promise<Response | Refusal> {
  const ref = refOf(page);
  if (isRefusal(ref)) return ref;
  const paper = await approvalSheet(page.context, ref);
  if (isRefusal(paper)) return paper;
  const bytes = await paperFile(paper, format, page.context.now());
  return attachment(bytes, `${paper.title}.${format}`, letterMediaTypes[format]);
}

async function download(page: OfficePage): Promise<Response | Refusal> {
  const ref = refOf(page);
  if (isRefusal(ref)) return ref;
  const file = await caseFile(page.context, { ...ref, fileId: page.c.req.param('file') ?? '' });
  if (isRefusal(file)) return file;
  return attachment(file.bytes, file.name, 'application/octet-stream');
}

async function wording(page: OfficePage, sent: Sent, faults: readonly Fault[]): Promise<Response | Refusal> {
  const ref = refOf(page);
  if (isRefusal(ref)) return ref;
  const denied = await page.may('application.editLetter', { ...ref, phase: 'drafting' });
  if (denied !== null) return denied;
  const sheet = await letterSheet(page.context, { ...ref, letterId: null });
  if (isRefusal(sheet)) return sheet;
  const list = page.at('/office/applications');
  const own = page.at(`/office/applications/${ref.id}`);
  return answer(
    page,
    <OfficeFrame
      shell={page.shell}
      title="修改答复书文字"
      section={list}
      crumbs={[{ label: '依申请公开', href: list }, { label: '本件', href: own }, { label: '修改文字' }]}
      lead={sheet.letter.title}
    >
      <FormErrors errors={formErrors(faults)} />
      <Panel id="wording" title={sheet.letter.title}>
        <Form action={page.at(`/office/applications/${ref.id}/wording`)} fields={page.fields} guard>
          {sheet.letter.paragraphs.map((paragraph) =>
            paragraph.fixed ? (
              <p class="gk-muted">{paragraph.text}</p>
            ) : (
              <TextArea
                name={paragraph.id}
                label="可以改写的一段"
                rows={4}
                value={sent[paragraph.id] ?? paragraph.text}
                {...(paragraph.keeps.length === 0 ? {} : { hint: `须保留：${paragraph.keeps.join('、')}` })}
              />
            ),
          )}
          <p class="gk-hint">灰色的段落由案件和法律规定生成，不能改写。</p>
          <Buttons>
            <Button weight="primary">保存</Button>
          </Buttons>
        </Form>
      </Panel>
    </OfficeFrame>,
    faults.length === 0 ? 200 : 422,
  );
}

async function reword(page: OfficePage, sent: Sent): Promise<Response | Refusal> {
  const ref = refOf(page);
  if (isRefusal(ref)) return ref;
  const outcome = await editLetter(page.context, {
    agencyId: ref.agencyId,
    applicationId: ref.id,
    edits: { ...sent },
  });
  if (!isRefusal(outcome)) return goOn(page, `/office/applications/${ref.id}`, 'applicationDrafted');
  return outcome.code.startsWith('policy.') ? outcome : wording(page, sent, faultsOf(outcome));
}

/** Files of a case, and the wording of its answer. */
export function fileRoutes(office: Office): void {
  office.post('/applications/:id/files', 'application.addFile', upload, largestSending);
  office.get(
    '/applications/:id/letters/:file{[0-9a-f-]{36}\\.(?:pdf|docx)}',
    'application.readLetter',
    downloadLetter,
  );
  for (const format of ['pdf', 'docx'] as const)
    office.get(`/applications/:id/letters/approval-sheet.${format}`, 'application.readLetter', (page) =>
      downloadSheet(page, format),
    );
  office.get('/applications/:id/files/:file', 'application.readFile', download);
  office.get('/applications/:id/wording', 'application.editLetter', (page) => wording(page, {}, []));
  office.post('/applications/:id/wording', 'application.editLetter', reword);
}
