import type {
  ApplicationId,
  ApprovalRequestId,
  Network,
  OrganizationId,
  Unknown,
} from '../policies/facts.ts';
import { type BrowserLabels, labelsOf } from './browsers.ts';
import type { Connection, Row } from './open.ts';

/** What a page or a mail says about a request. */
export interface RequestContext {
  readonly organizationName: string;
  readonly timeZone: string;
  readonly applicationName: string;
  readonly organizationId: OrganizationId;
  readonly applicationId: ApplicationId;
  readonly browser: BrowserLabels;
  readonly network: Network | Unknown;
  readonly person: {
    readonly email: string;
    readonly givenName: string;
    readonly familyName: string;
    readonly language: 'fr' | 'en';
  };
  readonly jobTitle: string | null;
  readonly deciderName: string | null;
  readonly withdrawerName: string | null;
}

export async function readRequestContext(
  connection: Connection,
  id: ApprovalRequestId,
): Promise<RequestContext | undefined> {
  return (await readRequestContexts(connection, [id])).get(id);
}

/** Of several requests in one statement: a list never asks for each of its lines. */
export async function readRequestContexts(
  connection: Connection,
  ids: readonly ApprovalRequestId[],
): Promise<ReadonlyMap<ApprovalRequestId, RequestContext>> {
  const rows = await connection('approval_requests as a')
    .join('organizations as o', 'o.id', 'a.organization_id')
    .join('users as u', 'u.id', 'a.user_id')
    .join('browsers as b', 'b.id', 'a.browser_id')
    .leftJoin('applications as p', 'p.id', 'a.application_id')
    .leftJoin('memberships as m', (on) => on.on('m.organization_id', 'o.id').on('m.user_id', 'u.id'))
    .leftJoin('users as d', 'd.id', 'a.decided_by')
    .leftJoin('users as w', 'w.id', 'a.withdrawn_by')
    .whereIn('a.id', [...ids])
    .select(
      'a.id',
      'o.name as organization_name',
      'o.time_zone',
      'p.name as application_name',
      'a.application_id',
      'a.organization_id',
      'a.network',
      'b.kind',
      'b.family',
      'b.system',
      'b.model',
      'u.email',
      'u.given_name',
      'u.family_name',
      'u.language',
      'm.job_title',
      'd.given_name as decider_given_name',
      'd.family_name as decider_family_name',
      'w.given_name as withdrawer_given_name',
      'w.family_name as withdrawer_family_name',
    );
  return new Map(rows.map((row) => [row.id, context(row)]));
}

const context = (row: Row): RequestContext => ({
  organizationName: row.organization_name,
  timeZone: row.time_zone,
  applicationName: row.application_name ?? row.application_id,
  organizationId: row.organization_id,
  applicationId: row.application_id,
  browser: labelsOf(row),
  network: row.network ?? 'unknown',
  person: {
    email: row.email,
    givenName: row.given_name,
    familyName: row.family_name,
    language: row.language === 'en' ? 'en' : 'fr',
  },
  jobTitle: row.job_title,
  withdrawerName:
    row.withdrawer_given_name === null ? null : `${row.withdrawer_given_name} ${row.withdrawer_family_name}`,
  deciderName:
    row.decider_given_name === null ? null : `${row.decider_given_name} ${row.decider_family_name}`,
});
