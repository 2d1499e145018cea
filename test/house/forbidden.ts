import { withoutComments } from './floors.ts';
import type { Texts } from './tracked-files.ts';

type Words = readonly (readonly [pattern: RegExp, why: string])[];

const inSources: Words = [
  [/dangerouslySetInnerHTML/, 'markup comes from components only'],
  [/\bas any\b|<any>|: any\b/, 'a type says what it is'],
  [/@ts-(?:ignore|nocheck|expect-error)/, 'types are obeyed'],
  [/\.(?:only|skip)\(/, 'every test runs'],
];

const inEveryFile: Words = [
  [/\/work\/|\/root\/|\/home\/\w|\/Users\/\w/, 'a path of one machine'],
  [/"resolved": "|\bregistry\.[a-z0-9-]+\.\w|\bfarm-/, 'a name of one workplace'],
];

// Each `suite(…)` must also run, or its tests silently do not.
const suites = /\bconst (\w+) = suite\b/g;

/** One sentence for each word that has no place there. The rules' own folder is exempt: it has to name them. */
export function forbiddenWords(texts: Texts): readonly string[] {
  return [...texts].flatMap(([path, text]) => {
    if (path.startsWith('test/house/')) return [];
    const isSource = /\.(m?ts|tsx)$/.test(path);
    const code = isSource ? withoutOrdinaryComments(text) : '';
    return [
      ...faults(path, text, inEveryFile),
      ...(isSource ? [...faults(path, code, inSources), ...suitesThatNeverRun(path, code)] : []),
    ];
  });
}

/** Keeps the comments that instruct the compiler. */
function withoutOrdinaryComments(text: string): string {
  return `${withoutComments(text)}\n${text.match(/@ts-[\w-]+/g)?.join('\n') ?? ''}`;
}

function faults(path: string, text: string, words: Words): readonly string[] {
  return words.flatMap(([pattern, why]) => {
    const found = pattern.exec(text);
    return found ? [`${path} says \`${found[0]}\`: ${why}`] : [];
  });
}

function suitesThatNeverRun(path: string, code: string): readonly string[] {
  const named = [...code.matchAll(suites)].map(([, name = '']) => name);
  const silent = named.filter((name) => !code.includes(`${name}.run()`));
  return silent.map((name) => `${path} never says \`${name}.run()\``);
}
