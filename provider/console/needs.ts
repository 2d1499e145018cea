import type { Context } from 'koa';
import type { Frame } from '../../views/model.ts';
import type { ActNeeds } from '../acts/index.ts';
import type { AnswerSeveral, CardsOf } from '../approvals/index.ts';
import type { Application } from '../oidc/index.ts';
import type { DescribeIn, RulebookOf, WhereaboutsOf } from '../rules/index.ts';
import type { Confirm } from './confirm.ts';
import type { ConsoleNeeds } from './sessions.ts';

/** What the pages of the console ask for; `house.ts` hands it over. */
export interface PageNeeds extends ConsoleNeeds {
  readonly publicOrigin: string;
  readonly frame: (ctx: Context) => Frame;
  readonly describeIn: DescribeIn;
  readonly whereaboutsOf: WhereaboutsOf;
  readonly rulebookOf: RulebookOf;
  readonly acts: ActNeeds;
  readonly cardsOf: CardsOf;
  readonly answerSeveral: AnswerSeveral;
  /** Asks for the password again. */
  readonly confirm: Confirm;
  /** Those that a connection may be for: the gate decides on them. */
  readonly gatedApplications: readonly Application[];
}
