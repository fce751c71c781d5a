import * as assert from 'node:assert/strict';
import { seededRandom } from '../support/seededRandom';
import { failuresOf } from './failures';
import { allJobs } from './jobs';
import { instants, type Moment } from './moment';
import { person } from './people';
import { recordOf } from './record';
import type { Story } from './story';
import { momentSlots, subjectSlots, template } from './template';

describe('template', () => {
  it('gives the same text as JSON.stringify for every kind of event, names with quotes and all', () => {
    const random = seededRandom(3);
    const moment: Moment = {
      ...instants(Date.UTC(2026, 0, 31, 23, 59, 58)),
      id: random.guid(),
      changeId: random.guid(),
      cycleId: random.guid(),
      durationMs: 1_234,
    };
    const subject = { ...person(random, 5), displayName: '"\\ \u202E \n 美咲', familyName: 'a"b' };
    for (const job of allJobs) {
      const stories: readonly Story[] = [
        { kind: 'User', status: 'success', action: 'create' },
        { kind: 'User', status: 'success', action: 'update' },
        { kind: 'User', status: 'skipped', action: 'other', skip: 'AttributeValidationFailed' },
        ...failuresOf(job.key).map((failure) => {
          return { kind: 'User', status: 'failure', action: 'create', failure, retries: 2 } as const;
        }),
      ];
      for (const story of stories) {
        const filled = template(job, story).fill(
          momentSlots.map((slot) => moment[slot]),
          subjectSlots(subject),
        );
        assert.equal(filled, JSON.stringify(recordOf({ job, subject, story, moment })));
      }
    }
  });
});
