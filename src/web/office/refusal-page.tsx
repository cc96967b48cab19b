import type { Refusal } from '../../domain/refusal.ts';
import { ArticleChip } from '../theme/article-chip.tsx';
import { ButtonLink, Buttons } from '../theme/buttons.tsx';
import { renderPage } from '../theme/layout.tsx';
import { OfficeFrame } from '../theme/office-frame.tsx';
import type { OfficePage } from './page.ts';

function statusOf({ code }: Refusal): 403 | 404 | 409 | 410 {
  if (code.startsWith('policy.')) return 403;
  if (code.endsWith('.unknown')) return 404;
  return code.endsWith('.erased') ? 410 : 409;
}

const titles = {
  403: '没有办理此事的权限',
  404: '没有找到',
  409: '没有办理',
  410: '个人信息已按保管期限删除',
} as const;

/** A lawful no as a page: what happened, which article, where to go on. */
export function refusalPage({ c, shell, at }: OfficePage, refusal: Refusal): Response | Promise<Response> {
  const status = statusOf(refusal);
  c.header('Cache-Control', 'no-store');
  const title = titles[status];
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
