import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  randomUUID,
} from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from './configuration.ts';

/** What is derived under `CADENAS_SECRETS`. A row keeps the id of the secret it was derived under, never what was derived. */
export interface Secrets {
  readonly newestId: string;
  /** 32 bytes; undefined when the secret of that id has been taken away. */
  mac(keyId: string, purpose: string, ...parts: readonly (string | number)[]): Buffer | undefined;
  seal(plaintext: string): string;
  unseal(sealed: string): string;
  /** To sign cookies, the newest first. */
  readonly cookieKeys: readonly string[];
}

interface Secret {
  readonly id: string;
  readonly derive: (purpose: string) => Buffer;
}

export function makeSecrets(values: readonly string[]): Secrets {
  const secrets = values.map(secret);
  const newest = secrets[0];
  if (!newest) throw new Error('at least one secret is needed');
  const byId = new Map(secrets.map((one) => [one.id, one]));
  return {
    newestId: newest.id,
    mac: (keyId, purpose, ...parts) => {
      const key = byId.get(keyId)?.derive(`mac ${purpose}`);
      return key && createHmac('sha256', key).update(JSON.stringify(parts)).digest();
    },
    seal: (plaintext) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', newest.derive('seal'), nonce);
      const sealed = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
      return [
        newest.id,
        ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')),
      ].join('.');
    },
    unseal: (sealed) => {
      const [id = '', ...parts] = sealed.split('.');
      const [nonce, tag, body] = parts.map((part) => Buffer.from(part, 'base64url'));
      const key = byId.get(id)?.derive('seal');
      if (!key || !nonce || !tag || !body)
        throw new Error('sealed under a secret that is not in `CADENAS_SECRETS`');
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 }).setAuthTag(tag);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    },
    cookieKeys: secrets.map((one) => one.derive('cookies').toString('base64url')),
  };
}

function secret(value: string): Secret {
  const derived = new Map<string, Buffer>();
  return {
    id: createHash('sha256').update(`cadenas secret id ${value}`).digest('base64url').slice(0, 8),
    derive: (purpose) => {
      const known = derived.get(purpose);
      if (known) return known;
      const key = Buffer.from(hkdfSync('sha256', value, 'cadenas', purpose, 32));
      derived.set(purpose, key);
      return key;
    },
  };
}

/** The configured secrets; outside production, one made at first start and kept in the data folder. */
export function readSecrets({ secrets, dataDirectory }: Configuration): Secrets {
  if (secrets) return makeSecrets(secrets);
  const file = join(dataDirectory, 'secret');
  if (!existsSync(file)) {
    mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
    writeOnce(file, randomBytes(48).toString('base64url'));
  }
  const kept = readFileSync(file, 'utf8').trim();
  if (kept.length < 32) throw new Error(`\`${file}\` holds no secret: delete it to have one made`);
  return makeSecrets([kept]);
}

/** Of several processes that start at once one wins; none ever reads half a secret, nor leaves one when it is killed. */
function writeOnce(file: string, secret: string): void {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, secret, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    unlinkSync(draft);
  }
}
