import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const standIn = new URL('./uvu.ts', import.meta.url).href;

export interface Modules {
  /** Ensures that everything imported from now on is evaluated again, with all that it imports. */
  renew(): void;
  load(path: string): Promise<unknown>;
}

/** The modules of a folder, which can be loaded again and again in one process; their `uvu` is the one beside. */
export function modulesOf(folder: string): Modules {
  const inside = pathToFileURL(join(folder, '/')).href;
  let generation = 0;
  registerHooks({
    resolve(specifier, context, nextResolve) {
      if (specifier === 'uvu' && context.parentURL?.startsWith(inside))
        return { url: standIn, format: 'module-typescript', shortCircuit: true };
      const resolved = nextResolve(specifier, context);
      if (!resolved.url.startsWith(inside)) return resolved;
      return { ...resolved, url: `${resolved.url}?generation=${generation}` };
    },
  });
  return {
    renew: () => {
      generation += 1;
    },
    load: (path) => import(`${inside}${path}`),
  };
}
