// The maintainer's log: to stderr, JSON lines when nobody watches, readable on a terminal.
import { type Logger, pino, stdTimeFunctions } from 'pino';

// Loaded only where somebody watches.
const pretty = process.stderr.isTTY ? (await import('pino-pretty')).default : null;

export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>;

/** `NIANBAO_LOG` sets the level: debug, info (default), warn, error, silent. */
export const openLog = (level = process.env['NIANBAO_LOG'] ?? 'info'): Log => {
  const options = { level, base: null, timestamp: stdTimeFunctions.isoTime };
  if (pretty === null) return pino(options, pino.destination({ fd: 2, sync: true }));
  return pino(options, pretty({ destination: 2, sync: true, translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname' }));
};
