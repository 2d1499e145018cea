import { test } from 'uvu';
import { equal, match } from 'uvu/assert';
import { forbiddenWords } from './forbidden.ts';
import { trackedTexts } from './tracked-files.ts';

test('no file names a machine or a workplace, and no source escapes its types or its tests', async () => {
  equal(forbiddenWords(await trackedTexts()), []);
});

const refused: readonly (readonly [path: string, text: string, why: string])[] = [
  ['views/a.tsx', '<p dangerouslySetInnerHTML={{ __html: name }} />', 'components only'],
  ['db/a.ts', 'const row = rows[0] as any;', 'a type says'],
  ['db/a.ts', 'function open(row: any) {}', 'a type says'],
  ['db/a.ts', '// @ts-ignore: later', 'types are obeyed'],
  ['test/a.test.ts', "test.only('Julie', () => {});", 'every test runs'],
  ['test/a.test.ts', "test.skip('Julie', () => {});", 'every test runs'],
  ['test/a.test.ts', "const julie = suite('Julie');\njulie('is in', () => {});", 'never says `julie.run()`'],
  ['test/a.test.ts', 'const julie = suite<Context>(name);', 'never says `julie.run()`'],
  ['README.md', 'Open /work/main/README.md', 'one machine'],
  ['provider/a.ts', "const file = '/root/.npmrc';", 'one machine'],
  ['package-lock.json', '"resolved": "https://packages.test/a.tgz"', 'one workplace'],
  ['.ci/run', 'npm ci --registry https://registry.npmjs.org', 'one workplace'],
];

for (const [path, text, why] of refused) {
  test(`the check refuses in ${path}: ${text}`, () => {
    const found = forbiddenWords(new Map([[path, text]]));
    equal(found.length, 1);
    match(found[0] ?? '', why);
  });
}

test('the check lets ordinary sentences be', () => {
  const source = '// As any director would.\nconst hasAny = list.any;\nconst path = "/demandes/";\n';
  equal(forbiddenWords(new Map([['provider/a.ts', source]])), []);
});

test.run();
