import { describe, expect, it } from 'vitest';
import { readAtOnce } from '../../read/index.ts';
import { readTables } from './index.ts';

const read = (text: string) => readTables(readAtOnce(new TextEncoder().encode(text), 'report.txt'));

describe('a sentence that tells every outcome', () => {
  const sentence =
    '全年受理政府信息公开申请25件，上年结转申请2件，答复27件，其中予以公开12件，部分公开3件，不予公开2件，' +
    '无法提供5件（本机关不掌握相关政府信息4件，没有现成信息需要另行制作1件），不予处理4件，其他处理1件，结转下年度继续办理0件。';

  it('is no table 三, whose pictures are lost', () => {
    const { tables, cells } = read(
      `一、总体情况\n${sentence}\n二、主动公开政府信息情况\n[image: 1]\n三、收到和处理政府信息公开申请情况\n[image: 2]\n四、政府信息公开行政复议、行政诉讼情况\n[image: 3]\n`,
    );
    expect(tables.applications).not.toBe('found');
    expect(cells).toEqual({});
  });

  it('leaves the table that follows it as it stands', () => {
    const rows = [
      '一、本年新收政府信息公开申请数量\t25\t0\t0\t0\t0\t0\t25',
      '二、上年结转政府信息公开申请数量\t2\t0\t0\t0\t0\t0\t2',
      '（一）予以公开\t12\t0\t0\t0\t0\t0\t12',
      '（七）总计\t27\t0\t0\t0\t0\t0\t27',
      '四、结转下年度继续办理\t0\t0\t0\t0\t0\t0\t0',
    ];
    const { cells } = read(
      `${sentence}\n三、收到和处理政府信息公开申请情况\n自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n${rows.join('\n')}\n`,
    );
    expect(cells['applications.received.total']).toMatchObject({ value: 25, status: 'read' });
    expect(cells['applications.granted.naturalPerson']).toMatchObject({ value: 12, status: 'read' });
  });
});
