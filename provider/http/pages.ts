import type { Context } from 'koa';
import type { Logger } from 'pino';
import { logoutPage, problemPage } from '../../views/index.ts';
import type { Frame, ProblemKind } from '../../views/model.ts';
import { Problem, toProblem } from './problems.ts';

/** A person's browser asks for pages by name; a library that takes anything is better served with JSON. */
const wantsPage = (ctx: Context): boolean => ctx.get('Accept').includes('text/html');

/** The one place where an error becomes an answer; its cause goes to the log under a reference that the page shows. */
export function createProblemPages(needs: { readonly frame: (ctx: Context) => Frame; readonly log: Logger }) {
  const show = (ctx: Context, problem: Problem): void => {
    const reference = crypto.randomUUID().slice(0, 8);
    const level = problem.status >= 500 ? 'error' : 'info';
    needs.log[level](
      {
        reference,
        kind: problem.kind,
        status: problem.status,
        method: ctx.method,
        path: pathWithoutSecrets(ctx),
        error: problem.cause,
      },
      'a request had a problem',
    );
    ctx.status = problem.status;
    ctx.remove('Location');
    if (problem.status === 503) ctx.set('Retry-After', '5');
    ctx.set('Cache-Control', 'no-store');
    if (wantsPage(ctx)) {
      ctx.type = 'html';
      const { kind, status, detail } = problem;
      ctx.body = problemPage({ frame: needs.frame(ctx), kind, status, detail, reference });
    } else ctx.body = { error: problem.kind, reference };
  };
  return {
    show,
    /** What the provider could not send back to an application. */
    ofProvider: (ctx: Context, error: Error, description: string | undefined): void =>
      show(ctx, providerProblem(error, description)),
  };
}

const kinds: Readonly<Record<string, ProblemKind>> = {
  SessionNotFound: 'interaction-over',
  InvalidClient: 'unknown-client',
  InvalidRedirectUri: 'bad-redirect',
};

function providerProblem(error: Error, description: string | undefined): Problem {
  const status = 'status' in error && typeof error.status === 'number' ? error.status : 500;
  if (status >= 500) return toProblem('cause' in error && error.cause instanceof Error ? error.cause : error);
  return new Problem(kinds[error.constructor.name] ?? 'bad-authorization-request', status, {
    ...(description !== undefined && { detail: description }),
    cause: error,
  });
}

/** What follows `/demandes/` opens a request: it never stands in a log. */
const pathWithoutSecrets = (ctx: Context): string =>
  ctx.path.replace(/^(\/demandes\/[^/.]*)\.[^/]*/, '$1.…').slice(0, 200);

export function createLogoutPages(frame: (ctx: Context) => Frame) {
  return {
    ask: (ctx: Context, xsrf: string, action: string): void => {
      ctx.type = 'html';
      ctx.body = logoutPage({ frame: frame(ctx), state: { kind: 'confirm', action, xsrf } });
    },
    done: (ctx: Context): void => {
      ctx.type = 'html';
      ctx.body = logoutPage({ frame: frame(ctx), state: { kind: 'done' } });
    },
  };
}
