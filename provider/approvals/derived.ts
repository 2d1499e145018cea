import { timingSafeEqual } from 'node:crypto';
import type { ApprovalLink } from '../../db/approval-links.ts';
import type { ApprovalRequest } from '../../db/approval-requests.ts';
import type { Secrets } from '../configuration/index.ts';

/** Links and codes are derived, not stored: they can be shown and sent again, and nobody reads them from the database. */
export interface Derived {
  /** Six digits. */
  checkCode(request: Pick<ApprovalRequest, 'id' | 'codeGeneration' | 'codeKeyId'>): string | undefined;
  isCheckCode(request: ApprovalRequest, typed: string): boolean;
  /** What follows `/demandes/` in an administrator's link. */
  reference(link: Pick<ApprovalLink, 'id' | 'generation' | 'keyId'>): string | undefined;
  isReference(link: ApprovalLink, reference: string): boolean;
}

const linkBytes = 24;

export function createDerived(secrets: Secrets): Derived {
  const checkCode: Derived['checkCode'] = (request) => {
    const mac = secrets.mac(request.codeKeyId, 'code', request.id, request.codeGeneration);
    return mac && String(mac.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
  };
  const reference: Derived['reference'] = (link) => {
    const mac = secrets.mac(link.keyId, 'link', link.id, link.generation);
    return mac && `${link.id}.${mac.subarray(0, linkBytes).toString('base64url')}`;
  };
  return {
    checkCode,
    isCheckCode: (request, typed) => isSame(checkCode(request), typed.replace(/[\s\p{Pd}]/gu, '')),
    reference,
    isReference: (link, given) => isSame(reference(link), given),
  };
}

function isSame(expected: string | undefined, given: string): boolean {
  if (expected === undefined) return false;
  const [one, other] = [Buffer.from(expected), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}
