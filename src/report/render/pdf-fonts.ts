/**
 * Font families by what they are for, the one wanted first; a character that a font lacks is taken from the next.
 * Windows and macOS name theirs differently; Fandol comes with TeX, Noto with Debian and with npm.
 */
export interface PdfFonts {
  /** The title: 小标宋体. */
  readonly title: readonly string[];
  /** The text: 仿宋体. */
  readonly fang: readonly string[];
  /** Headings of the numbered parts: 黑体. */
  readonly hei: readonly string[];
  /** Headings in a part, （一）: 楷体. */
  readonly kai: readonly string[];
  /** Tables and page numbers: 宋体. */
  readonly song: readonly string[];
}

const serif = ['Noto Serif SC', 'Source Han Serif SC', 'Noto Serif CJK SC'];

export const pdfFonts: PdfFonts = {
  title: ['FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong-B05', ...serif],
  fang: ['FangSong_GB2312', 'FangSong', 'STFangsong', 'FandolFang R', 'FandolFang', ...serif],
  hei: ['SimHei', 'STHeiti', 'FandolHei', 'Source Han Sans SC', 'Noto Sans CJK SC', ...serif],
  kai: ['KaiTi_GB2312', 'KaiTi', 'STKaiti', 'FandolKai', ...serif],
  song: serif,
};
