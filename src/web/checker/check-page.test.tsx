import { describe, expect, it } from 'vitest';
import { site } from '../../../test/support/sample-services.ts';
import { makeUrls } from '../http/urls.ts';
import { renderPage } from '../theme/layout.tsx';
import { CheckPage } from './check-page.tsx';

const html = renderPage(
  CheckPage({
    frame: { site, urls: makeUrls('https://www.yunxi.example/xxgk', {}) },
    scripts: {
      page: '/xxgk/assets/check.js',
      desk: '/xxgk/assets/desk.js',
      reader: '/xxgk/assets/reader.js',
      serviceWorker: '/xxgk/check-service-worker.js',
      version: '1',
    },
  }),
);

describe('the page of the checker', () => {
  it('promises before anything else that nothing is uploaded', () => {
    expect(html.indexOf('文件只在您的浏览器里读，不会上传')).toBeLessThan(html.indexOf('id="check-drop"'));
  });

  it('explains itself without JavaScript: what is checked, what files, what to do with a .doc', () => {
    expect(html).toMatch(/<noscript>.*gongkai check 文件.*<\/noscript>/s);
    for (const words of ['能查什么', '哪些文件', '另存为', '扫描件', '文件不离开本机'])
      expect(html).toContain(words);
    expect(html).toContain('href="/xxgk/rules"');
    expect(html).toContain('href="/xxgk/law"');
  });

  it('takes files and folders by labelled inputs that the keyboard reaches', () => {
    for (const id of ['check-files', 'check-folder']) {
      expect(html).toMatch(new RegExp(`<input class="visually-hidden" type="file" id="${id}"`));
      expect(html).toContain(`for="${id}"`);
    }
    expect(html).toContain('webkitdirectory');
  });

  it('has a live region, a progress bar with a name and a place for the results', () => {
    expect(html).toContain('<p id="check-status" role="status">');
    expect(html).toMatch(/<progress id="check-progress" aria-label="检查进度"/);
    expect(html).toContain('<div id="check-results" tabindex="-1">');
    expect(html).toContain('id="check-failure" role="alert" hidden=""');
  });

  it('has nothing inline and one script, its own', () => {
    expect(html).not.toMatch(/ style="| on[a-z]+="/);
    expect([...html.matchAll(/<script/g)]).toHaveLength(1);
    expect(html).toContain('<script type="module" src="/xxgk/assets/check.js">');
  });

  it('stands in the navigation under its own entry', () => {
    expect(html).toContain('<a href="/xxgk/check" aria-current="page">检查</a>');
    expect(html).toContain('<link rel="canonical" href="https://www.yunxi.example/xxgk/check"/>');
  });
});
