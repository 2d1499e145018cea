import { stripVTControlCharacters } from 'node:util';

/** How the process of one test file ended. */
export interface Ending {
  readonly stdout: string;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly timedOut: boolean;
}

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What is wrong with the file itself, where something is. */
  readonly fault?: string;
}

const summaries = /^\s*Total:\s+(\d+)\n\s*Passed:\s+(\d+)\n\s*Skipped:\s+(\d+)$/gm;

/**
 * What a test file counts for. Its exit code alone proves nothing: uvu leaves 0 when the process ends before
 * its tests began, and when a `before` hook throws. A file with a fault counts at least one failure.
 */
export function judge(ending: Ending): Outcome {
  const found = [...stripVTControlCharacters(ending.stdout).matchAll(summaries)];
  const [total = 0, passed = 0, skipped = 0] = (found[0] ?? []).slice(1).map(Number);
  const failed = total - passed;
  const fault = faultOf(ending, found.length, { total, failed, skipped });
  if (fault === undefined) return { passed, failed, skipped };
  return { passed, failed: Math.max(failed, 1), skipped, fault };
}

interface Counts {
  readonly total: number;
  readonly failed: number;
  readonly skipped: number;
}

function faultOf(ending: Ending, summariesPrinted: number, counts: Counts): string | undefined {
  if (ending.timedOut) {
    return summariesPrinted === 0
      ? 'it did not end in time'
      : 'its tests ended, but the process did not: something was left open';
  }
  if (ending.signal !== null) return `it was ended by ${ending.signal}`;
  if (summariesPrinted === 0) return `it ended with code ${ending.code} before its tests did`;
  if (summariesPrinted > 1) return 'it ran its tests in several goes: call `run()` after the last `await`';
  if (counts.total === 0 && counts.skipped === 0) return 'it holds no test';
  if (ending.code !== 0 && counts.failed === 0)
    return `its tests passed, but it ended with code ${ending.code}`;
  return undefined;
}
