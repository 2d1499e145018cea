import type { ParseArgsOptionsConfig } from 'node:util';

export interface Terminal {
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

export interface Given {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly json: boolean;
}

export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly about: string;
  /** What follows in `--help`. */
  readonly more?: readonly string[];
  readonly options?: ParseArgsOptionsConfig;
  /** The names of its arguments, besides its options. */
  readonly takes: readonly string[];
  /** The exit status: 0 done, 1 refused or failed. */
  readonly run: (given: Given, terminal: Terminal) => Promise<number>;
}
