const reasons: Readonly<Record<string, string>> = {
  ENOENT: '找不到，请核对路径',
  EACCES: '没有读取权限，请检查文件的访问权限',
  EPERM: '没有读取权限，请检查文件的访问权限',
  EISDIR: '是文件夹，请指明其中的文件',
  ENOTDIR: '路径中有一段不是文件夹，请核对路径',
  ELOOP: '是循环的链接，请改用链接所指的文件',
  EMFILE: '打开的文件过多，请减小 --jobs 后重试',
  EIO: '读取时磁盘出错，请检查磁盘后重试',
};

/** Why the system refused a file, in one Chinese clause. */
export function systemReason(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return (typeof code === 'string' ? reasons[code] : undefined) ?? '无法读取，请检查文件是否完好';
}
