// Design section 3.
const folders = ['provider', 'policies', 'views', 'db', 'test'];
const files = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'biome.json',
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'Dockerfile',
  'compose.yaml',
];

/** The names that have no business at the top of the repository. */
export function strangersAtTheTop(paths: readonly string[]): readonly string[] {
  const strange = paths.filter((path) => {
    const [top = '', ...inside] = path.split('/');
    return !top.startsWith('.') && !(inside.length > 0 ? folders : files).includes(top);
  });
  return [...new Set(strange.map((path) => path.split('/')[0] ?? path))];
}
