import type { Context } from 'koa';
import { type ApprovalLink, findLink } from '../../db/approval-links.ts';
import { type ApprovalRequest, findRequest } from '../../db/approval-requests.ts';
import { type RequestContext, readRequestContext } from '../../db/request-context.ts';
import { readAdministrators } from '../../db/users.ts';
import { type MayAnswer, mayAnswer } from '../../policies/approval.ts';
import type { UserId } from '../../policies/facts.ts';
import { notFound } from '../http/problems.ts';
import type { ApprovalNeeds, SignedIn } from './needs.ts';

/** One administrator before one request: who she is, how that is proven, and whether she may answer. */
export interface Visit {
  readonly reference: string;
  readonly request: ApprovalRequest;
  readonly about: RequestContext;
  readonly administrator: UserId;
  readonly proof: { readonly kind: 'session' } | { readonly kind: 'link'; readonly link: ApprovalLink };
  readonly may: MayAnswer;
}

/** `sign-in`: the address names a request, and only a session could open it. */
export async function resolveVisit(
  ctx: Context,
  needs: ApprovalNeeds,
  reference: string,
): Promise<Visit | 'sign-in'> {
  const link = await linkOf(reference, needs);
  const request = await findRequest(needs.database, link?.requestId ?? reference);
  const signedIn = await needs.signedIn(ctx);
  if (!link && !signedIn) return 'sign-in';
  // Another organization's request is answered like one that does not exist.
  const inHerOrganization =
    request && signedIn?.organizationId === request.organizationId ? signedIn : undefined;
  if (!request || (!link && !inHerOrganization)) throw notFound();
  const about = await readRequestContext(needs.database, request.id);
  if (!about) throw notFound();
  return visit({ ctx, needs, reference, request, about, link, signedIn: inHerOrganization });
}

async function linkOf(reference: string, needs: ApprovalNeeds): Promise<ApprovalLink | undefined> {
  const [id = '', mac] = reference.split('.');
  if (mac === undefined) return undefined;
  const link = await findLink(needs.database, id);
  if (!link || !needs.derived.isReference(link, reference)) throw notFound();
  return link;
}

async function visit(found: {
  readonly ctx: Context;
  readonly needs: ApprovalNeeds;
  readonly reference: string;
  readonly request: ApprovalRequest;
  readonly about: RequestContext;
  readonly link: ApprovalLink | undefined;
  readonly signedIn: SignedIn | undefined;
}): Promise<Visit> {
  const { ctx, needs, reference, request, about, link, signedIn } = found;
  const administrator = signedIn?.userId ?? link?.userId;
  if (administrator === undefined) throw notFound();
  const at = needs.now();
  const administrators = await readAdministrators(needs.database, request.organizationId, at);
  const proof: Visit['proof'] = signedIn || !link ? { kind: 'session' } : { kind: 'link', link };
  const may = mayAnswer({
    at,
    role: administrators.some(({ id }) => id === administrator) ? 'administration' : 'none',
    askerIsThisBrowser: (await needs.browserOf(ctx)) === request.browserId,
    askerIsThisPerson: administrator === request.userId,
    requestStatus: request.status,
    expiresAt: request.expiresAt,
    lastWaitedAt: request.lastWaitedAt,
    attempts: proof.kind === 'link' ? proof.link.attempts : 0,
    proof: proof.kind,
  });
  return { reference, request, about, administrator, proof, may };
}
