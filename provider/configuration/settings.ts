import { isIP } from 'node:net';
import { z } from 'zod';

/** A setting of the environment or of `.env`: what it means stands beside it, and nowhere else. */
interface Setting {
  readonly about: string;
  readonly schema: z.ZodType;
}

const cidr = z.string().refine((text) => {
  const [address = '', prefix, ...more] = text.split('/');
  const most = isIP(address) === 4 ? 32 : 128;
  return (
    isIP(address) !== 0 &&
    more.length === 0 &&
    (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= most))
  );
}, 'must be an address or a network such as 10.0.0.0/8');

const list = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const url = (...protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be an address that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;

export const settings = {
  PORT: {
    about: 'the port to listen on (default 3000)',
    schema: z
      .string()
      .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65535, 'must be a port number, 0 to 65535')
      .transform(Number)
      .default(3000),
  },
  PUBLIC_URL: {
    about: 'the address people reach this server at, without a path (default http://localhost:PORT)',
    schema: url('http:', 'https:')
      .refine(
        (text) => !URL.canParse(text) || new URL(text).href === `${new URL(text).origin}/`,
        'must be a scheme, a host and a port, and nothing more',
      )
      .optional(),
  },
  DATABASE_URL: {
    about: 'postgres://… (default: SQLite in DATA_DIR)',
    schema: url('postgres:', 'postgresql:').optional(),
  },
  DATA_DIR: {
    about: 'the folder of what is kept (default ./data)',
    schema: z.string().min(1).default('./data'),
  },
  SMTP_URL: { about: 'smtp://… or smtps://…: where mail leaves', schema: url('smtp:', 'smtps:').optional() },
  MAIL_FROM: {
    about: 'the address mail comes from (default connexions@ the host of PUBLIC_URL)',
    schema: z.email({ error: 'must be an e-mail address' }).optional(),
  },
  GEOIP_CITY_DB: {
    about: 'a GeoLite2, GeoIP2 or compatible database of cities, MMDB (default: the data of geoip-lite)',
    schema: z.string().min(1).optional(),
  },
  GEOIP_ASN_DB: {
    about: 'a database of network owners (ASN or ISP), MMDB (default: none)',
    schema: z.string().min(1).optional(),
  },
  TRUSTED_PROXIES: {
    about: 'networks whose X-Forwarded-For is believed, separated by commas (default none)',
    schema: z.string().default('').transform(list).pipe(z.array(cidr)),
  },
  CADENAS_SECRETS: {
    about:
      'secrets of at least 32 characters, the newest first, separated by commas (default: made in DATA_DIR)',
    schema: z
      .string()
      .transform(list)
      .pipe(z.array(z.string().min(32, 'each must have at least 32 characters')).min(1, 'must not be empty'))
      .optional(),
  },
  LOG_LEVEL: {
    about: 'trace, debug, info, warn, error or silent (default info)',
    schema: z.enum(levels, { error: `must be one of ${levels.join(', ')}` }).default('info'),
  },
  APPLICATIONS_FILE: {
    about: 'a JSON list of applications (default: none)',
    schema: z.string().min(1).optional(),
  },
  DEMO: {
    about: '0 turns the demonstration off (default 1 while PUBLIC_URL is loopback)',
    schema: z.enum(['0', '1'], { error: 'must be 0 or 1' }).optional(),
  },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof settings;
