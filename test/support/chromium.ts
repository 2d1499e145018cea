import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const execute = promisify(execFile);

// Never the args of @sparticuz/chromium: they run one process, where a second context crashes it, with web
// security off, which hides every fault of CORS and content security policy.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** `CHROMIUM_PATH` where it is set, else the Chromium that the npm package carries (Linux on x64). */
export async function launchChromium(): Promise<Browser> {
  const { executablePath, env } = await chromiumProgram();
  return chromium.launch({ executablePath, args, env });
}

interface Program {
  readonly executablePath: string;
  readonly env: Record<string, string | undefined>;
}

let program: Promise<Program> | undefined;

function chromiumProgram(): Promise<Program> {
  program ??= findProgram();
  return program;
}

async function findProgram(): Promise<Program> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return { executablePath: chosen, env: process.env };
  const inflated = await inflatedPackage();
  const executablePath = join(inflated, 'chromium');
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(inflated, 'fonts') };
  const env = { ...process.env, ...fonts };
  if (await starts(executablePath, env)) return { executablePath, env };
  return { executablePath, env: { ...env, LD_LIBRARY_PATH: libraryPath(join(inflated, 'al2023', 'lib')) } };
}

/** False where a shared library is missing, as NSS is on bare machines; any other trouble is an error. */
async function starts(executablePath: string, env: Program['env']): Promise<boolean> {
  try {
    await execute(executablePath, ['--version'], { env });
    return true;
  } catch (error) {
    if (String(error).includes('error while loading shared libraries')) return false;
    throw error;
  }
}

function libraryPath(carried: string): string {
  const already = process.env.LD_LIBRARY_PATH;
  return already ? `${carried}:${already}` : carried;
}

/**
 * The package's archives, inflated once for this version: 0.2 GB, next to the installed packages.
 * Made aside and renamed, since two test files may come here at the same time.
 */
async function inflatedPackage(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const folder = writableFolder();
  const target = join(folder, `chromium-${packageVersion(entry)}`);
  if (existsSync(target)) return target;
  await mkdir(folder, { recursive: true });
  const aside = await mkdtemp(`${target}-`);
  await inflate(entry, aside);
  await rename(aside, target).catch(async (error) => {
    await rm(aside, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  });
  return target;
}

function writableFolder(): string {
  const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
  try {
    accessSync(modules, constants.W_OK);
    return join(modules, '.cache', 'cadenas');
  } catch {
    return join(tmpdir(), `cadenas-${process.getuid?.() ?? 'cache'}`);
  }
}

function packageVersion(entry: string): string {
  const parsed: unknown = JSON.parse(readFileSync(resolve(dirname(entry), '..', 'package.json'), 'utf8'));
  if (typeof parsed === 'object' && parsed !== null && 'version' in parsed) return String(parsed.version);
  throw new Error('@sparticuz/chromium states no version');
}

// In a process of its own, as the package inflates to the temporary folder of its process.
const inflateEverything = `
  const { default: chromium, inflate } = await import(process.argv[1]);
  await chromium.executablePath();
  await inflate(process.argv[2]);
`;

async function inflate(entry: string, folder: string): Promise<void> {
  const libraries = resolve(dirname(entry), '..', 'bin', 'al2023.tar.br');
  const script = ['--input-type=module', '--eval', inflateEverything, pathToFileURL(entry).href, libraries];
  await execute(process.execPath, script, { env: { ...process.env, TMPDIR: folder } });
  await writeFile(join(folder, 'fonts', 'fonts.conf'), fontConfiguration);
  for (const path of [folder, join(folder, 'chromium')]) await chmod(path, 0o755);
}

const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
