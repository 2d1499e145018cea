import { compile } from '../../../policies/compile.ts';
import { decide } from '../../../policies/decide.ts';
import type { Load } from './engine.ts';

export const load: Load = async (rules) => {
  const compiled = compile(rules, 17);
  return { prepare: (facts) => () => decide(facts, compiled).outcome };
};
