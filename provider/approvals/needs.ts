import type { Context } from 'koa';
import type { Database } from '../../db/open.ts';
import type {
  ApprovalRequestId,
  BrowserId,
  OrganizationId,
  SignInFacts,
  UserId,
} from '../../policies/facts.ts';
import type { Frame } from '../../views/model.ts';
import type { DescribeIn, WhereaboutsOf } from '../rules/index.ts';
import type { Answer, Answered, Withdrawn } from './answer.ts';
import type { Derived } from './derived.ts';

/** An administrator with a session of the console: its grant lives, and the gate decided again at this request. */
export interface SignedIn {
  readonly userId: UserId;
  readonly organizationId: OrganizationId;
  readonly firstName: string;
  /** What the gate knew of her at this very request. */
  readonly facts: SignInFacts;
}

/** What the approval pages ask for; `house.ts` hands it over. */
export interface ApprovalNeeds {
  readonly database: Database;
  readonly derived: Derived;
  readonly now: () => number;
  readonly demo: boolean;
  readonly publicOrigin: string;
  readonly frame: (ctx: Context) => Frame;
  readonly describeIn: DescribeIn;
  readonly whereaboutsOf: WhereaboutsOf;
  readonly signedIn: (ctx: Context) => Promise<SignedIn | undefined>;
  readonly browserOf: (ctx: Context) => Promise<BrowserId | undefined>;
  readonly answer: (given: Answer) => Promise<Answered>;
  readonly withdraw: (requestId: ApprovalRequestId, by: UserId) => Promise<Withdrawn>;
  /** Where an administrator signs in to come back to this path. */
  readonly signInHref: (returnTo: string) => string;
}
