// What is new, from a run to people: into the file and to the command that the maintainer named.
import { notify } from '../notify/notify.ts';
import type { Surroundings } from './surroundings.ts';

export interface NoticeOptions {
  readonly notice?: string;
  readonly notify?: string;
}

/** `unsent`: what the run before could not hand on. Gives what could not be handed on now, for the next run to try again, or ''. */
export const handOn = async (
  unsent: string,
  notices: readonly string[],
  { notice: file, notify: command }: NoticeOptions,
  { log }: Surroundings,
): Promise<string> => {
  if (file === undefined && command === undefined) return unsent;
  const text = [unsent, ...notices].filter(one => one !== '').join('\n');
  if (text === '') return '';
  const troubles = await notify(text, { file: file ?? null, command: command ?? null });
  for (const trouble of troubles) log.warn(trouble);
  if (troubles.length === 0) log.info({ file, command }, 'notice handed on');
  return troubles.length === 0 ? '' : text.slice(0, LONGEST);
};

/** Characters: a way that is broken for long must not make the notice grow for ever. */
const LONGEST = 20_000;
