import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite } from 'uvu';
import { equal, is, match, unreachable } from 'uvu/assert';
import { startServer } from './server.ts';
import { type TemporaryFolder, temporaryFolder } from './temporary-folder.ts';

const servers = suite<{ folder: TemporaryFolder; program: string }>('a server of the tests');

// Ready at the third question, remembers its starts in DATA_DIR, says which settings reached it.
const standIn = `
  import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
  import { createServer } from 'node:http';
  if (process.env.REFUSE) {
    console.error('settings: \`' + process.env.REFUSE + '\` is not allowed');
    process.exit(2);
  }
  const { DATA_DIR, PORT } = process.env;
  mkdirSync(DATA_DIR, { recursive: true });
  appendFileSync(DATA_DIR + '/starts', 'x');
  let asked = 0;
  createServer((request, response) => {
    if (request.url !== '/readyz') response.end(JSON.stringify({
      starts: readFileSync(DATA_DIR + '/starts', 'utf8').length, env: process.env, cwd: process.cwd(),
    }));
    else response.writeHead(++asked < 3 ? 503 : 200).end();
  }).listen(Number(PORT), () => console.log('listening ' + process.argv[2]));
`;

servers.before.each(async (context) => {
  context.folder = await temporaryFolder('stand-in');
  context.program = join(context.folder.path, 'main.mts');
  await writeFile(context.program, standIn);
});
servers.after.each(({ folder }) => folder.remove());

servers('starts, comes back on the same port and data, and leaves nothing', async ({ program }) => {
  process.env.SMTP_URL = 'smtp://from-the-shell.test';
  const server = await startServer({ program: [program, 'serve'], env: { DEMO: '0' } });
  delete process.env.SMTP_URL;
  const about = async () => (await fetch(server.url)).json();
  const first = await about();
  const { DEMO, PORT, PUBLIC_URL, SMTP_URL } = first.env;
  equal([DEMO, PUBLIC_URL, SMTP_URL], ['0', `http://localhost:${PORT}`, undefined]);
  is.not(first.cwd, process.cwd());
  is(first.starts, 1);

  const pid = server.pid();
  await server.kill('SIGKILL');
  await fetch(server.url).then(
    () => unreachable('it still answers'),
    () => {},
  );
  await server.restart({ DEMO: undefined });
  const second = await about();
  equal([second.starts, second.env.DEMO, second.env.PORT], [2, undefined, PORT]);
  is.not(server.pid(), pid);
  await server.restart();
  is((await about()).starts, 3);
  is(server.output().match(/listening serve/g)?.length, 3);

  await server.close();
  is(existsSync(server.dataDir), false);
});

servers('that cannot start says why at once', async ({ program }) => {
  await startServer({ program: [program], env: { REFUSE: 'PORT' } }).then(
    () => unreachable(),
    (error) => match(error.message, /ended with code 2:\nsettings: `PORT` is not allowed/),
  );
});

servers('that never gets ready is ended, with what it said', async ({ program }) => {
  await writeFile(program, `console.log('waiting for Godot', process.pid); setInterval(() => {}, 1000);`);
  const message = await startServer({ program: [program], withinMilliseconds: 1_500 }).then(
    () => unreachable(),
    (error) => String(error.message),
  );
  match(String(message), 'waiting for Godot');
  const pid = Number(/Godot (\d+)/.exec(String(message))?.[1]);
  let alive = true;
  try {
    process.kill(pid, 0);
  } catch {
    alive = false;
  }
  is(alive, false);
});

servers.run();
