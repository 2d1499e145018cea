/** What tests import as `uvu` while mutants run: it keeps each test apart, so that only some can be run. */

type Handler = (context: object) => unknown;

export interface RegisteredTest {
  readonly name: string;
  readonly handler: Handler;
}

let registered: RegisteredTest[] = [];

/** What was registered since the last time, with the name of its suite. */
export function takeRegistered(): readonly RegisteredTest[] {
  const taken = registered;
  registered = [];
  return taken;
}

/** As uvu's, without its hooks nor its nameless suite, which no test of policies needs. */
export function suite(suiteName = '') {
  const waiting: RegisteredTest[] = [];
  const register = (name: string, handler: Handler): void => {
    waiting.push({ name: `${suiteName} › ${name}`, handler });
  };
  const run = (): void => {
    registered.push(...waiting.splice(0));
  };
  return Object.assign(register, { run });
}
