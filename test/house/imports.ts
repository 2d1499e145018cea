export interface Import {
  readonly specifier: string;
  /** `import type …`; a list of `type` names is not one, since the module is still loaded. */
  readonly typeOnly: boolean;
}

// The formatter puts every import statement at the start of a line, which is what these rely on.
const statements =
  /^(?:import|export)\s+(type\s+(?!from\b|,))?(?:[\w$*{][^'";]*?\bfrom\s*)?(['"])([^'"\n]+)\2/gm;
const calls = /\b(?:import|require)\(\s*(['"`])([^'"`\n]+)\1/g;

/** What a module loads, or takes types from, in the order it says so. */
export function importsOf(source: string): readonly Import[] {
  const said = [...source.matchAll(statements)].map(([, type, , specifier = '']) => ({
    specifier,
    typeOnly: type !== undefined,
  }));
  const called = [...source.matchAll(calls)].map(([, , specifier = '']) => ({ specifier, typeOnly: false }));
  return [...said, ...called];
}
