import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readAsked } from '../../db/approval-links.ts';
import { findLatestRequest, findRequest, readStatuses } from '../../db/approval-requests.ts';
import { readAttempts } from '../../db/attempts.ts';
import { readAuthorizedPairs } from '../../db/authorized-browsers.ts';
import { findBrowser, findBrowserOfKey } from '../../db/browsers.ts';
import { expireRequests } from '../../db/closed-requests.ts';
import { findConsoleSession } from '../../db/console-sessions.ts';
import { readDevicesOf, readLabelsOf, readUsesOf } from '../../db/device-uses.ts';
import { findDevice, findMachine } from '../../db/devices.ts';
import { cancelUnusedApprovals, endGrantsGiven, hasGrants } from '../../db/given-grants.ts';
import { endGrantsOf, endGrantsOfBrowsers } from '../../db/grants.ts';
import { countAttemptsSince, countGrid, readConnectionsOf, readMembers } from '../../db/grid.ts';
import { type GridKey, type GridQuery, readGrid, readLatestNetworks } from '../../db/grid-lines.ts';
import { readHistoryOf } from '../../db/history.ts';
import { findJournalEntry } from '../../db/journal.ts';
import { linkBrowsersOf, readStanding } from '../../db/linked-browsers.ts';
import { moveRequestsOfRule, readWhom, restoreRules } from '../../db/many-rules.ts';
import { readBrowsersOf, readNamesIn } from '../../db/names.ts';
import { readNetworkUses } from '../../db/network-use.ts';
import { type Database, isSqlite } from '../../db/open.ts';
import { claimNotices } from '../../db/outbox.ts';
import {
  readFirstSeen,
  readNeverSeen,
  readPastSignIns,
  readPendingAttempts,
  readRecentEntries,
  readUseOfNetworks,
} from '../../db/past-sign-ins.ts';
import {
  countNewRequests,
  countWaitingRequests,
  findPendingRequestsOf,
  readPendingRequests,
} from '../../db/pending-requests.ts';
import { findPlacesEver, readPlaces, readSites } from '../../db/places.ts';
import { sweepRecords } from '../../db/records.ts';
import { readRequestContext } from '../../db/request-context.ts';
import { countOpenRequests, readAllowedNetworks } from '../../db/risk-history.ts';
import { readNamedDevices, readRolesIn, readRolesOfMembers } from '../../db/rule-choices.ts';
import { countRules, findListedRule, readRulePage, readRulesById } from '../../db/rule-list.ts';
import { readRuleEnd, readRules } from '../../db/rules.ts';
import { endExpiredRules, readRulesAbout } from '../../db/rules-about.ts';
import { countDevices, readDeviceNames, readDevices } from '../../db/seen-devices.ts';
import { readSeenAt } from '../../db/seen-places.ts';
import { findSession, findSessionByUid } from '../../db/sessions.ts';
import { readParentage, readSituation } from '../../db/situation.ts';
import { findEntry, readEntriesSince } from '../../db/undoable-entries.ts';
import { findCredentials, readAdministrators, readOnCallPhone, readSitesOf } from '../../db/users.ts';
import type {
  ApprovalRequestId,
  BrowserId,
  DeviceId,
  Network,
  OrganizationId,
  PlaceId,
  RuleId,
  UserId,
} from '../../policies/facts.ts';
import { dialects } from '../support/postgres.ts';
import { type Opened, openMigrated } from './fresh.ts';
import { addPapillons, noon } from './people.ts';

// Branded here: the rows that `addPapillons` writes.
const organizationId = 'papillons' as OrganizationId;
const userId = 'julie' as UserId;
const browserId = 'tablet' as BrowserId;
const network = '198.51.100.7' as Network;
const requestId = 'request' as ApprovalRequestId;
const key = { organizationId, userId, browserId };
const living = { organizationId, at: noon, about: 'all' } as const;
const lately = { organizationId, since: noon - 1, at: noon };
const grid: GridQuery = { ...lately, applicationId: 'all', among: 'all', only: 'all' };
const gridPage = (database: Database, more: Partial<GridQuery>, after: GridKey | 'first' = 'first') =>
  readGrid(database, { ...grid, ...more }, { after, most: 51 });
const toCheck = { only: 'to-check' } as const;
const ofReglages = { applicationId: 'reglages' };
const earlier = { lastSeen: noon, id: 'connection' };

