import type { Site } from '../http/services.ts';
import type { Column } from '../theme/page.ts';

/** 栏目标签 of the pages; ColumnType from the list of the 政府网站 design rules (国办发〔2017〕47号 附件). */
export const homeColumn = (site: Site): Column => ({
  name: '政府信息公开',
  type: '首页',
  description: `${site.name}政府信息公开平台，提供检索、查阅、下载`,
  keywords: [site.name, '政府信息公开'],
});

export const reportColumn = (site: Site): Column => ({
  name: '政府信息公开年报',
  type: '信息公开年报',
  description: `${site.name}及所属机关历年政府信息公开工作年度报告`,
  keywords: [site.name, '政府信息公开年报', '年度报告'],
});

export const lawColumn = (site: Site): Column => ({
  name: '政府信息公开制度',
  type: '信息公开目录',
  description: '政府信息公开工作年度报告所依据的法规和文件',
  keywords: [site.name, '政府信息公开条例', '年度报告格式'],
});

export const checkColumn = (site: Site): Column => ({
  name: '年报检查',
  type: '信息公开年报',
  description: `${site.name}政府信息公开工作年度报告检查`,
  keywords: [site.name, '政府信息公开年报', '检查'],
});

export const rulesColumn = (site: Site): Column => ({
  name: '年报检查规则',
  type: '信息公开年报',
  description: '检查政府信息公开工作年度报告的规则、依据和例子',
  keywords: [site.name, '政府信息公开年报', '检查规则'],
});

export const deadlineColumn = (site: Site): Column => ({
  name: '依申请公开',
  type: '依申请公开',
  description: `${site.name}依申请公开答复期限计算`,
  keywords: [site.name, '依申请公开', '答复期限'],
});

export const applyColumn = (site: Site): Column => ({
  name: '依申请公开',
  type: '依申请公开',
  description: `向${site.name}及所属机关申请公开政府信息`,
  keywords: [site.name, '依申请公开', '政府信息公开申请'],
});
