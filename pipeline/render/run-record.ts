// What data/run.json says: what the edition was made from, what it counts, and what a monitor needs of it. The same for the same input and time.
import { missingUnits } from '../filing.ts';
import type { DeliveryStatus, Edition, Severity } from '../model.ts';

export const runRecord = (edition: Edition, version: string) => {
  const { plan, form, at, judgements, returns, totals, findings, failures, previous, madeFrom } = edition;
  const open = findings.filter(({ status }) => status === 'open');
  return {
    nianbao: version,
    period: plan.period,
    at,
    due: plan.due,
    form: { id: form.id, hash: form.hash },
    previous: previous?.plan.period ?? null,
    made_from: madeFrom,
    inputs: judgements.map(({ delivery }) => ({ file: delivery.path, sha256: delivery.sha256 })),
    counts: {
      units: plan.units.length,
      filed: returns.length,
      deliveries: judgements.length,
      accepted: judgements.filter(({ status }) => status === 'accepted').length,
      observations: returns.reduce((count, ret) => count + ret.observations.length, 0),
      totals: totals.length,
      findings: findings.length,
      fatal: findings.filter(({ severity }) => severity === 'fatal').length,
      open: open.length,
      failed_checks: failures.length,
    },
    health: healthOf(edition),
    open_findings: open.map(({ id }) => id),
  };
};

const SEVERITIES: readonly Severity[] = ['fatal', 'query', 'info'];
const STATUSES: readonly DeliveryStatus[] = ['accepted', 'superseded', 'conflict', 'rejected', 'ignored'];

const healthOf = (edition: Edition) => {
  const { findings, judgements, tally, failures } = edition;
  const open = (severity: Severity): number =>
    findings.filter(finding => finding.status === 'open' && finding.severity === severity).length;
  const files = (status: DeliveryStatus): number => judgements.filter(judgement => judgement.status === status).length;
  return {
    open: Object.fromEntries(SEVERITIES.map(severity => [severity, open(severity)])),
    files: Object.fromEntries(STATUSES.map(status => [status, files(status)])),
    units_missing: missingUnits(edition).length,
    rules_not_run: tally.reduce((sum, { failed }) => sum + failed, 0),
    own_failures: failures.length,
  };
};
