import { suite } from 'uvu';
import type { HandKind } from './hands.ts';
import { openTheatre, type Theatre } from './stage.ts';
import { table } from './table.ts';

const filter = process.env.ROW === undefined ? /./ : new RegExp(process.env.ROW);

/** Every second row with one kind of hand, each on a stage of its own: two files share a table. `ROW=padlock` plays those that say so. */
export function play(kind: HandKind, rows: 'odd' | 'even'): void {
  const test = suite<{ theatre: Theatre }>(`the console, ${kind}, ${rows} rows`);
  test.before(async (context) => {
    context.theatre = await openTheatre(kind);
  });
  test.after(async ({ theatre }) => theatre.close());
  const half = table.filter((_row, index) => index % 2 === (rows === 'odd' ? 0 : 1));
  for (const { sentence, who, without, steps } of half) {
    if (without?.[kind] !== undefined || !filter.test(sentence)) continue;
    test(sentence, async ({ theatre }) => {
      const began = performance.now();
      const stage = await theatre.open();
      try {
        await steps(await stage.as(who), stage);
      } finally {
        await stage.close();
        if (process.env.ROW_TIMES)
          process.stderr.write(`\n${Math.round(performance.now() - began)} ms ${sentence}\n`);
      }
    });
  }
  test.run();
}