/** What pages, mails, commands and jobs read, each as they do. */
const readings: Readonly<Record<string, (database: Database) => Promise<unknown>>> = {
  'who signs in, by her cookie': (database) =>
    readSituation(database, { userId, browserTokenHash: 'hash', network, at: noon }),
  'who signs in, by her browser': (database) =>
    readSituation(database, { userId, browserId, network, at: noon }),
  'her children’s organizations': (database) => readParentage(database, userId),
  'her password': (database) => findCredentials(database, 'julie@papillons.test'),
  'her browser': (database) => findBrowser(database, 'hash'),
  'the browser of a key': (database) => findBrowserOfKey(database, 'key'),
  'her session': (database) => findSession(database, 'id'),
  'her session, by its name': (database) => findSessionByUid(database, 'uid'),
  'an administrator’s session': (database) => findConsoleSession(database, 'hash', noon),
  'the rules': (database) => readRules(database, organizationId),
  'the rules about some people': (database) => readRulesAbout(database, organizationId, [userId]),
  'the rules that expired': (database) => endExpiredRules(database, noon, 10),
  'a page of rules': (database) =>
    readRulePage(database, { ...living, standing: 'living' }, { after: 'first', most: 50 }),
  'the next page of refusals': (database) =>
    readRulePage(database, { ...living, standing: 'deny' }, { after: { at: noon, id: 'rule' }, most: 50 }),
  'the rules that end soon': (database) =>
    readRulePage(database, { ...living, standing: 'ending' }, { after: 'first', most: 50 }),
  'the rules that ended lately': (database) =>
    readRulePage(database, { ...living, standing: 'ended' }, { after: { at: noon, id: 'rule' }, most: 50 }),
  'the rules about a person, a place or a device': (database) =>
    readRulePage(
      database,
      {
        ...living,
        standing: 'living',
        about: { userIds: [userId], placeIds: ['place' as PlaceId], deviceIds: ['device' as DeviceId] },
      },
      { after: 'first', most: 50 },
    ),
  'the machines that have a name': (database) => readNamedDevices(database, organizationId, 10),
  'the roles of an organization': (database) => readRolesIn(database, organizationId),
  'who has which role': (database) => readRolesOfMembers(database, organizationId),
  'the attempts of the month': (database) => readAttempts(database, { ...lately, most: 10 }),
  'how many rules there are': (database) => countRules(database, { ...living, standing: 'allow' }, 1001),
  'a rule': (database) => findListedRule(database, { organizationId, id: 'rule', at: noon }),
  'when a rule ends': (database) => readRuleEnd(database, 'rule' as RuleId),
  'authorizations of theirs': (database) => readAuthorizedPairs(database, organizationId, [key], noon),
  'the places': (database) => readPlaces(database, organizationId),
  'the sites': (database) => readSites(database, organizationId),
  'the places that were': (database) => findPlacesEver(database, organizationId, ['place', 'other']),
  'who was seen where': (database) => readSeenAt(database, { ...lately, most: 10 }),
  'what was given at a place': (database) => endGrantsGiven(database, organizationId, [userId], () => true),
  'what was approved and not used': (database) => cancelUnusedApprovals(database, organizationId, () => true),
  'a device': (database) => findDevice(database, organizationId, 'device' as DeviceId),
  'her request': (database) => findLatestRequest(database, key),
  'a request': (database) => findRequest(database, requestId),
  'what a mail says of a request': (database) => readRequestContext(database, requestId),
  'who was asked': (database) => readAsked(database, requestId),
  'the pages that wait': (database) => readStatuses(database, [requestId]),
  'how many requests are new': (database) =>
    countNewRequests(database, organizationId, { at: noon, openedSince: noon }),
  'how many wait now': (database) =>
    countWaitingRequests(database, organizationId, { at: noon, seenSince: noon }),
  'how many requests of hers wait': (database) =>
    countOpenRequests(database, { organizationId, userIds: [userId], at: noon }),
  'where she was let in from': (database) =>
    readAllowedNetworks(database, { organizationId, userIds: [userId] }),
  'the requests that wait': (database) =>
    readPendingRequests(database, organizationId, {
      at: noon,
      after: { openedAt: noon, id: 'a' },
      most: 51,
    }),
  'a person’s requests that wait': (database) =>
    findPendingRequestsOf(database, 'julie@papillons.test', noon),
  'the requests that are over': (database) => expireRequests(database, noon),
  'the administrators': (database) => readAdministrators(database, organizationId, noon),
  'her sites': (database) => readSitesOf(database, organizationId, userId),
  'whom to call': (database) => readOnCallPhone(database, organizationId, userId),
  'who uses a network': (database) => readNetworkUses(database, organizationId, [network], noon),
  'who uses which network': (database) => readUseOfNetworks(database, organizationId, noon),
  'the connections of the month': (database) => readRecentEntries(database, lately),
  'the administrators’ connections': (database) =>
    readRecentEntries(database, { ...lately, role: 'administration' }),
  'the sign-ins of the month': (database) => readPastSignIns(database, { ...lately, most: 10 }),
  'what is decided again': (database) => readPendingAttempts(database, organizationId, noon),
  'who never came': (database) => readNeverSeen(database, lately),
  'the first sign-in': (database) => readFirstSeen(database, organizationId),
  'the grid': (database) => gridPage(database, {}),
  'the grid, further': (database) => gridPage(database, {}, earlier),
  'the grid of an application': (database) => gridPage(database, ofReglages),
  'the grid of an application, further': (database) => gridPage(database, ofReglages, earlier),
  'the networks of the grid': (database) => readLatestNetworks(database, lately),
  'the grid of those found': (database) =>
    gridPage(database, { among: { userIds: [userId], networks: [network] } }),
  'the grid of those found, of an application': (database) =>
    gridPage(database, { ...ofReglages, among: { userIds: [userId], networks: [network] } }),
  'what is to check': (database) => gridPage(database, toCheck),
  'what is to check, further': (database) => gridPage(database, toCheck, earlier),
  'what is to check, of an application': (database) => gridPage(database, { ...toCheck, ...ofReglages }),
  'the counts of the grid': (database) => countGrid(database, grid),
  'the news': (database) => countAttemptsSince(database, organizationId, noon),
  'the members': (database) => readMembers(database, organizationId, noon),
  'her connections': (database) => readConnectionsOf(database, { organizationId, userId, at: noon }),
  'her history': (database) => readHistoryOf(database, { organizationId, userId, before: 'now', most: 20 }),
  'what happened before': (database) =>
    readHistoryOf(database, { organizationId, userId, before: { at: noon, id: 'event' }, most: 20 }),
  'the rules of a decision': (database) =>
    readRulesById(database, { organizationId, ids: ['rule' as RuleId], at: noon }),
  'an act that may be undone': (database) => findEntry(database, organizationId, 'entry'),
  'what has undone it': (database) =>
    readEntriesSince(database, organizationId, { since: noon, actions: ['rule.undone', 'access.changed'] }),
  'rules that come back': (database) =>
    restoreRules(database, { organizationId, ids: ['rule' as RuleId], endedAt: noon }),
  'whom rules are about': (database) => readWhom(database, { organizationId, ids: ['rule' as RuleId] }),
  'the requests of a rule': (database) =>
    moveRequestsOfRule(database, organizationId, 'rule' as RuleId, 'other' as RuleId),
  'whether anything is given': (database) => hasGrants(database, organizationId, [userId]),
  'how a device stands': (database) => readStanding(database, organizationId, 'device' as DeviceId),
  'a machine': (database) => findMachine(database, organizationId, 'tablet'),
  'a device that was joined': (database) =>
    database.transaction((transaction) =>
      linkBrowsersOf(transaction, organizationId, 'device' as DeviceId, 'other' as DeviceId),
    ),
  'the devices': (database) =>
    readDevices(database, { organizationId, only: 'all', found: 'all' }, { after: 'first', most: 50 }),
  'the devices that are shared, after some': (database) =>
    readDevices(
      database,
      { organizationId, only: 'shared', found: 'all' },
      { after: { lastUsed: noon, id: 'tablet' }, most: 50 },
    ),
  'the devices of a search': (database) =>
    readDevices(
      database,
      { organizationId, only: 'all', found: { userIds: [userId], deviceIds: ['device'], label: 'ipad' } },
      { after: 'first', most: 50 },
    ),
  'how many devices': (database) => countDevices(database, organizationId),
  'the names of devices': (database) => readDeviceNames(database, organizationId),
  'who uses a device': (database) => readUsesOf(database, organizationId, ['device', 'tablet']),
  'her devices': (database) => readDevicesOf(database, organizationId, userId),
  'what browsers are': (database) => readLabelsOf(database, [browserId]),
  'an entry of the journal': (database) => findJournalEntry(database, 'entry'),
  'the names in rules': (database) =>
    readNamesIn(database, organizationId, [
      { conditions: { browserId, deviceId: 'device' as DeviceId, placeId: 'place' as PlaceId } },
    ]),
  'her browsers': (database) => readBrowsersOf(database, organizationId, userId),
  'the notices that are due': (database) =>
    claimNotices(database, { at: noon, leaseMilliseconds: 1, most: 10 }),
  'the records that are over': (database) => sweepRecords(database, noon, 10),
  'what she was given': (database) => endGrantsOf(database, userId, organizationId),
  'what was given in a browser': (database) => endGrantsOfBrowsers(database, organizationId, [browserId]),
};

