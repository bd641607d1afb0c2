// Writes a period's plan: which form, for whom, due when.

export interface PlanLines {
  readonly form: string;
  readonly organ: string;
  readonly title: string;
  readonly due: string;
  readonly units: readonly string[];
}

export function periodYaml(plan: PlanLines): string {
  const { form, organ, title, due, units } = plan;
  return `form: ${form}\norgan: ${organ}\ntitle: ${title}\ndue: ${due}\nscope: own\nunits: [${units.join(', ')}]\n`;
}
