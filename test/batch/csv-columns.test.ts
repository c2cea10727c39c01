import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COLUMNS, ROLES } from '#functions/batch/csv-columns.ts';

const readme = readFileSync(new URL('../../functions/batch/README.md', import.meta.url), 'utf8');
const rows = readme.split('\n').filter((line) => line.startsWith('| `'));

describe('the documentation of CSV columns', () => {
  it('has every column, with its words, and no other', () => {
    const told = COLUMNS.filter(({ key }) => !/^(person|filing)(?!1\.)/.test(key)).map(
      ({ key, zh, words = {}, kind }) => ({
        key: `\`${key.replace(/^(person|filing)1/, '$1*n*')}\``,
        zh: zh.replace(/^(人员|备案)1/, '$1*n*'),
        words: (kind === 'ROLES'
          ? Object.entries(ROLES).map(([role, it]) => `${it.zh} ${role}`)
          : Object.entries(words).map(([word, code]) => `${word} ${code}`)
        ).join(' · '),
      }),
    );
    const written = rows.map((row) => {
      const [, key = '', zh = '', , words = ''] = row.split('|').map((it) => it.trim());
      return { key, zh, words };
    });
    expect(written).toEqual(told);
  });
});
