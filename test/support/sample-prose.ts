import type { FormId } from '../../src/law/forms/index.ts';
import { annualForms } from '../../src/law/forms/index.ts';
import { type SampleReport, type SampleSection, sampleCells } from './sample-model.ts';

/** Invented sentences that state no figure, so that no cell can contradict them. */
const prose: Record<'overview' | 'problems' | 'other', readonly string[]> = {
  overview: [
    '一年来，青石镇把信息公开摆在改进作风的位置上，镇长办公会定期听取公开工作汇报，村和站所各有专人负责报送。',
    '（一）主动公开。围绕群众最关心的惠农补贴、危房改造和水利维修，及时把办理条件、评议结果和资金去向公布出来，并在村口的公开栏同步张贴，方便不常上网的老人查看。',
    '（二）依申请公开。接收、登记、审查、答复各环节落实到人，答复书送出前由司法所核对所引条文，疑难申请请县司法局会商。',
    '（三）政府信息管理。公文起草时即注明公开属性，办公室逐件复核；已经失效的文件在目录中标注状态，避免群众误用。',
    '（四）政府信息公开平台建设。镇级栏目与县门户网站同源发布，政务服务大厅设有查阅座席，工作人员帮助来访群众检索和打印。',
    '（五）监督保障。公开工作列入镇内工作考核，考核结果与评优挂钩；邀请村民代表开展社会评议，评议总体满意；全年未发生需要责任追究的情形。',
  ],
  problems: [
    '存在的主要问题：一是政策解读的形式仍以文字为主，图表和短视频偏少；二是部分村的公开栏更换不够勤，旧内容停留较久。',
    '改进情况：一是请文化站协助制作图解，先从补贴政策做起；二是由包村干部随走访检查公开栏，发现陈旧内容当场提醒更换。',
  ],
  other: ['收取信息处理费的情况：本机关本年度没有收取信息处理费。除此之外，没有其他需要报告的事项。'],
};

/** Last year's sentences of the same invented town: other words throughout. */
const earlierProse: typeof prose = {
  overview: [
    '上级部署下来以后，青石镇首先梳理职责分工，由党政办牵头，各站所把应当公开的内容列成清单，按清单逐项对账。',
    '（一）主动公开。把农田整治、低保评定和道路养护作为重点，公示期满后将结论留存备查，让村里人看得明白。',
    '（二）依申请公开。窗口与信箱两条渠道并行受理，登记表注明收到的日子，承办人员按期提出答复意见，经分管负责人签字后送达。',
    '（三）政府信息管理。文件归档时补齐索引号和成文日期，保密员在发布之前再看一遍，做到先审后发。',
    '（四）政府信息公开平台建设。栏目设置按县里的统一目录调整，错链和空白页已经清理，查阅点更换了打印设备。',
    '（五）监督保障。把公开情况写进年终工作考核，公布考核结果；通过问卷进行社会评议，意见逐条回应；没有出现应当责任追究的事项。',
  ],
  problems: [
    '存在的主要问题：新上岗的信息员业务生疏，栏目归类时有出错；便民信息的时效还要再提高。',
    '改进情况：安排老同志结对指导，归类拿不准的先问后发；便民信息改为当天起草、当天送审。',
  ],
  other: ['收取信息处理费的情况：本机关没有发出收费通知。其他方面没有要说明的内容。'],
};

const agency = '临溪县青石镇人民政府';

/** The clean sample: an invented township whose report breaks no rule at all. */
export function cleanSample(form: FormId, year: number, earlier = false): SampleReport {
  const sentences = earlier ? earlierProse : prose;
  return {
    agency,
    kind: 'township',
    code: null,
    year,
    form,
    title: `${agency}${year}年政府信息公开工作年度报告`,
    preamble: [
      `本报告依照《中华人民共和国政府信息公开条例》和政府信息公开工作年度报告格式的要求编制，由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。`,
      `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。如对本报告有疑问，请与青石镇人民政府党政办公室联系（地址：临溪县青石镇河东路8号，电话：0000-1234567）。`,
    ],
    sections: annualForms[form].sections.map(
      (section): SampleSection => ({
        id: section.id,
        heading: section.heading,
        paragraphs: section.table === null ? [...sentences[section.id as keyof typeof prose]] : [],
        table: section.table === null ? 'none' : 'table',
      }),
    ),
    closing: [agency, `${year + 1}年1月${earlier ? 18 : 20}日`],
    cells: sampleCells(form),
    labels: {},
    collapsed: false,
    statistics: null,
  };
}
