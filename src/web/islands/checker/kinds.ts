import { extensionOf, isHiddenName } from '../../../report/batch/kinds.ts';

export const isHidden = (path: string): boolean => path.split('/').some(isHiddenName);
export const isArchive = (path: string): boolean => extensionOf(path) === 'zip';
/** Archives that this program cannot open. */
export const isOtherArchive = (path: string): boolean => /^(rar|7z|tar|gz|tgz)$/.test(extensionOf(path));
