import { Chart } from '../theme/chart.tsx';
import { Panel } from '../theme/panel.tsx';
import { Sparkline } from '../theme/sparkline.tsx';

const months = ['1月', '2月', '3月', '4月', '5月', '6月'];

export const Charts = ({ at }: { at: string }) => (
  <div class="gk-pair">
    <Panel id="chart-grouped" title="图表：并列">
      <Chart
        id="cg"
        title="每月主动公开"
        unit="条"
        half
        over="月份"
        kind="grouped"
        categories={months}
        series={[
          { name: '今年', values: [24, 19, 31, 28, 35, 29] },
          { name: '去年', values: [20, 22, 26, 25, 30, 31], line: true },
        ]}
        href={(series, month) =>
          `${at}?series=${encodeURIComponent(series)}&month=${encodeURIComponent(month)}`
        }
      />
    </Panel>
    <Panel id="chart-stacked" title="图表：叠加">
      <Chart
        id="cs"
        title="各季度办理结果"
        unit="件"
        half
        over="季度"
        kind="stacked"
        categories={['一季度', '二季度', '三季度']}
        series={[
          { name: '予以公开', values: [10, 14, 9] },
          { name: '部分公开', values: [3, 2, 4] },
          { name: '不予公开', values: [1, 0, 2] },
          { name: '无法提供', values: [2, 3, 3] },
        ]}
      />
    </Panel>
    <Panel id="chart-line" title="图表：趋势">
      <Chart
        id="cl"
        title="按时答复率"
        unit="%"
        half
        scaled
        over="月份"
        kind="line"
        categories={months}
        series={[
          { name: '本镇', values: [92, 95, null, 97, 100, 99] },
          { name: '全县', values: [90, 91, 92, 92, 93, 94] },
        ]}
      />
    </Panel>
    <Panel id="chart-small" title="图表：小图和没有数据">
      <p>
        大坪镇 <Sparkline values={[4, 6, 3, 8, 9, 7]} words="近六个月 4、6、3、8、9、7 条" /> 7 条
      </p>
      <p>
        石桥镇 <Sparkline values={[0, 0, null, 2, 1, 0]} words="近六个月 0、0、无、2、1、0 条" /> 0 条
      </p>
      <Chart
        id="cn"
        title="行政复议"
        unit="件"
        over="年度"
        kind="grouped"
        categories={['2025年', '2026年']}
        series={[{ name: '复议', values: [0, 0] }]}
      />
    </Panel>
  </div>
);
