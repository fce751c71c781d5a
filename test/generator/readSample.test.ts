import * as assert from 'node:assert/strict';
import type { ProvisioningEvent } from '../../src/core/model';
import { readEvent } from '../../src/core/record/readEvent';
import { hostileNames } from './hostileNames';
import { sampleLog } from './sampleLog';
import { parseRecords } from './wireRecord';

describe('the sample, read by the product', () => {
  const { text, counts } = sampleLog();
  const encoder = new TextEncoder();
  const events = parseRecords(text).map((record) =>
    readEvent({ bytes: encoder.encode(JSON.stringify(record)), key: record.id, file: 0, byteOffset: 0 }),
  );

  it('has the counts that the generator knows', () => {
    for (const [status, count] of Object.entries(counts.byStatus)) {
      assert.equal(events.filter((event) => event.status === status).length, count, status);
    }
    for (const [action, count] of Object.entries(counts.byAction)) {
      assert.equal(events.filter((event) => event.action === action).length, count, action);
    }
    for (const [code, count] of Object.entries(counts.byErrorCode)) {
      assert.equal(events.filter((event) => event.errorCode === code).length, count, code);
    }
    for (const { jobId, name, events: count } of counts.jobs) {
      const own = events.filter((event) => event.jobId === jobId && event.jobName === name);
      assert.equal(own.length, count, name);
    }
  });

  it('names every object, hostile names as they are', () => {
    const identities = new Set(events.map(({ identity }) => identity));
    assert.ok(!identities.has(''));
    for (const name of hostileNames) assert.ok(identities.has(name), name.slice(0, 60));
  });

  it('has old values to recover, in every job', () => {
    const isRecovered = (event: ProvisioningEvent) => event.modifiedProperties.some(({ recovered }) => recovered);
    for (const { jobId, name } of counts.jobs) {
      assert.ok(
        events.some((event) => event.jobId === jobId && isRecovered(event)),
        name,
      );
    }
  });

  it('has a time, a duration and known kinds of steps in every event', () => {
    for (const { id, time, durationMs, steps } of events) {
      assert.ok(time !== '' && durationMs !== undefined && durationMs > 0, id);
      assert.ok(steps.length >= 4 && steps.every(({ type }) => type !== 'unknown'), id);
    }
  });
});
