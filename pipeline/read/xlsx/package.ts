// The parts of a workbook: found by relation, never by name.
import { onceOf } from '../../once-of.ts';
import { refuse } from '../refusal.ts';
import { attribute, walkXml } from '../xml.ts';
import type { Zip } from '../zip/directory.ts';
import { extract } from '../zip/extract.ts';

export interface Relation {
  readonly id: string;
  /** The last word of its type, which strict and transitional files share: `worksheet`, `styles` … */
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

export const partOf = (zip: Zip, name: string): Uint8Array => {
  const entry = zip.get(name.toLowerCase()) ?? refuse('damaged', `缺少 ${name}`);
  return extract(entry);
};

/** The relations of a part; of the whole package for ''. */
export const relationsOf = (zip: Zip, part: string): readonly Relation[] => {
  const slash = part.lastIndexOf('/') + 1;
  const path = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  if (!zip.has(path.toLowerCase())) return [];
  return statedIn(partOf(zip, path), path).map(({ id, type, target, external }) => ({
    id,
    type,
    target: external ? target : resolve(zip, part.slice(0, slash), target),
    external,
  }));
};

/** Relations with their targets as they are written. */
const statedIn = onceOf((bytes: Uint8Array, path: string): readonly Relation[] => {
  const relations: Relation[] = [];
  walkXml(bytes, path, 'root', {
    open: (name, given, parent) => {
      if (name !== 'Relationship' || parent !== 'Relationships') return;
      const [id, type, target] = [attribute(given, 'Id'), attribute(given, 'Type'), attribute(given, 'Target')];
      if (id === undefined || type === undefined || target === undefined) return refuse('damaged', path);
      const external = attribute(given, 'TargetMode') === 'External';
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target, external });
    },
  });
  return relations;
});

const resolve = (zip: Zip, folder: string, target: string): string => {
  const plain = normal(folder, target);
  return zip.has(plain.toLowerCase()) ? plain : normal(folder, unescaped(target));
};

const normal = (folder: string, target: string): string => {
  const slashed = target.replaceAll('\\', '/');
  const path: string[] = [];
  for (const step of (slashed.startsWith('/') ? slashed : folder + slashed).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
};

const unescaped = (target: string): string => {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
};
