import { cite } from '../../law/citation.ts';
import { annualForms, type FormSection, type SectionId } from '../../law/forms/index.ts';
import { headingWords } from '../narrative/headings.ts';
import { followsForm } from '../narrative/passages.ts';
import type { SectionReading } from '../reading.ts';
import type { Report, Rule } from './rule.ts';

/** The six sections and their wording are the same in both editions. */
const sections: ReadonlyMap<SectionId | null, FormSection> = new Map(
  annualForms['2021'].sections.map((section) => [section.id, section]),
);
const words: ReadonlyMap<SectionId | null, string> = new Map(
  annualForms['2021'].sections.map((section) => [section.id, headingWords(section.heading)]),
);

/** R004: a heading in other words than the form's, a section the form does not have, or sections out of order. */
export const sectionHeading: Rule = {
  code: 'R004',
  id: 'section-heading',
  severity: 'warning',
  name: '部分标题或顺序与格式不符',
  basis: [cite('form2021', '年度报告格式：一至六各部分标题'), cite('tiaoli2019', '第五十条')],
  check: (reading) => {
    if (!followsForm(reading)) return [];
    const reports: Report[] = [];
    let last = 0;
    const seen = new Set<SectionId>();
    for (const section of reading.sections) {
      const form = sections.get(section.id);
      const report =
        form === undefined || section.id === null ? extra(section) : known(section, form, last, seen);
      if (report !== null) reports.push(report);
      if (form !== undefined) last = Math.max(last, form.ordinal);
      if (section.id !== null) seen.add(section.id);
    }
    return reports;
  },
};

const bare = (heading: string): string => heading.replace(/^[\s#*>]+/, '').trim();

function extra(section: SectionReading): Report | null {
  if (section.ordinal === null) return null;
  return {
    message: `“${bare(section.heading)}”是格式里没有的部分，它使后面各部分的序号顺延。请把内容并入“一、总体情况”或“六、其他需要报告的事项”，恢复六个部分的序号。`,
    at: section.at,
  };
}

function known(
  section: SectionReading,
  form: FormSection,
  last: number,
  seen: ReadonlySet<SectionId>,
): Report | null {
  const at = section.at;
  const printed = bare(section.heading);
  if (seen.has(form.id))
    return {
      message: `“${printed}”与前面的部分重复。格式中每个部分只出现一次，请合并为“${form.heading}”。`,
      at,
    };
  if (form.ordinal < last)
    return {
      message: `“${printed}”的位置不对，格式规定它是第${'一二三四五六'[form.ordinal - 1]}部分。请按格式的顺序排列。`,
      at,
    };
  if (headingWords(section.heading) === words.get(form.id)) return null;
  return { message: `标题“${printed}”与格式不一致，应为“${form.heading}”。请照格式改正。`, at };
}
