export { createMailer, type Mailer, type SentMail } from './mailer.ts';
export { createOutboxWorker, type OutboxWorker } from './outbox.ts';
export { createRenderer } from './render.ts';
