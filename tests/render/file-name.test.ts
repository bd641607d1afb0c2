import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName, unitFileNames } from '../../pipeline/render/file-name.ts';
import { unit } from './edition.ts';

describe('the name of a file', () => {
  it.each([
    ['区教育局', '区教育局'],
    ['发改局/物价局', '发改局／物价局'],
    ['a<b>:"c"|?*\\', 'a＜b＞：＂c＂｜？＊＼'],
    ['CON', 'CON_'],
    ['nul.txt', 'nul.txt_'],
    ['  .隐藏. ', '隐藏'],
    ['~$锁', '$锁'],
    ['‮txt.exe', 'txt.exe'],
    ['', '未命名'],
    ['...', '未命名'],
  ])('of “%s” is “%s”', (text, name) => {
    expect(fileName(text)).toBe(name);
  });

  it('is one that every file system takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        const name = fileName(text);
        expect(name).toMatch(/^[^<>:"/\\|?*\p{Cc}\p{Cf}]{1,90}$/u);
        expect(name).not.toMatch(/^[ .~]|[ .]$/u);
        expect(Buffer.byteLength(`${name}（人工修改9）.xlsx`)).toBeLessThan(400);
      }),
    );
  });
});

describe('the files of units', () => {
  it('differ even where their names do not, or only by what a file system does not tell apart', () => {
    const names = unitFileNames([
      unit('01', '教育局'),
      unit('02', '民政局'),
      unit('03', '教育局'),
      unit('A', 'a局'),
      unit('B', 'A局'),
    ]);
    expect([...names.values()]).toEqual(['教育局（01）', '民政局', '教育局（03）', 'a局（A）', 'A局（B）']);
  });
});
