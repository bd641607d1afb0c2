// The severities as people call them.
import type { Severity } from './model.ts';

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { fatal: '强制性', query: '核实性', info: '提示性' };
