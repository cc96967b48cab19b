import { describe, expect, it } from 'vitest';
import { portions } from './batch.ts';
import type { Task } from './examine.ts';

const kinds = ['txt', 'html', 'docx'];
const paths = Array.from({ length: 200 }, (_, i) => `${i}.${kinds[i % 5] ?? 'txt'}`);

const kindsIn = ({ files }: Task): string[] => [...new Set(files.map(({ path }) => path.split('.')[1]!))];

describe('the files of a batch, dealt to workers', () => {
  it('go out each once, by place and path, those of one kind together', () => {
    const tasks = [...portions(paths)];
    const files = tasks.flatMap((task) => task.files);
    expect(files.map(({ index }) => index).sort((a, b) => a - b)).toEqual(paths.map((_, i) => i));
    for (const { index, path } of files) expect(path).toBe(paths[index]);
    for (const task of tasks) {
      expect(kindsIn(task)).toEqual([task.kind]);
      expect(task.files.map(({ index }) => index)).toEqual(
        task.files.map(({ index }) => index).sort((a, b) => a - b),
      );
    }
  });

  it('are of the kind a worker asks for while there are any, then of the kind of which most are left', () => {
    const deal = portions(paths);
    expect(deal.next().value?.kind).toBe('txt');
    const html = Array.from({ length: 3 }, () => deal.next('html').value?.kind);
    expect(html).toEqual(['html', 'html', 'html']);
    expect(deal.next('html').value?.kind).toBe('txt');
    expect(deal.next('docx').value?.kind).toBe('docx');
  });
});
