import type { BrowserId, Network, RuleId, UserId } from './facts.ts';

/**
 * One authorization or refusal. Every condition that is present must hold; a rule without conditions matches everyone.
 * Instants are milliseconds UTC; `validFrom` is included, `validUntil` is not.
 */
export interface Rule {
  readonly id: RuleId;
  readonly effect: 'allow' | 'deny';
  readonly conditions: {
    readonly userId?: UserId;
    readonly browserId?: BrowserId;
    readonly network?: Network;
  };
  readonly validFrom: number | 'always';
  readonly validUntil: number | 'always';
}

export type Condition = keyof Rule['conditions'];
export type UnmetCondition = Condition | 'validFrom' | 'validUntil';
