import type { Place } from '../../../domain/annual/report.ts';
import type { SourceDocument } from '../../document.ts';
import { dayWithin } from './days.ts';
import type { Line } from './lines.ts';
import { flowOf } from './text.ts';

/** What the page around a report says of it: hints, never more. */
export interface ChromeHints {
  readonly title: { readonly text: string; readonly raw: string; readonly at: Place } | null;
  readonly publisher: string | null;
  readonly publishedOn: { readonly day: string; readonly at: Place } | null;
  /** Names along a breadcrumb, outermost first. */
  readonly path: readonly string[];
}

const labels =
  '文章标题|标题|题名|名称|信息名称|文件名称|发布时间|发布日期|公开日期|发文日期|成文日期|生成日期|时间|日期|文号|发文字号|文件编号|发布机构|公开机构|公开主体|发文机关|发布单位|信息来源|来源|单位|作者|栏目|分类|主题分类|体裁分类|组配分类|索引号|信息索引号|原文链接|链接|浏览次数|浏览量|点击数|阅读次数|访问量|字号|字体|有效性|公开方式|公开形式|公开范围|公开时限|主题词|关键词|内容概述|责任编辑|编辑|审核';
const hint = new RegExp(`^(${labels}) ?[:：] ?(.*)$`);
const label = new RegExp(`^(?:${labels}) ?[:：]?$`);
const titles = /^(?:文章标题|标题|题名|名称|信息名称|文件名称)/;
const publishers = /^(?:发布机构|公开机构|公开主体|发文机关|发布单位|单位)/;
const publications = /^(?:发布时间|发布日期|公开日期|时间|日期)/;
const published = /(?:发布时间|发布日期|公开日期|时间|日期)[:：]? ?((?:19|20)[0-9]{2}[-年/.][^ ]{3,8})/;
const breadcrumb = /^(?:您?(?:现在|当前)?(?:的|所在)?位置|当前位置)|>>|[^ ]>[^ ]|»|›/;
const rule = /^[=\-_*~—─]{4,}|^# ?(?:source|truncated)\b/;
const furniture =
  /^[[【(]?(?:打印|关闭|分享|收藏|下载|字体|字号|大中小|浏览|扫一扫|微信|微博|QQ空间|全真版|文字版|文件下载|附件下载|返回顶部|首页|登录|注册|繁[體体]版?|简体版?|无障碍|适老化|长者模式|语音播报|视力保护色|上一篇|下一篇|上一条|下一条|上一页|下一页|相关链接|相关文档|相关信息|相关稿件)/;
const after =
  /^[[【(]?(?:打印本?页?|关闭(?:窗口|本页)?|分享到?|收藏|附件下载|扫一扫|上一[篇条页]|下一[篇条页]|相关(?:链接|文档|信息|稿件|阅读)|返回顶部|(?:主办|承办)(?:单位)?[:：]|版权所有|网站标识码|网站地图|联系我们|责任编辑|[^。]{0,12}ICP备|[^。]{0,10}公网安备)/;

/** A line of the page that names one fact of the document: 标题：…, 发布机构：…. */
export const isHint = (text: string): boolean => text.length < 400 && hint.test(text);

/** Whether a line before the report belongs to the page and not to the report. */
export const isChrome = (text: string): boolean =>
  rule.test(text) ||
  isHint(text) ||
  (text.length < 60 && !/[。;]/.test(text) && furniture.test(text)) ||
  (text.length < 200 && !/[。;]/.test(text) && breadcrumb.test(text));

/** Whether a line after the report begins the page's foot. */
export const isFoot = (text: string): boolean => text.length < 120 && !/[。;]/.test(text) && after.test(text);

const pathOf = (text: string): string[] =>
  text
    .replace(/^.{0,8}位置[:：]?/, '')
    .split(/>>|>|»|›/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

interface Draft {
  title: ChromeHints['title'];
  publisher: string | null;
  publishedOn: ChromeHints['publishedOn'];
  path: string[];
}

function take(draft: Draft, name: string, value: string, raw: string, at: Place): void {
  if (value === '') return;
  if (titles.test(name)) draft.title ??= { text: value, raw, at };
  else if (publishers.test(name)) draft.publisher ??= value;
  else if (publications.test(name)) {
    const day = dayWithin(value);
    if (day !== null) draft.publishedOn ??= { day, at };
  }
}

/** Reads the lines and metadata tables before block `end` for what the page says of the report. */
export function chromeHints(document: SourceDocument, lines: readonly Line[], end: number): ChromeHints {
  const draft: Draft = { title: null, publisher: null, publishedOn: null, path: [] };
  for (const { flow, block, at } of lines) {
    if (block > end) break;
    const head = flow.text.length > 600 ? flow.text.slice(0, 600) : flow.text;
    const match = hint.exec(head);
    if (match !== null)
      take(draft, match[1]!, match[2]!, flow.raw.replace(/^[^:：]*[:：]\s*/, '').trim(), at);
    const day = published.exec(head);
    if (day !== null && draft.publishedOn === null) take(draft, '时间', day[1]!, '', at);
    if (head.length < 200 && breadcrumb.test(head) && draft.path.length === 0) draft.path = pathOf(head);
  }
  for (let index = 0; index < Math.min(end, document.blocks.length); index++) {
    const block = document.blocks[index]!;
    if (block.kind !== 'table') continue;
    block.cells.forEach((cell, i) => {
      const next = block.cells[i + 1];
      const name = cell.text.length > 12 ? '' : flowOf(cell.text, cell.at).text;
      if (next === undefined || next.text.length > 200 || !label.test(name)) return;
      take(draft, name.replace(/[:：]$/, ''), flowOf(next.text, next.at).text, next.text.trim(), next.at);
    });
  }
  return draft;
}
