import type Provider from 'oidc-provider';
import type { AdapterPayload } from 'oidc-provider';
import type { SessionProof } from '../sign-in/proof.ts';

/** What a session of ours remembers besides a password. */
export interface SessionChoices {
  /** The browser that the password was typed in. */
  browserId?: string;
  /** One organization per session. */
  organizationId?: string;
  /** The last time that its browser's key signed. */
  proof?: SessionProof;
}

/** The library's types do not know our fields. */
export const choicesOf = (session: object): SessionChoices => session;

export type OrganizationGrant = InstanceType<Provider['Grant']> & {
  organizationId?: string;
  getValueAndPayload?(): Promise<{ readonly payload: AdapterPayload }>;
};

type Model = { readonly IN_PAYLOAD: string[] };

/** Has the library keep our own fields with its records. To be applied on every Provider built. */
export function extendModels(provider: Provider, endSession: (uid: string) => Promise<void>): void {
  keep(provider.Session, ['browserId', 'organizationId', 'proof']);
  keep(provider.Grant, ['organizationId']);
  provider.Session.prototype.destroy = async function destroy() {
    await endSession(this.uid);
    Reflect.set(this, 'destroyed', true);
  };
  keepIdentifierUnlessSomebodySignsIn(provider.Session.prototype);
}

/**
 * A session takes a new id when a password was typed. The library changes it at every resume: of two waiting
 * tabs that go on together, the second would find its session gone and end on an error page.
 */
function keepIdentifierUnlessSomebodySignsIn(prototype: InstanceType<Provider['Session']>): void {
  const { loginAccount, resetIdentifier } = prototype;
  prototype.loginAccount = function (details) {
    const same = this.accountId === details.accountId && this.loginTs === details.loginTs;
    if (!same) Object.defineProperty(this, 'signedIn', { value: true });
    loginAccount.call(this, details);
  };
  prototype.resetIdentifier = function () {
    if (Reflect.get(this, 'signedIn') === true) resetIdentifier.call(this);
  };
}

function keep(model: Model, names: readonly string[]): void {
  const all = [...model.IN_PAYLOAD, ...names];
  Object.defineProperty(model, 'IN_PAYLOAD', { get: () => all });
}
