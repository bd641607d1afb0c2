// The documents say what the code does: every command, option, check, output, form and helper, and nothing that is not there.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../pipeline/checks/checks.ts';
import { loadForms } from '../pipeline/forms/load.ts';
import { VERSION } from '../pipeline/render/data.ts';
import { DATA_TABLES } from '../pipeline/render/data-tables/tables.ts';
import { HELPERS } from '../pipeline/render/report/helpers/list.ts';
import { COLUMNS, COVER } from '../pipeline/render/returned/cover.ts';

const text = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const readme = text('README.md');
const forClerks = text('README.zh-CN.md');
const manifest = JSON.parse(text('package.json'));

/** The first cells of a table's rows below a heading, without backquotes. */
const firstCells = (heading: string): readonly string[] => {
  const section = readme.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter(line => line.startsWith('| `'));
  return rows.map(row => row.split('|')[1]?.trim().replaceAll('`', '') ?? '');
};

const help = (...args: readonly string[]): string =>
  execFileSync(process.execPath, ['pipeline/main.ts', ...args, '--help'], { encoding: 'utf8' });

const commands = (): readonly string[] =>
  [...help().matchAll(/^ {2}([a-z-]+) /gmu)].map(([, name]) => name ?? '').filter(name => name !== 'help');

describe('the README', () => {
  it('has every command, and no other', () => {
    expect(firstCells('Commands').map(cell => cell.split(' ')[0])).toEqual(commands());
  });

  it('has every option of every command', () => {
    for (const command of commands()) {
      const options = [...help(command).matchAll(/(--[a-z]+)/gu)].map(([option]) => option);
      for (const option of options.filter(name => name !== '--help')) expect(readme).toContain(option);
    }
  });

  it('has every check, and no other', () => {
    expect(firstCells('Checks')).toEqual(CHECKS.map(({ id }) => id));
  });

  it('has every data file, and no other', () => {
    const tables = DATA_TABLES.map(({ name }) => `data/${name}.csv`);
    const named = firstCells('What it writes').filter(cell => cell.startsWith('data/'));
    expect([...named].sort()).toEqual([...tables, 'data/datapackage.json', 'data/run.json'].sort());
  });

  it('has the pages that people open', () => {
    const named = firstCells('What it writes');
    expect(named).toContain('总览.html');
    for (const { report } of loadForms('templates')) expect(named).toContain(report.path);
  });

  it('has every form and every file of a form folder', () => {
    for (const { id } of loadForms('templates')) {
      expect(readme).toContain(`\`${id}\``);
      for (const name of readdirSync(`templates/${id}`)) expect(readme).toContain(`\`${name}\``);
    }
  });

  it('has every helper of a report template', () => {
    for (const { id } of HELPERS) expect(readme, id).toMatch(new RegExp(`\\{\\{(?:#if \\()?${id}[ )]`, 'u'));
  });

  it('names no file of the house that is not there', () => {
    const paths = [...readme.matchAll(/`((?:pipeline|templates|tests|input)\/[\w./-]+)`/gu)].map(
      ([, path]) => path ?? '',
    );
    for (const path of paths.filter(name => !name.includes('2025'))) expect(existsSync(path), path).toBe(true);
  });
});

it.each(['汇总表.xlsx', '审核清单.xlsx', '上报/'])('both READMEs name the workbook %s', name => {
  expect(readme).toContain(`\`${name}`);
  expect(forClerks).toContain(`\`${name}`);
});

describe('the README for clerks', () => {
  it('has every output file', () => {
    for (const { name } of DATA_TABLES) expect(forClerks).toContain(`data/${name}.csv`);
    for (const { report } of loadForms('templates')) expect(forClerks).toContain(report.path);
    expect(forClerks).toContain('总览.html');
  });

  it('has the column names of the list that units answer in, where it tells of them', () => {
    for (const name of ['原因', '说明']) expect(COLUMNS.map(column => column.name)).toContain(name);
    expect(forClerks).toContain(COVER);
    expect(readme).toContain(COVER);
  });

  it('has what goes back to units and what they are told, as the README has', () => {
    for (const path of ['.xlsx', '退回函.docx']) {
      expect(readme).toContain(`\`退回/<unit>${path}\``);
      expect(forClerks).toContain(`\`退回/<单位>${path}\``);
    }
    for (const document of [readme, forClerks]) expect(document).toContain('`收件回执.xlsx`');
  });
});

describe('the version', () => {
  it('is the same in package.json, in the program and at the head of the changelog', () => {
    expect(manifest.version).toBe(VERSION);
    expect(text('CHANGELOG.md')).toMatch(new RegExp(`^# Changelog\\n\\n## ${VERSION.replaceAll('.', '\\.')}\\n`, 'u'));
  });
});

describe('the packages', () => {
  it('are pinned exactly, and the lockfile names no host', () => {
    for (const version of Object.values({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    }))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/u);
    expect(text('package-lock.json')).not.toContain('"resolved": "http');
  });
});
