/** Every page and every mail: each is a function of one value of `model.ts`. */
export { assetHref, assets } from './assets.ts';
export { connectionsPage } from './console/connections/page.tsx';
export { closingPage } from './console/padlock/closing.tsx';
export { openingPage } from './console/padlock/opening.tsx';
export { confirmPage } from './console/parts/confirm.tsx';
export { pendingPage } from './console/pending/page.tsx';
export { personPage } from './console/person/page.tsx';
export { sayDecision, sayWhyNot } from './decisions.ts';
export { approvalRequestedMail } from './mail/approval-requested.tsx';
export { connectionMail } from './mail/connection.tsx';
export { padlockMail } from './mail/padlock.tsx';
export { continueAsPage } from './pages/continue-as.tsx';
export { demoPage } from './pages/demo.tsx';
export { demoApplicationPage } from './pages/demo-application.tsx';
export { logoutPage } from './pages/logout.tsx';
export { mailboxMessagePage, mailboxPage } from './pages/mailbox.tsx';
export { organizationPage } from './pages/organization.tsx';

export { problemPage } from './pages/problem.tsx';
export { proofPage } from './pages/proof.tsx';
export { helpPage, privacyPage } from './pages/reading.tsx';
export { refusalPage } from './pages/refusal.tsx';
export { requestPage } from './pages/request.tsx';
export { requestClosedPage } from './pages/request-closed.tsx';
export { signInPage } from './pages/sign-in.tsx';
export { waitingPage } from './pages/waiting.tsx';
export { sayRule } from './rules.ts';
