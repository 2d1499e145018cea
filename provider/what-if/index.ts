/** « Et si… »: what would be decided of a sign-in that nobody makes, for the console and for the operator. */
export {
  type Explained,
  type ExplainedRule,
  explainWhatIf,
  type WhatIf,
  type WhatIfNeeds,
} from './explain.ts';
