/** Faces of official documents, then what other systems have in their place. */
const song =
  '"FZXiaoBiaoSong-B05S","方正小标宋简体",STZhongsong,"Songti SC","Noto Serif CJK SC",SimSun,serif';
const fang = '"FangSong_GB2312","仿宋_GB2312",FangSong,STFangsong,"Songti SC","Noto Serif CJK SC",serif';
const hei = 'SimHei,"黑体",STHeiti,"PingFang SC","Noto Sans CJK SC",sans-serif';
const kai = '"KaiTi_GB2312","楷体_GB2312",KaiTi,STKaiti,"Kaiti SC","Noto Serif CJK SC",serif';

/** The statutory grids. */
export const tableStyle = `.scroll{overflow-x:auto;margin:.75rem 0 1rem}.scroll:focus{outline:2px solid #0e3a50;outline-offset:2px}
table{border-collapse:collapse;width:100%;min-width:42rem;font-size:.875rem;line-height:1.4;table-layout:fixed}
table.applications,table.appeals{font-size:.8125rem}
th,td{border:1px solid #44525d;padding:.25rem .375rem;font-weight:400;vertical-align:middle;text-align:center;overflow-wrap:anywhere}
th.column,th.group{word-break:keep-all;padding:.25rem .125rem}th.row{text-align:left}th.corner{text-align:left}th.band,td.note{background:#f5f7f8}td.note{text-align:left}
td{font-variant-numeric:tabular-nums}
.visually-hidden{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip:rect(0,0,0,0);white-space:nowrap;border:0}
@media print{.scroll{overflow:visible}table{min-width:0;font-size:10pt}table.applications,table.appeals{font-size:8pt}
tr{break-inside:avoid}thead{display:table-header-group}tfoot{display:table-row-group}th.band,td.note{background:none}}
`;

/** The marks of faulty cells and sentences: line, shade and number, never colour alone. */
export const markStyle = `td.error{background:#fbe9e7;outline:3px solid #a3221f;outline-offset:-3px}td.warning{background:#fcf1da;outline:3px double #855300;outline-offset:-3px}td.info{background:#e9f1f5;outline:2px dashed #17506b;outline-offset:-2px}
.pin{font-weight:700;color:inherit;margin-right:.25em}a.pin{text-decoration:none}td:target,tr:target{background:#fff2b8}
`;

/** The look of a report as a page of its own; nothing newer than the browsers of offices (Chromium 86). */
export const reportStyle = `*{box-sizing:border-box}body{margin:0;background:#fff;color:#1d262d;font:1.125rem/1.8 ${fang}}
main{max-width:52rem;margin:0 auto;padding:2rem 1rem 4rem}
h1{font:400 1.75rem/1.35 ${song};text-align:center;margin:0 0 2rem}
h2{font:400 1.125rem/1.8 ${hei};text-indent:2em;margin:1.5rem 0 .5rem}
p{margin:0;text-indent:2em;overflow-wrap:anywhere}p b{font:400 1em/1.8 ${kai}}
.closing{margin-top:2rem;text-align:right}.closing p{text-indent:0;padding-right:2em}
${tableStyle}@page{size:A4;margin:37mm 26mm 35mm 28mm}
@media print{body{font-size:16pt;line-height:28pt}main{max-width:none;padding:0}h1{font-size:22pt}h2{font-size:16pt;break-after:avoid}}
`;
