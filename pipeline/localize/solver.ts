// The solver of mixed-integer programmes (HiGHS), loaded only where a run needs it: that takes a tenth of a second.
import type { Solver } from './mip.ts';

// Bounds on work, not on time, so that every machine finds the same.
const OPTIONS = { mip_max_nodes: 200, mip_feasibility_tolerance: 1e-9, random_seed: 0, output_flag: false };

export const loadSolver = async (): Promise<Solver> => {
  // Its types are those of its CommonJS half, in which the default lies one deeper.
  const { default: load } = (await import('highs')) as unknown as Pick<typeof import('highs'), 'default'>;
  const highs = await load();
  return program => {
    try {
      const { Status, Columns } = highs.solve(program, OPTIONS);
      if (Status !== 'Optimal') return null;
      return new Map(Object.entries(Columns).map(([name, column]) => [name, 'Primal' in column ? column.Primal : 0]));
    } catch {
      // It ran into trouble of its own: no answer, as where it finds none.
      return null;
    }
  };
};
