// What a check asks for, in the words of the check itself.
import { CHECKS } from '../../checks/checks.ts';

/** `adds-up` → 总计等于各分项之和. */
export type CheckTitles = (check: string) => string;

export const checkTitle: CheckTitles = check => TITLES.get(check) ?? check;

const TITLES = new Map(CHECKS.map(({ id, title }) => [id, title] as const));
