import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { assets } from '../../views/index.ts';
import { type Cast, everyMail, everyPage } from './samples.ts';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'";

const longNames: Cast = {
  firstName: 'Marie-Élisabeth-Anastasie',
  lastName: 'Vaillancourtdesrocherscharbonneau'.repeat(3),
  application: 'Amisgestpourlesservicesdegarde'.repeat(3),
  organization: 'Centredelapetiteenfance'.repeat(4),
};

export interface PageServer {
  readonly origin: string;
  /** Answers what a sample page leads to, such as `/waiting`, with that page of the samples. */
  readonly lead: (path: string, sample: string) => void;
  /** The forms that were posted to this path, the oldest first. */
  readonly posted: (path: string) => readonly URLSearchParams[];
  /** Tells every open waiting page. */
  readonly tell: (status: string) => void;
  /** Ends the open streams, as a restart of the server does. */
  readonly hangUp: () => void;
  readonly listening: () => number;
  /** How many new attempts `/news` answers; how often it was asked. */
  readonly news: { count: number; asked: number };
  /** Cuts every stream as it is asked for, as a server that is down does. */
  readonly refuse: (refusing: boolean) => void;
  readonly refused: () => number;
  readonly stop: () => Promise<void>;
}

/** The samples behind the content security policy of the real server: `/fr/waiting`, `/long/waiting`. */
export async function startPageServer(): Promise<PageServer> {
  const pages: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
    ['fr', everyPage('fr')],
    ['en', everyPage('en')],
    ['long', everyPage('fr', longNames)],
  ]);
  let refusing = false;
  let refused = 0;
  const streams = new Set<ServerResponse>();
  const news = { count: 0, asked: 0 };
  const leads = new Map<string, string>();
  const posts: { readonly path: string; readonly form: URLSearchParams }[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const asset = assets.get(path);
    response.setHeader('content-security-policy', policy);
    if (asset) return response.setHeader('content-type', asset.type).end(asset.body);
    if (path === '/events' && refusing) {
      refused += 1;
      return request.socket.destroy();
    }
    if (path === '/events') {
      streams.add(response);
      response.on('close', () => streams.delete(response));
      response.setHeader('content-type', 'text/event-stream').flushHeaders();
      return response;
    }
    if (path === '/news') {
      news.asked += 1;
      response.setHeader('content-type', 'application/json');
      return response.end(JSON.stringify({ count: news.count }));
    }
    if (request.method === 'POST') {
      text(request).then((body) => posts.push({ path, form: new URLSearchParams(body) }));
      // A page that posts by itself stays open to be looked at, unless the test leads somewhere.
      if (!leads.has(path)) return response.writeHead(204).end();
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (path === '/mail.html') return response.end(everyMail('fr').get('request')?.html);
    const [, language, name] = (leads.get(path) ?? path).split('/');
    const page = pages.get(language ?? '')?.get(name ?? '');
    response.statusCode = page === undefined ? 404 : 200;
    return response.end(page ?? 'not found');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the page server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    lead: (path, sample) => leads.set(path, sample),
    posted: (path) => posts.filter((post) => post.path === path).map(({ form }) => form),
    tell: (status) => {
      for (const stream of streams) stream.write(`event: state\ndata: ${JSON.stringify({ status })}\n\n`);
    },
    hangUp: () => {
      for (const stream of streams) stream.destroy();
    },
    listening: () => streams.size,
    news,
    refuse: (now) => {
      refusing = now;
    },
    refused: () => refused,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
