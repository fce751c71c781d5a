import type { SeededRandom } from '../support/seededRandom';
import { failuresOf } from './failures';
import { hostileNames } from './hostileNames';
import type { Job } from './job';
import { jobOf, sampleJobs } from './jobs';
import { group, person } from './people';
import { skipReasons, type Story, type WireAction } from './story';
import type { Subject } from './subject';

/** One event of the sample: what happens to whom, in which cycle of the job. */
export interface Happening {
  readonly job: Job;
  readonly subject: Subject;
  readonly story: Story;
  /** Number of the job's cycle, 0 to `CYCLES - 1`. */
  readonly cycle: number;
  /** Events of one job and cycle with the same word here share a change ID. */
  readonly change?: string;
}

/** About three days of cycles, one every 40 minutes. */
export const CYCLES = 108;
/** Six hours, after which the service tries again. */
const CYCLES_TO_RETRY = 9;

const user = { kind: 'User' } as const;
const done = { ...user, status: 'success' } as const;

/** Everything that happens in the sample, in no particular order. */
export function sampleStories(random: SeededRandom): readonly Happening[] {
  let number = 0;
  const happenings: Happening[] = [];
  const someone = () => person(random, ++number);
  const someCycle = () => random.below(CYCLES - 1);
  const tell = (job: Job, subject: Subject, story: Story, cycle = someCycle(), change?: string) =>
    happenings.push({ job, subject, story, cycle, ...(change === undefined ? {} : { change }) });

  for (const job of sampleJobs) {
    for (let count = 0; count < 8; count++) tell(job, someone(), { ...done, action: 'create' });
    for (let count = 0; count < 11; count++) tell(job, someone(), { ...done, action: 'update' });
    for (let count = 0; count < 3; count++) tell(job, someone(), { ...done, action: 'disable' });
    for (let count = 0; count < 2; count++) tell(job, someone(), { ...done, action: 'delete' });
    tell(job, someone(), { ...user, status: 'skipped', action: 'stagedDelete' });
    for (const skip of skipReasons) {
      const count = skip === 'RedundantExport' ? 5 : 2;
      for (let each = 0; each < count; each++)
        tell(job, someone(), { ...user, status: 'skipped', action: 'other', skip });
    }
    failAndHeal(job, random, someone, tell);
  }

  // Deletion that an administrator let pass; and words that a later version of the service may use.
  tell(jobOf('scim'), someone(), { ...done, action: 'stagedDelete' });
  tell(jobOf('salesforce'), someone(), { ...done, action: 'unknownFutureValue' });
  tell(jobOf('workday'), someone(), { ...user, status: 'unknownFutureValue', action: 'update' });
  tell(jobOf('crossTenant'), someone(), { ...done, action: 'other' });
  tell(jobOf('scim'), someone(), { ...user, ...skipped('EntrySynchronizationSkipped') });
  tell(jobOf('crossTenant'), someone(), { ...user, ...skipped('EntrySynchronizationSkipped') });

  tellOfGroups(random, tell);
  tellOfSharedChanges(random, someone, tell);
  for (const displayName of hostileNames) {
    tell(jobOf('scim'), { ...someone(), displayName }, { ...done, action: 'create' });
  }
  // No display name: readers fall back to the user principal name, then to what the steps say.
  tell(jobOf('crossTenant'), { ...someone(), displayName: '' }, { ...done, action: 'update' });
  tell(jobOf('workday'), { ...someone(), displayName: '', userPrincipalName: '' }, { ...done, action: 'update' });
  return happenings;
}

/** The event that stands first in the file: the latest of all, a failure, and short. */
export function firstHappening(random: SeededRandom): Happening {
  const failure = failuresOf('salesforce').find(({ code }) => code === 'SalesforceLicenseLimitExceeded')!;
  const story: Story = { ...user, status: 'failure', action: 'create', failure };
  return { job: jobOf('salesforce'), subject: person(random, 999), story, cycle: CYCLES - 1 };
}

type Tell = (job: Job, subject: Subject, story: Story, cycle?: number, change?: string) => void;

/** Each failure of the job happens, is retried, and heals or not. */
function failAndHeal(job: Job, random: SeededRandom, someone: () => Subject, tell: Tell): void {
  for (const failure of failuresOf(job.key)) {
    const subject = someone();
    const action: WireAction = random.chance(0.5) ? 'create' : 'update';
    const attempts = failure.isRetried ? 2 + random.below(2) : 1;
    const first = random.below(CYCLES - (attempts + 1) * CYCLES_TO_RETRY);
    for (let retries = 0; retries < attempts; retries++) {
      const story: Story = { ...user, status: 'failure', action, failure, retries };
      tell(job, subject, story, first + retries * CYCLES_TO_RETRY);
    }
    if (failure.heals) {
      const story: Story = { ...done, action, retries: attempts };
      tell(job, subject, story, first + attempts * CYCLES_TO_RETRY);
    }
  }
}

/** Groups come with members, some of which the target does not know yet. */
function tellOfGroups(random: SeededRandom, tell: Tell): void {
  for (const [index, key] of ['scim', 'salesforce', 'scim'].entries()) {
    const team = group(random, index + 1);
    tell(jobOf(key), team, { kind: 'Group', status: 'success', action: 'create' }, 10 + index);
    tell(jobOf(key), team, { kind: 'Group', status: 'warning', action: 'update' }, 30 + index);
  }
}

/** One change may have several records: of one object with two outcomes, or of two objects. */
function tellOfSharedChanges(random: SeededRandom, someone: () => Subject, tell: Tell): void {
  for (const key of ['workday', 'crossTenant', 'scim']) {
    const job = jobOf(key);
    const subject = someone();
    const failure = random.pick(failuresOf(key).filter((each) => !each.heals && !each.isRetried));
    tell(job, subject, { ...done, action: 'update' }, 50, `${key} user and manager`);
    tell(job, subject, { ...user, status: 'failure', action: 'update', failure }, 50, `${key} user and manager`);
  }
  const failure = failuresOf('scim')[0]!;
  const subject = someone();
  tell(
    jobOf('scim'),
    subject,
    { ...user, status: 'failure', action: 'create', failure },
    70,
    'created at the second try',
  );
  tell(jobOf('scim'), subject, { ...done, action: 'create' }, 70, 'created at the second try');
  tell(jobOf('scim'), subject, { ...done, action: 'update' }, 70, 'created at the second try');
}

function skipped(skipCode: string): Pick<Story, 'status' | 'action' | 'skip' | 'skipCode'> {
  return { status: 'skipped', action: 'other', skip: 'RedundantExport', skipCode };
}
