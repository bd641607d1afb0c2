// A thread that reads and admits small files: a task comes in a message, its parcel goes back in one.
import { parentPort } from 'node:worker_threads';
import { admitSafely } from '../admit-safely.ts';
import type { Delivery } from '../model.ts';
import type { UnitNames } from '../normalize/unit-names.ts';
import { OLD, readHere } from '../read/here.ts';
import type { Limits } from '../read/limits.ts';
import { type Asked, namesOf } from './asked.ts';
import { type Parcel, parcelOf } from './parcel.ts';

export interface Task {
  readonly number: number;
  readonly delivery: Delivery;
  readonly bytes: Uint8Array;
  readonly limits: Limits;
  /** Null where it is that of the task before. */
  readonly asked: Asked | null;
}

export interface Answer {
  readonly number: number;
  /** Null for a large file, and for one of the old kinds. */
  readonly parcel: Parcel | null;
}

let asked: Asked | null = null;
let names: UnitNames | null = null;

const taken = ({ delivery, bytes, limits }: Task): Parcel | null => {
  const reading = readHere(bytes, limits, limits.quick);
  if (reading === OLD || asked === null || names === null) return null;
  return parcelOf(reading, admitSafely({ delivery, reading }, asked.plan, asked.form, names), asked.form);
};

parentPort?.on('message', (task: Task) => {
  if (task.asked !== null) {
    asked = task.asked;
    names = namesOf(asked);
  }
  parentPort?.postMessage({ number: task.number, parcel: taken(task) } satisfies Answer);
});