/** Few rows, however many people and years, or a list that was given: these may be read whole. */
const small = ['applications', 'organizations', 'json_each'];

interface Statement {
  readonly sql: string;
  readonly bindings: readonly unknown[];
}

async function statementsOf(database: Database, read: (database: Database) => Promise<unknown>) {
  const statements: Statement[] = [];
  const listen = ({ sql, bindings }: Statement) => {
    if (/^\s*(?:select|update|delete|insert|with)\b/i.test(sql))
      statements.push({ sql, bindings: bindings ?? [] });
  };
  database.on('query', listen);
  await read(database);
  database.removeListener('query', listen);
  return statements;
}

/** The tables that a statement reads from one end to the other. */
async function readWhole(database: Database, statement: Statement): Promise<readonly string[]> {
  const steps = await planOf(database, statement);
  return isSqlite(database)
    ? steps.flatMap((step) => wholeOnSqlite(statement.sql, step))
    : steps.flatMap((step) => /Seq Scan on (\w+)/.exec(step)?.slice(1, 2) ?? []);
}

/** The steps of its plan, a line each. */
async function planOf(database: Database, { sql, bindings }: Statement): Promise<readonly string[]> {
  if (isSqlite(database)) {
    const steps = await database.raw(`explain query plan ${sql}`, [...bindings] as string[]); // as they were bound
    return steps.map(({ detail }: { readonly detail: string }) => detail);
  }
  const connection = await database.client.acquireConnection();
  try {
    await connection.query('begin; set local enable_seqscan = off; set local enable_bitmapscan = off');
    const { rows } = await connection.query(`explain ${sql}`, [...bindings]);
    return rows.map((row: Readonly<Record<string, string>>) => row['QUERY PLAN'] ?? '');
  } finally {
    await connection.query('rollback');
    await database.client.releaseConnection(connection);
  }
}

