import { posix } from 'node:path';
import { type Import, importsOf } from './imports.ts';
import type { Texts } from './tracked-files.ts';

// Design section 3. What a floor may take from each other floor; from itself it may take anything.
type Taking = 'anything' | 'types';
const floors: Readonly<Record<string, Readonly<Record<string, Taking>>>> = {
  policies: {},
  db: { policies: 'types' },
  views: { policies: 'types' },
  provider: { policies: 'anything', db: 'anything', views: 'anything' },
  test: { policies: 'anything', db: 'anything', views: 'anything', provider: 'anything' },
};

// Whatever makes a decision depend on more than the facts handed in.
const impure = [
  [/\bDate\.now\b|\bnew Date\(\s*\)|(?<!new )\bDate\(/, 'reads the clock'],
  [/\bperformance\b|\bsetTimeout\b|\bsetInterval\b/, 'reads the clock'],
  [/\bMath\.random\b|\bcrypto\b/, 'draws lots'],
  [/\bprocess\b|\bglobalThis\b|\bconsole\b|\bfetch\(/, 'reaches outside'],
] as const;

/** One sentence for each import or word that breaks the order of the floors. */
export function floorFaults(sources: Texts): readonly string[] {
  return [...sources].flatMap(([path, source]) => {
    const floor = floorOf(path);
    if (floor === undefined) return [];
    const taken = importsOf(source).flatMap((imported) => importFault(path, floor, imported) ?? []);
    return floor === 'policies' ? [...taken, ...impurities(path, source)] : taken;
  });
}

function importFault(path: string, floor: string, { specifier, typeOnly }: Import): string | undefined {
  if (!specifier.startsWith('.')) {
    return floor === 'policies' ? `${path} imports \`${specifier}\`: policies import nothing` : undefined;
  }
  const target = posix.join(posix.dirname(path), specifier);
  const below = floorOf(target);
  if (below === floor || (below === undefined && floor !== 'policies' && isRootFile(target)))
    return undefined;
  const allowed = below === undefined ? undefined : floors[floor]?.[below];
  if (allowed === 'anything' || (allowed === 'types' && typeOnly)) return undefined;
  const what =
    allowed === 'types' ? `${target}: ${floor} may take types only, by \`import type\`` : `${target}`;
  return `${path} imports ${what}`;
}

function isRootFile(target: string): boolean {
  return !target.includes('/');
}

function floorOf(path: string): string | undefined {
  const [top = ''] = path.split('/');
  return path.includes('/') && top in floors ? top : undefined;
}

function impurities(path: string, source: string): readonly string[] {
  const code = withoutComments(source);
  return impure.flatMap(([pattern, what]) => {
    const found = pattern.exec(code);
    return found ? [`${path} ${what}: \`${found[0]}\``] : [];
  });
}

/** Good enough for the search of words: a `//` inside a string takes the rest of its line with it. */
export function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(?<!:)\/\/.*$/gm, '');
}

/** Each circle of modules that load one another, as `a → b → a`, from its first name in the alphabet. */
export function circles(sources: Texts): readonly string[] {
  const loads = new Map([...sources].map(([path, source]) => [path, loadedBy(path, source, sources)]));
  const found = new Set<string>();
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]) => {
    const start = trail.indexOf(path);
    if (start !== -1) found.add(fromFirstName(trail.slice(start)));
    if (start !== -1 || done.has(path)) return;
    for (const next of loads.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of loads.keys()) visit(path, []);
  return [...found].sort();
}

function loadedBy(path: string, source: string, sources: Texts): readonly string[] {
  return importsOf(source)
    .filter(({ specifier, typeOnly }) => specifier.startsWith('.') && !typeOnly)
    .map(({ specifier }) => posix.join(posix.dirname(path), specifier))
    .filter((target) => sources.has(target));
}

function fromFirstName(circle: readonly string[]): string {
  const [first = ''] = circle.toSorted();
  const at = circle.indexOf(first);
  return [...circle.slice(at), ...circle.slice(0, at), first].join(' → ');
}
