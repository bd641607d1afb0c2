// Loaded into a real command before all else: the disk says NIANBAO_FAIL (such as ENOSPC) at what NIANBAO_AT names.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { NIANBAO_FAIL: code = '', NIANBAO_AT: at = '' } = process.env;

for (const name of ['openSync', 'readFileSync', 'writeFileSync'] as const) {
  const real = fs[name] as (...args: readonly unknown[]) => unknown;
  const failing = (...args: readonly unknown[]): unknown => {
    if (String(args[0]).includes(at))
      throw Object.assign(new Error(`${code}: as the test wants it, ${name}`), { code, errno: -1, syscall: name });
    return real(...args);
  };
  Object.assign(fs, { [name]: failing });
}
syncBuiltinESMExports();
