/** What people sign in with, as their browsers say it. */
const windows = (version: string, more = '') =>
  `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version} Safari/537.36${more}`;
const android = (model: string, version: string, kind: 'Mobile ' | '' = 'Mobile ') =>
  `Mozilla/5.0 (Linux; Android 15; ${model}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version} ${kind}Safari/537.36`;
const ios = (machine: 'iPad; CPU OS' | 'iPhone; CPU iPhone OS', version: string) =>
  `Mozilla/5.0 (${machine} ${version.replace('.', '_')} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${version} Mobile/15E148 Safari/604.1`;

export const userAgents = {
  sylvieOffice: windows('140.0.0.0'),
  sylviePhone: ios('iPhone; CPU iPhone OS', '18.6'),
  marcLaptop: windows('140.0.0.0', ' Edg/140.0.0.0'),
  marcPhone: android('Pixel 8', '140.0.0.0'),
  nurseryTablet: ios('iPad; CPU OS', '18.6'),
  preschoolTablet: ios('iPad; CPU OS', '17.7'),
  kitchenTablet: ios('iPad; CPU OS', '16.7'),
  brossardTablet: android('SM-X210', '139.0.0.0', ''),
  juliePhone: android('SM-A556W', '140.0.0.0'),
  nadiaPhone: ios('iPhone; CPU iPhone OS', '18.5'),
  chantalPhone: 'Amisgest/4.2.1 (iPhone; iOS 18.6)',
  genevieveLaptop: windows('139.0.0.0'),
  danielLaptop: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0',
  stranger: windows('138.0.0.0'),
  pierreOffice: windows('140.0.0.0'),
  pierrePhone: ios('iPhone; CPU iPhone OS', '18.6'),
  rainbowTablet: ios('iPad; CPU OS', '18.5'),
  etiennePhone: 'Amisgest/4.2.0 (Android 15; Pixel 7a; Mobile)',
  rainbowKitchen: windows('140.0.0.0'),
  olivierPhone: ios('iPhone; CPU iPhone OS', '18.6'),
  olivierLaptop: windows('140.0.0.0'),
} as const;
export type BrowserKey = keyof typeof userAgents;

/** Addresses that documentation may use (RFC 5737): they are nobody's. */
export const networks = {
  longueuil: '198.51.100.24',
  brossard: '198.51.100.87',
  rosemont: '203.0.113.40',
  sylvieHome: '192.0.2.18',
  marcHome: '192.0.2.64',
  genevieveHome: '192.0.2.91',
  danielHome: '192.0.2.133',
  pierreHome: '192.0.2.170',
  parentsHome: '192.0.2.201',
  mobile: '203.0.113.212',
  elsewhere: '203.0.113.77',
} as const;
export type NetworkKey = keyof typeof networks;
