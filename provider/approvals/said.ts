import type { ApprovalRequest } from '../../db/approval-requests.ts';
import type { RequestContext } from '../../db/request-context.ts';
import { unknown } from '../../policies/facts.ts';
import type { AskedPage } from '../../views/model.ts';
import { type SaidOf, spotOf } from '../rules/index.ts';
import type { Offer } from './asked.ts';
import { firstDate } from './chosen.ts';

/** What a page says of a request: who asks, for what, with what and from where, and what may be authorized. */
export function askedOf(given: {
  readonly request: ApprovalRequest;
  readonly about: RequestContext;
  readonly said: SaidOf;
  readonly offer: Offer | undefined;
  readonly at: number;
}): AskedPage {
  const { request, about, said, offer, at } = given;
  const { timeZone } = about;
  return {
    person: {
      firstName: about.person.givenName,
      lastName: about.person.familyName,
      jobTitle: about.jobTitle ?? 'none',
    },
    applicationName: about.applicationName,
    organizationName: about.organizationName,
    usedWith: said.usedWith,
    where: said.where,
    spot: spotOf(said),
    owner: said.location.owner,
    regionName: said.location.regionName,
    hereIs: offer === undefined || offer.asked.place === 'none' ? 'network' : 'place',
    scopes: offer?.scopes ?? [],
    firstUse: request.reasons.some(({ kind }) => kind === 'new-browser'),
    network: request.network === unknown ? 'unknown' : request.network,
    openedAt: { at: request.openedAt, now: at, timeZone },
    repeats: request.repeats,
    reasons: request.reasons,
    others: offer?.others ?? 0,
    newCountry: offer?.newCountry ?? false,
    firstDate: firstDate(at, timeZone),
  };
}