/** `SCAN s` names the alias; `SCAN s USING INDEX` reads an index whole, which is no better. What a step before it has read is told there. */
function wholeOnSqlite(sql: string, detail: string): readonly string[] {
  const [, alias] = /^SCAN (\w+)/.exec(detail) ?? [];
  if (alias === undefined || alias === 'CONSTANT' || isStep(sql, alias)) return [];
  const [, table = alias] =
    new RegExp(`[\\s,\`"](\\w+)[\`"]? (?:as )?[\`"]?${alias}[\`"]?(?:\\s|$|\\))`, 'i').exec(sql) ?? [];
  return [table === 'from' || table === 'join' || table === 'update' ? alias : table];
}

const isStep = (sql: string, alias: string): boolean =>
  new RegExp(`\\) ${alias}(?:\\s|\\)|$)|with recursive ${alias} `).test(sql);

for (const dialect of dialects) {
  const test = suite<{ opened: Opened }>(`query plans, on ${dialect.name}`);
  test.before.each(async (scene) => {
    scene.opened = await openMigrated(dialect);
    await addPapillons(scene.opened.database);
  });
  test.after.each(async ({ opened }) => opened.close());

  test('nothing that grows with people and years is read whole', async ({ opened: { database } }) => {
    const faults: string[] = [];
    for (const [what, read] of Object.entries(readings)) {
      const statements = await statementsOf(database, read);
      assert.ok(statements.length > 0, `${what}: nothing was read`);
      for (const statement of statements) {
        const whole = (await readWhole(database, statement)).filter((table) => !small.includes(table));
        for (const table of whole)
          faults.push(`${what}: \`${table}\` in ${statement.sql.replace(/\s+/g, ' ')}`);
      }
    }
    assert.equal(faults, []);
  });

  const cutFrom: readonly (readonly [Partial<GridQuery>, RegExp])[] = [
    [{}, /connections_organization_id_last_seen_id_index/],
    [toCheck, /connections_stopped/],
    [ofReglages, /sightings_organization_id_application_id_last_seen/],
  ];
  test('each page of the grid is cut from one index, in its order', async ({ opened: { database } }) => {
    for (const [more, index] of cutFrom)
      for (const after of ['first', earlier] as const) {
        const [statement] = await statementsOf(database, (one) => gridPage(one, more, after));
        assert.ok(statement);
        if (statement) assert.match((await planOf(database, statement)).join('\n'), index);
      }
  });

  test('a table without the index that is needed is seen', async ({ opened: { database } }) => {
    const [statement] = await statementsOf(database, (one) => one('sign_ins').where({ outcome: 'deny' }));
    assert.ok(statement);
    if (statement) assert.equal(await readWhole(database, statement), ['sign_ins']);
  });

  test.run();
}
