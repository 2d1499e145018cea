import { test } from 'uvu';
import { equal } from 'uvu/assert';
import { strangersAtTheTop } from './top-level.ts';
import { trackedFiles } from './tracked-files.ts';

test('the top of the repository holds the names of the design and no other', async () => {
  equal(strangersAtTheTop(await trackedFiles()), []);
});

test('the check of the top sees a new folder, a loose file, and a file named like a folder', () => {
  const known = ['.ci/run', '.gitignore', 'provider/cli/main.ts', 'README.md', 'compose.yaml'];
  equal(strangersAtTheTop([...known, 'lib/a.ts', 'lib/b.ts', 'notes.md', 'db']), ['lib', 'notes.md', 'db']);
});

test.run();
