// Which findings a person's explanation can answer.
import type { Explanation, Finding } from './model.ts';

/** Whether words can answer a finding at all; else only another value can. */
export const isAnswerable = ({ explainable, severity, reasons }: Finding): boolean =>
  explainable && (severity !== 'fatal' || reasons.length > 0);

/** Whether an explanation can stand for a finding: a fatal one needs one of the reasons that its rule names. */
export const canAnswer = ({ reason, text }: Explanation, { explainable, severity, reasons }: Finding): boolean =>
  explainable && (severity !== 'fatal' || reasons.some(named => `${reason} ${text}`.includes(named)));
