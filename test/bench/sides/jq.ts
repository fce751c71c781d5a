import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Side } from '../side';
import { answerOf, type EventFacts } from './answer';

const program =
  '.[] | [.provisioningStatusInfo.status, .provisioningStatusInfo.errorInformation.errorCode // "", .durationInMilliseconds]';

/** Lets `jq` print the facts of each record, where it is installed; starting it counts. */
export const jq: Side = {
  id: 'jq',
  async run({ file }) {
    const facts: EventFacts[] = [];
    const start = performance.now();
    const child = spawn('jq', ['-c', program, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    const isMissing = await Promise.race([
      once(child, 'error').then(() => true),
      once(child, 'spawn').then(() => false),
    ]);
    if (isMissing) return { absent: 'jq is not installed' };
    for await (const line of createInterface({ input: child.stdout })) {
      const [status, code, durationMs] = JSON.parse(line) as [string, string, number];
      facts.push({ status, code, durationMs });
    }
    return { value: performance.now() - start, answer: answerOf(facts) };
  },
};
