import { PassThrough } from 'node:stream';
import type { SignInNeeds } from './needs.ts';
import type { Step } from './step.ts';
import { findWaiter } from './wait.ts';

const heartbeatMilliseconds = 20_000;

/** Server-sent events of a waiting page: `state` with the status of its request, at once and when it changes. */
export async function streamState(step: Step, needs: SignInNeeds): Promise<void> {
  const { ctx } = step;
  const waiter = await findWaiter(step, needs);
  const request = waiter === 'another-browser' ? undefined : waiter.latest;
  const stream = new PassThrough();
  ctx.type = 'text/event-stream';
  ctx.set('X-Accel-Buffering', 'no');
  ctx.body = stream;
  const tell = (status: string) => stream.write(`event: state\ndata: ${JSON.stringify({ status })}\n\n`);
  if (request?.status !== 'pending') {
    tell(request?.status ?? 'expired');
    stream.end();
    return;
  }
  tell('pending');
  const heartbeat = setInterval(() => stream.write(':\n\n'), heartbeatMilliseconds);
  const stop = needs.waiting.watch(request.id, (status) => {
    tell(status);
    stream.end();
  });
  const leave = () => {
    clearInterval(heartbeat);
    stop();
    stream.end();
  };
  stream.on('close', leave);
  ctx.req.on('close', leave);
}
