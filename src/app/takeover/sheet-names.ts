/** Sheets of the workbook by which cases are taken over; only the first is read. */
export const takeoverSheets = {
  cases: '移入案件',
  examples: '示例',
  columns: '填写说明',
  lists: '可选内容',
} as const;

/** Cases in one file at most. */
export const mostTaken = 5_000;
/** Bytes of the file at most. */
export const largestTakeover = 8 * 1024 * 1024;
