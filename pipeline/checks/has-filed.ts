// Every unit from which a return is due has one that counts.
import { filedIn } from '../filing.ts';
import type { Judgement, Severity, Unit } from '../model.ts';
import { periodName } from '../period.ts';
import type { Check, Confronted } from './check.ts';
import { broken, held, placeOfUnit } from './check.ts';

export const hasFiled: Check = {
  id: 'has-filed',
  title: '应报单位都已报送',
  run: confronted => {
    const isThere = filedIn(confronted);
    return confronted.plan.units.map(unit => (isThere(unit) ? held('filed') : missing(unit, confronted)));
  },
};

const missing = (unit: Unit, { plan, at, judgements }: Confronted) => {
  const sent = judgements.filter(judgement => judgement.unit === unit.code && judgement.status !== 'accepted');
  const isWaiting = sent.length > 0 && sent.every(({ status }) => status === 'ignored');
  const due = plan.due === null ? '' : `（应于 ${plan.due} 前报送）`;
  return broken('filed', {
    severity: severityAt(plan.due, at),
    place: placeOfUnit(unit.code),
    stated: sent.length === 0 ? '未收到' : isWaiting ? '收到的文件还没有读取' : '收到的文件未采用',
    due: plan.due ?? '',
    message: `${lacking(unit, periodName(plan.period), sent)}${due}，汇总数中不含该单位。`,
    suggestion: advice(sent.length, isWaiting),
  });
};

const advice = (files: number, isWaiting: boolean): string => {
  if (files === 0) return '请催报；确无报送任务的，从 period.yaml 的 units 或 units.csv 中移出。';
  return isWaiting
    ? '请等文件复制完、关闭后再运行一次；仍是这样的，请单位重新报送。'
    : '请按上述原因与单位核实后重新报送。';
};

const lacking = (unit: Unit, period: string, sent: readonly Judgement[]): string => {
  if (sent.length === 0) return `没有收到“${unit.name}”${period}的报表`;
  const files = sent.map(({ delivery, reason }) => `${delivery.path}：${reason}`).join('；');
  return `“${unit.name}”${period}没有可用的报表（${files}）`;
};

// Before the day it is a reminder; after it, or where no day is set, the sums are incomplete (条例第四十九条).
const severityAt = (due: string | null, at: string): Severity =>
  due !== null && at.slice(0, 10) <= due ? 'query' : 'fatal';
