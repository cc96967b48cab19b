import { describe, expect, it } from 'vitest';
import { directReading } from '../../../test/support/direct-reading.ts';
import { sampleOf } from '../../../test/support/sample.ts';
import { speaks } from '../../../test/support/speaks.ts';
import { sectionMissing } from './section-missing.ts';

describe('a section of the form that is not there', () => {
  it.each([
    ['overview', '一、总体情况'],
    ['disclosure', '二、主动公开政府信息情况'],
    ['applications', '三、收到和处理政府信息公开申请情况'],
    ['appeals', '四、政府信息公开行政复议、行政诉讼情况'],
    ['problems', '五、存在的主要问题及改进情况'],
    ['other', '六、其他需要报告的事项'],
  ])('%s is missed by its name', (id, heading) => {
    for (const form of ['', 'form 2019\n']) {
      const said = speaks(sectionMissing, `${form}drop section ${id}`);
      expect(said).toHaveLength(1);
      expect(said[0]).toContain(heading);
    }
  });

  it('each is missed by itself', () => {
    expect(speaks(sectionMissing, 'drop section problems\ndrop section other')).toHaveLength(2);
  });

  it('a section under another heading is there', () => {
    expect(speaks(sectionMissing, 'heading problems: 五、问题和打算')).toEqual([]);
  });

  it('the report of before 2019 had other sections', () => {
    const { report } = directReading(sampleOf('').report);
    expect(
      speaks(sectionMissing, 'drop section other', { report: { ...report, form: 'pre2019', year: 2016 } }),
    ).toEqual([]);
  });
});
