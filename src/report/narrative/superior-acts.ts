import type { AgencyKind } from '../../domain/annual/report.ts';
import { levelOfKind } from '../places/own.ts';
import { levelOf, type Places } from '../places/places.ts';
import type { Reading } from '../reading.ts';
import type { Report } from '../rules/rule.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { placeOf, sectionPassages } from './passages.ts';

/** 调整全省政务公开领导小组: setting up, or steering, the body of a wider area. */
const wholeArea =
  /(?:调整|成立|组建|充实|设立)(?:完善|充实|优化)?了?全(国|省|市|县|区|州|盟|旗)[^,，。;；]{0,6}(?:政务公开|政府信息公开|信息公开)[^,，。;；]{0,6}(?:领导小组|协调小组|工作专班|联席会议)/;
/** 制发《…省政务公开工作要点》: issuing what only the superior issues. */
const issued =
  /(?:制发|印发|制定|制订|出台|发布|下发|起草)(?:了|并印发|出台|下发|印发)?《((?:19|20)\d\d年度?)?(?:关于)?(?:印发)?([^》]{2,40})》(?!要求|精神|规定|部署|的?通知|文件|通知精神|的)/;
/** Who else may be the subject of the clause, or why the agency names the act of another. */
const otherSubject =
  /[省市县区州盟旗]|国务院|国办|上级|政府|党委|部门|办公[厅室]|转发|学习|贯彻|落实|执行|根据|按照|依据|依照|参照|收到|参加|要求|由/;
/** A clause that begins with a superior, not with 按照 or 结合 one, makes it the subject of what follows. */
const superiorSubject =
  /^(?!紧密|紧紧|结合|围绕|按照|根据|依据|依照|对照|贯彻|落实|在|经|对|向|配合)(?:[^,，。;；]{0,6}[省市县区州盟旗](?:委|政府|人民政府|里|级)|上级|国务院|国办)/;

/** Applications made to the county or city government, counted by a township. */
const elsewhere =
  /(?:受理|办理|收到|接收)[^,，。;；]{0,16}向([省市县区州]|[^,，。;；向]{1,8}[省市县区州])(?:人民)?政府[^,，。;；镇乡街]{0,12}(?:提出|提交|申请)的?[^,，。;；]{0,6}申请/;

const provinces =
  /^(?:中国|全国|北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆)(?=省|市|自治区|壮族|回族|维吾尔)/;

/** Acts of a superior told as the agency's own. */
export function superiorActs(reading: Reading, places: Places | null): Report[] {
  const { agency } = reading.report;
  const level = agency === null ? null : levelOfKind(agency.kind);
  if (agency === null || level === null || level === 0) return [];
  const reports: Report[] = [];
  for (const { passage } of sectionPassages(reading)) {
    const { text } = passage;
    if (!text.includes('公开')) continue;
    if (
      !(text.includes('向') && elsewhere.test(text)) &&
      !(text.includes('全') && wholeArea.test(text)) &&
      !(text.includes('《') && issued.test(text))
    )
      continue;
    const clauses = clausesOf(passage);
    clauses.forEach((clause, i) => {
      const words =
        areaAct(clause, agency) ?? issuedAct(clause, level, places) ?? receivedElsewhere(clause, level);
      if (words === null || subjectIsSuperior(clauses, i)) return;
      const start = clause.start + clause.text.indexOf(words);
      reports.push({
        message: `“${words}”是上级机关的行为，不是${agency.name}的，多半是照抄上级材料留下的。请改写为本机关实际做的工作。`,
        at: placeOf(passage, words, start),
      });
    });
  }
  return reports;
}

function areaAct({ text }: Clause, agency: { name: string; kind: AgencyKind }): string | null {
  const match = wholeArea.exec(text);
  if (match === null || otherSubject.test(text.slice(0, match.index))) return null;
  const level = levelOfKind(agency.kind)!;
  const area = match[1]!;
  const above =
    area === '国' ||
    (level > 1 && area === '省') ||
    level === 4 ||
    (level > 1 && !agency.name.includes(area));
  return above && !(level === 1 && area !== '国') ? match[0] : null;
}

function issuedAct({ text }: Clause, level: number, places: Places | null): string | null {
  const match = issued.exec(text);
  if (match === null || !/公开/.test(match[2]!) || otherSubject.test(text.slice(0, match.index))) return null;
  const name = match[2]!;
  const first = places?.mentions(name)[0];
  const named =
    first !== undefined && first.start === 0
      ? Math.max(...first.codes.map(levelOf))
      : provinces.test(name)
        ? 1
        : null;
  return named !== null && named < level && !(first && isOwnUnder(name, first.end)) ? match[0] : null;
}

const receivedElsewhere = ({ text }: Clause, level: number): string | null =>
  level === 4 ? (elsewhere.exec(text)?.[0] ?? null) : null;

/** 《济宁市兖州区…镇…》, 《山东省济宁市…》: the agency's own name may begin with its superiors'. */
const isOwnUnder = (title: string, end: number): boolean =>
  /^[^的关]{0,10}?[市县区州盟旗镇乡道]/.test(title.slice(end, end + 12));

function subjectIsSuperior(clauses: readonly Clause[], index: number): boolean {
  for (let i = index - 1; i >= 0 && !clauses[i]!.ends; i--)
    if (superiorSubject.test(clauses[i]!.text)) return true;
  return false;
}
