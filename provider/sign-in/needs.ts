import type { Context } from 'koa';
import type Provider from 'oidc-provider';
import type { Database } from '../../db/open.ts';
import type { Frame } from '../../views/model.ts';
import type { Waiting } from '../approvals/index.ts';
import type { Application } from '../oidc/applications.ts';
import type { Gate } from './gate.ts';
import type { Passwords } from './hashing.ts';

/** What the pages of a sign-in ask for; `house.ts` hands it over. */
export interface SignInNeeds {
  readonly provider: Provider;
  readonly database: Database;
  readonly gate: Gate;
  readonly passwords: Passwords;
  readonly waiting: Waiting;
  readonly now: () => number;
  readonly publicOrigin: string;
  readonly applicationOf: (clientId: unknown) => Application | undefined;
  readonly frame: (ctx: Context, uiLocales?: unknown) => Frame;
}
