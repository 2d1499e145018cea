import { suite } from 'uvu';
import { equal } from 'uvu/assert';
import { circles, floorFaults } from './floors.ts';
import { importsOf } from './imports.ts';
import { sourcesOf, trackedTexts } from './tracked-files.ts';

const house = suite('the floors of the house');

house('take only from the floors below', async () => {
  equal(floorFaults(sourcesOf(await trackedTexts())), []);
});

house('have no circle of imports', async () => {
  equal(circles(sourcesOf(await trackedTexts())), []);
});

house.run();

const checker = suite('the check of the floors');

const faultsOf = (path: string, source: string) => floorFaults(new Map([[path, source]]));

checker('sees every way to import', () => {
  const source = `import first from 'a';
import type { Second } from 'b';
import { type Third } from 'c';
import {
  Fourth,
  fifth as sixth,
} from "d";
import 'e';
import * as all from './f.ts';
export { seventh } from './g.ts';
export * from './h.ts';
export type { Eighth } from './i.ts';
export const from = 'nowhere';
const later = await import('./j.ts');
import type from './k.ts';
import type Ninth, { tenth } from './l.ts';
`;
  const seen = importsOf(source).map(({ specifier, typeOnly }) =>
    typeOnly ? `type ${specifier}` : specifier,
  );
  equal(seen, 'a|type b|c|d|e|./f.ts|./g.ts|./h.ts|type ./i.ts|./k.ts|type ./l.ts|./j.ts'.split('|'));
});

checker('lets each floor take what the design gives it', () => {
  equal(faultsOf('policies/decide.ts', "import { rules } from './rules.ts';\n"), []);
  equal(faultsOf('policies/decide.ts', '// Never Date.now(): the clock is handed in.\nnew Date(at);\n'), []);
  equal(
    faultsOf('db/rules.ts', "import type { Rule } from '../policies/rules.ts';\nimport knex from 'knex';\n"),
    [],
  );
  equal(faultsOf('views/mail/ask.tsx', "import type { Rule } from '../../policies/rules.ts';\n"), []);
  const provider = ['db', 'views', 'policies']
    .map((floor) => `import { a } from '../../${floor}/a.ts';\n`)
    .join('');
  equal(faultsOf('provider/oidc/a.ts', provider), []);
  equal(faultsOf('test/e2e/a.ts', "import { a } from '../../provider/a.ts';\n"), []);
});

const refused: readonly (readonly [path: string, source: string])[] = [
  ['policies/decide.ts', "import { open } from '../db/open.ts';\n"],
  ['policies/decide.ts', "import type { Row } from '../db/open.ts';\n"],
  ['policies/decide.ts', "import { isIP } from 'node:net';\n"],
  ['policies/decide.ts', "import { v7 } from 'uuid';\n"],
  ['policies/decide.ts', 'const now = Date.now();\n'],
  ['policies/decide.ts', 'const now = new Date();\n'],
  ['policies/decide.ts', 'const chance = Math.random();\n'],
  ['db/rules.ts', "import { compile } from '../policies/compile.ts';\n"],
  ['db/rules.ts', "import { type Rule } from '../policies/rules.ts';\n"],
  ['db/rules.ts', "import type { Page } from '../views/model.ts';\n"],
  ['views/page.tsx', "import { decide } from '../policies/decide.ts';\n"],
  ['views/page.tsx', "import type { Row } from '../db/open.ts';\n"],
  ['provider/oidc/a.ts', "import { until } from '../../test/support/until.ts';\n"],
];

for (const [path, source] of refused) {
  checker(`refuses in ${path}: ${source.trim()}`, () => equal(faultsOf(path, source).length, 1));
}

checker('finds a circle, once, and no circle of types', () => {
  const files = new Map([
    ['provider/a.ts', "import { b } from './b.ts';\n"],
    ['provider/b.ts', "import { c } from './deep/c.ts';\n"],
    ['provider/deep/c.ts', "import { a } from '../a.ts';\nimport { d } from './d.ts';\n"],
    ['provider/deep/d.ts', "import type { c } from './c.ts';\n"],
    ['provider/alone.ts', "import { alone } from './alone.ts';\n"],
  ]);
  equal(circles(files), [
    'provider/a.ts → provider/b.ts → provider/deep/c.ts → provider/a.ts',
    'provider/alone.ts → provider/alone.ts',
  ]);
});

checker.run();
