import { describe, expect, it } from 'vitest';
import { chosenIn } from './files.ts';

const inputOf = (...paths: readonly string[]) =>
  ({
    files: paths.map((path) => ({
      name: path.slice(path.lastIndexOf('/') + 1),
      webkitRelativePath: path.includes('/') ? path : '',
    })),
  }) as unknown as HTMLInputElement;

const chosen = (...paths: readonly string[]) => {
  const { files, skipped } = chosenIn(inputOf(...paths));
  return { files: files.map(({ path }) => path), skipped };
};

describe('what is chosen', () => {
  it('of a folder are its reports and archives in order of paths; the rest is counted by kind', () => {
    expect(
      chosen('县/b/二.pdf', '县/a/一.docx', '县/c.zip', '县/d.rar', '县/图.PNG', '县/无名', '县/readme.txt'),
    ).toEqual({
      files: ['县/a/一.docx', '县/b/二.pdf', '县/c.zip', '县/d.rar'],
      skipped: { png: 1, '': 1, txt: 1 },
    });
  });

  it('of a folder are never what systems and programs hide there', () => {
    expect(chosen('县/.DS_Store', '县/~$一.docx', '县/.git/a.txt', '县/__MACOSX/一.docx')).toEqual({
      files: [],
      skipped: {},
    });
  });

  it('by itself is taken whatever its name: what it is tells its content', () => {
    expect(chosen('照片.png', '年报')).toEqual({ files: ['年报', '照片.png'], skipped: {} });
  });
});
