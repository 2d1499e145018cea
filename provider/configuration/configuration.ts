import { resolve } from 'node:path';
import { z } from 'zod';
import { settings } from './settings.ts';

export interface Configuration {
  readonly port: number;
  readonly publicUrl: URL;
  /** `PUBLIC_URL` is not loopback: https, secrets and SMTP are required, and the demonstration cannot run. */
  readonly production: boolean;
  readonly databaseUrl: string | undefined;
  readonly dataDirectory: string;
  readonly databaseFile: string;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly geoipCityDb: string | undefined;
  readonly geoipAsnDb: string | undefined;
  readonly trustedProxies: readonly string[];
  readonly secrets: readonly string[] | undefined;
  readonly logLevel: string;
  readonly applicationsFile: string | undefined;
  readonly demo: boolean;
}

export type ConfigurationResult =
  | { readonly kind: 'valid'; readonly configuration: Configuration }
  | { readonly kind: 'faulty'; readonly faults: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

const shape = z.object({
  PORT: settings.PORT.schema,
  PUBLIC_URL: settings.PUBLIC_URL.schema,
  DATABASE_URL: settings.DATABASE_URL.schema,
  DATA_DIR: settings.DATA_DIR.schema,
  SMTP_URL: settings.SMTP_URL.schema,
  MAIL_FROM: settings.MAIL_FROM.schema,
  GEOIP_CITY_DB: settings.GEOIP_CITY_DB.schema,
  GEOIP_ASN_DB: settings.GEOIP_ASN_DB.schema,
  TRUSTED_PROXIES: settings.TRUSTED_PROXIES.schema,
  CADENAS_SECRETS: settings.CADENAS_SECRETS.schema,
  LOG_LEVEL: settings.LOG_LEVEL.schema,
  APPLICATIONS_FILE: settings.APPLICATIONS_FILE.schema,
  DEMO: settings.DEMO.schema,
});

/** Validates the environment as a whole: every fault is reported at once, secrets never with their value. */
export function parseConfiguration(environment: Environment): ConfigurationResult {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = shape.safeParse(set);
  const faults = [
    ...(parsed.error?.issues ?? []).map((issue) => `\`${issue.path[0]?.toString()}\` ${issue.message}`),
    ...productionFaults(set),
  ];
  if (!parsed.success || faults.length > 0) return { kind: 'faulty', faults };
  const values = parsed.data;
  const publicUrl = new URL(values.PUBLIC_URL ?? `http://localhost:${values.PORT}`);
  const production = !isLoopback(publicUrl.hostname);
  const demo = !production && values.DEMO !== '0';
  return {
    kind: 'valid',
    configuration: {
      port: values.PORT,
      publicUrl,
      production,
      databaseUrl: values.DATABASE_URL,
      dataDirectory: resolve(values.DATA_DIR),
      databaseFile: demo ? 'demo.sqlite' : 'cadenas.sqlite',
      smtpUrl: values.SMTP_URL,
      mailFrom: values.MAIL_FROM ?? `connexions@${publicUrl.hostname}`,
      geoipCityDb: values.GEOIP_CITY_DB,
      geoipAsnDb: values.GEOIP_ASN_DB,
      trustedProxies: values.TRUSTED_PROXIES,
      secrets: values.CADENAS_SECRETS,
      logLevel: values.LOG_LEVEL,
      applicationsFile: values.APPLICATIONS_FILE,
      demo,
    },
  };
}

/** Of what was written, whether it could be read or not: they are said along with every other fault. */
function productionFaults(set: Environment): readonly string[] {
  if (set.PUBLIC_URL === undefined || !URL.canParse(set.PUBLIC_URL)) return [];
  const { hostname, protocol } = new URL(set.PUBLIC_URL);
  if (isLoopback(hostname)) return [];
  const faults: string[] = [];
  if (protocol === 'http:') faults.push('`PUBLIC_URL` must start with https:// unless it is this machine');
  if (set.CADENAS_SECRETS === undefined)
    faults.push(
      '`CADENAS_SECRETS` is required because `PUBLIC_URL` is not this machine: `openssl rand -hex 32` makes one',
    );
  if (set.SMTP_URL === undefined)
    faults.push(
      '`SMTP_URL` is required because `PUBLIC_URL` is not this machine: approvals are asked by e-mail',
    );
  if (set.DEMO === '1')
    faults.push(
      '`DEMO` cannot run where `PUBLIC_URL` is not this machine: its passwords are known to everyone',
    );
  return faults;
}

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  /^127\.\d+\.\d+\.\d+$/.test(hostname) ||
  hostname === '[::1]';
