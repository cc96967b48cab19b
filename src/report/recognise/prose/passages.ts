import { isFramedPageNumber, type Line } from './lines.ts';
import { type Flow, joinFlows } from './text.ts';

const closed = /[。!?;:…]["”’」』)]*$/;
const opens =
  /^(?:\([一二三四五六七八九十0-9]{1,3}\)|[一二三四五六七八九十]{1,3}[、是]|[0-9]{1,2}[、.)](?![0-9])|第[一二三四五六七八九十]+[,、,]|附件|[-*•·])/;

/**
 * Whether a text is wrapped at the width of a page, so that sentences run over lines: of its long lines many do not
 * end as a sentence does.
 */
export function isWrapped(lines: readonly Line[]): boolean {
  let long = 0;
  let open = 0;
  for (const { flow } of lines) {
    if (flow.text.length < 20 || flow.text.length > 120 || flow.text.includes('|')) continue;
    long++;
    if (!closed.test(flow.text)) open++;
  }
  return long >= 5 && open / long > 0.5;
}

/** Lines put together to paragraphs; where the text is not wrapped each line is one. Page numbers and what holds no
 * Chinese character (rests of tables) are no text. */
export function paragraphsOf(lines: readonly Line[], wrapped: boolean): Flow[] {
  const paragraphs: Flow[] = [];
  let open: Line[] = [];
  const close = (): void => {
    if (open.some((line) => /[\u4e00-\u9fff]/.test(line.flow.text)))
      paragraphs.push(joinFlows(open.map((line) => line.flow)));
    open = [];
  };
  for (const line of lines) {
    const { text } = line.flow;
    if (text === '' && !wrapped) close();
    if (text === '' || isFramedPageNumber(text)) continue;
    const previous = open.at(-1);
    if (previous !== undefined && startsParagraph(previous, line, wrapped)) close();
    open.push(line);
  }
  close();
  return paragraphs;
}

function startsParagraph(previous: Line, line: Line, wrapped: boolean): boolean {
  if (!wrapped) return true;
  if (opens.test(line.flow.text))
    return closed.test(previous.flow.text) || line.indent > previous.indent + 0.5;
  return (
    closed.test(previous.flow.text) && (line.indent > previous.indent + 0.5 || previous.flow.text.length < 20)
  );
}
