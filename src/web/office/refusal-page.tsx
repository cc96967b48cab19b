import type { Refusal } from '../../domain/refusal.ts';
import { ArticleChip } from '../theme/article-chip.tsx';
import { ButtonLink, Buttons } from '../theme/buttons.tsx';
import { renderPage } from '../theme/layout.tsx';
import { OfficeFrame } from '../theme/office-frame.tsx';
import type { OfficePage } from './page.ts';

const statusOf = ({ code }: Refusal): 403 | 404 | 409 =>
  code.startsWith('policy.') ? 403 : code.endsWith('.unknown') ? 404 : 409;

/** A lawful no as a page: what happened, which article, where to go on. */
export function refusalPage({ c, shell, at }: OfficePage, refusal: Refusal): Response | Promise<Response> {
  const status = statusOf(refusal);
  c.header('Cache-Control', 'no-store');
  const title = status === 403 ? '没有办理此事的权限' : status === 404 ? '没有找到' : '没有办理';
  return c.html(
    renderPage(
      <OfficeFrame shell={shell} title={title} section="">
        <p class="gk-lead">
          {refusal.message}
          {refusal.article !== null && <ArticleChip basis={refusal.article} />}
        </p>
        <Buttons>
          <ButtonLink href={at('/office')} weight="primary">
            回到工作台
          </ButtonLink>
        </Buttons>
      </OfficeFrame>,
    ),
    status,
  );
}
