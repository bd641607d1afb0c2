// Programs that some tests open our documents with. Where one lacks, its tests are skipped; in CI they fail.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { fileWith, folderWith } from './files.ts';

const COMMANDS = {
  soffice: ['soffice', 'libreoffice'],
  chromium: ['chromium', 'chromium-browser', 'google-chrome'],
  /** Python with openpyxl. */
  python3: ['/usr/bin/python3', 'python3'],
  pdftotext: ['pdftotext'],
} as const;

export type Program = keyof typeof COMMANDS;

const ASKED: Readonly<Record<Program, readonly string[]>> = {
  soffice: ['--version'],
  chromium: ['--version'],
  python3: ['-c', 'import openpyxl'],
  pdftotext: ['-v'],
};

const found = new Map<Program, string | null>();

/** The command of a program, or null where the machine has none. */
export const commandOf = (program: Program): string | null => {
  const known = found.get(program);
  if (known !== undefined) return known;
  const works = (command: string): boolean => spawnSync(command, ASKED[program], { timeout: 60_000 }).status === 0;
  const command = COMMANDS[program].find(works) ?? null;
  found.set(program, command);
  return command;
};

/** A `test` that needs programs: skipped where one lacks, and failing there in CI. */
export const testWith = (...programs: readonly Program[]) => {
  const lacking = programs.filter(program => commandOf(program) === null);
  if (lacking.length === 0 || process.env['CI'] !== undefined) return test;
  return test.skip;
};

const commandFor = (program: Program): string => {
  const command = commandOf(program);
  if (command === null) throw new Error(`this test needs ${program}, which is not installed`);
  return command;
};

const RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** What LibreOffice makes of documents: `convertAll(all, 'xlsx', 'ods')`. Starting it is what takes its time: many go into one start. */
export const convertAll = (all: readonly Uint8Array[], from: string, to: string): readonly Uint8Array[] => {
  const nameOf = (nth: number): string => `document${nth}`;
  const folder = folderWith({
    ...Object.fromEntries(all.map((bytes, nth) => [`${nameOf(nth)}.${from}`, bytes])),
    // A profile of its own, so that tests that run side by side do not wait for each other.
    // In it, formulas are reckoned anew rather than believed.
    'profile/user/registrymodifications.xcu': RECALCULATE,
  });
  const sources = all.map((_, nth) => join(folder, `${nameOf(nth)}.${from}`));
  const args = [
    ...[`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', to],
    ...['--outdir', join(folder, 'out'), ...sources],
  ];
  execFileSync(commandFor('soffice'), args, { timeout: 300_000, stdio: 'pipe' });
  return all.map((_, nth) => readFileSync(join(folder, 'out', `${nameOf(nth)}.${to.split(':')[0]}`)));
};

/** What LibreOffice makes of one: `convert(bytes, 'docx', 'pdf')`. */
export const convert = (bytes: Uint8Array, from: string, to: string): Uint8Array =>
  convertAll([bytes], from, to)[0] as Uint8Array;

/** What a Python script that gets `args` prints. */
export const python = (script: string, ...args: readonly string[]): string =>
  execFileSync(commandFor('python3'), ['-c', script, ...args], { encoding: 'utf8', timeout: 120_000 });

export const pdfText = (pdf: Uint8Array): string =>
  execFileSync(commandFor('pdftotext'), ['-layout', fileWith('document.pdf', pdf), '-'], { encoding: 'utf8' });

/** Playwright takes no command, only the path of one. */
export const chromiumPath = (): string => execFileSync('which', [commandFor('chromium')], { encoding: 'utf8' }).trim();
