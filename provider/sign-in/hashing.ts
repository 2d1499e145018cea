import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { busy } from '../http/problems.ts';

/** The library's default is argon2id; these are OWASP's first choice for it: 19 MiB, two passes, one lane. */
const argon2id = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Costs one hash whether or not there is something to compare with. */
  matches(stored: string | null | undefined, password: string): Promise<boolean>;
}

/** At most as many hashes at once as there are cores, a bounded queue behind them, then 503. */
export function createPasswords(limits = { atOnce: availableParallelism(), waiting: 64 }): Passwords {
  const inTurn = turnstile(limits);
  const nobodys = hash('no account has this password', argon2id);
  return {
    hash: (password) => inTurn(() => hash(password, argon2id)),
    matches: async (stored, password) => {
      const known = stored ?? (await nobodys);
      const same = await inTurn(() => verify(known, password));
      return same && stored !== null && stored !== undefined;
    },
  };
}

function turnstile({ atOnce, waiting }: { readonly atOnce: number; readonly waiting: number }) {
  let running = 0;
  const queue: (() => void)[] = [];
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw busy();
      await new Promise<void>((turn) => queue.push(turn));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
