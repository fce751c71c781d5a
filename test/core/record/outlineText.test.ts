import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { outlineText, type OutlinedEvent } from '../../../src/core/record/outlineText';
import { MAX_INNER } from '../../../src/core/record/outlineScan';
import { buildLog } from '../../support/buildLog';

const { text: minified, events } = buildLog(`
  job Box: ok create:FAIL(BoxEntryConflict)@{Zoë 😀 Müller} skip(RedundantExport)
`);
const records = JSON.parse(minified) as { id: string; provisioningSteps: unknown[] }[];

function pretty(value: unknown, eol = '\n'): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', eol);
}

function parsed(text: string, { start, end }: { start: number; end: number }): unknown {
  return JSON.parse(text.slice(start, end));
}

describe('outlineText', () => {
  for (const [eol, name] of [
    ['\n', 'LF'],
    ['\r\n', 'CRLF'],
  ] as const) {
    it(`finds events, lists of steps and steps of a pretty log with ${name}`, () => {
      const text = pretty(records, eol);
      const outline = outlineText(text);
      assert.deepEqual(
        outline.events.map(({ key, identity, action, status, errorCode }) => [
          key,
          identity,
          action,
          status,
          errorCode,
        ]),
        events.map(({ id, identity, action, status, errorCode }) => [id, identity, action, status, errorCode ?? '']),
      );
      for (const [index, event] of outline.events.entries()) {
        const record = records[index]!;
        assert.deepEqual(parsed(text, event), record);
        assert.ok(event.stepList);
        assert.deepEqual(parsed(text, event.stepList), record.provisioningSteps);
        assert.deepEqual(
          event.steps.map((step) => parsed(text, step)),
          record.provisioningSteps,
        );
        assert.equal(parsed(text, event.head), 'id');
        assert.equal(parsed(text, event.steps[0]!.head), 'name');
      }
      assert.deepEqual(
        outline.events.flatMap(({ steps }) => steps.map(({ name, status }) => [name, status])),
        [
          ['EntryExportUpdate', 'success'],
          ['EntryExportUpdate', 'failure'],
          ['EntrySynchronizationSkip', 'skipped'],
        ],
      );
      assert.ok(outline.inner.length > 0);
      for (const part of outline.inner) assert.ok(text.slice(part.start, part.end).includes('\n'));
    });
  }

  it('looks into the envelopes of Azure Monitor', () => {
    const envelopes = records.map((properties) => ({ time: '2026-01-01T00:00:00Z', category: 'x', properties }));
    const text = pretty({ records: envelopes });
    const plain = outlineText(pretty(records)).events;
    const wrapped = outlineText(text).events;
    const told = ({ key, identity, status, errorCode, steps }: OutlinedEvent) => ({
      event: [key, identity, status, errorCode],
      steps: steps.map(({ name }) => name),
    });
    assert.deepEqual(wrapped.map(told), plain.map(told));
    assert.deepEqual(
      wrapped.map((event) => event.stepList && parsed(text, event.stepList)),
      records.map(({ provisioningSteps }) => provisioningSteps),
    );
  });

  it('reads pages, lines of JSON and a single event', () => {
    const ids = ({ events: found }: { events: readonly OutlinedEvent[] }) => found.map(({ key }) => key);
    const all = events.map(({ id }) => id);
    assert.deepEqual(ids(outlineText(pretty({ '@odata.context': 'x', Value: records, next: [1] }))), all);
    assert.deepEqual(ids(outlineText(pretty([{ value: [records[0]] }, { records: records.slice(1) }]))), all);
    assert.deepEqual(ids(outlineText(records.map((record) => JSON.stringify(record)).join('\n'))), all);
    assert.deepEqual(ids(outlineText(pretty(records[1]))), ['event-2']);
  });

  it('leaves out events within a line, and objects that are no events', () => {
    assert.deepEqual(outlineText(minified), { events: [], inner: [] });
    assert.deepEqual(outlineText(pretty([{ milk: 2 }])).events, []);
    assert.deepEqual(outlineText('').events, []);
  });

  it('gives events that share an ID the keys that the index gives them', () => {
    const [first] = records;
    const text = pretty([first, { ...first, cycleId: 'other' }, first, { ...first, cycleId: 'third' }]);
    assert.deepEqual(
      outlineText(text).events.map(({ key }) => key),
      ['event-1', 'event-1#2', 'event-1', 'event-1#3'],
    );
  });

  it('takes the last list of steps, and counts steps that are no objects', () => {
    const text =
      '{\n"id": "a", "provisioningSteps": [{"name": "old"}],\n"ProvisioningSteps": ["@{}", {"name": "new"}]\n}';
    const [event] = outlineText(text).events;
    assert.deepEqual(
      event?.steps.map(({ name }) => name),
      ['new'],
    );
  });

  it('ends what is cut off with the text', () => {
    const text = pretty(records);
    const cut = text.slice(0, text.indexOf('EntrySynchronizationSkip'));
    assert.deepEqual(
      outlineText(cut).events.map(({ key, end }) => [key, end === cut.length]),
      [
        ['event-1', false],
        ['event-2', false],
        ['event-3', true],
      ],
    );
  });

  it('keeps a bounded number of parts', () => {
    const nested = { id: 'a', list: Array.from({ length: MAX_INNER + 10 }, () => [1]) };
    assert.equal(outlineText(pretty(nested)).inner.length, MAX_INNER);
  });

  it('finds the records of any pretty list', () => {
    const content = fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 3 }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(content, fc.constantFrom('\t', '  '), (contents, indent) => {
        const values = contents.map((details, index) => ({ id: `event-${index}`, details }));
        const text = JSON.stringify(values, null, indent);
        assert.deepEqual(
          outlineText(text).events.map((event) => parsed(text, event)),
          JSON.parse(text),
        );
      }),
    );
  });

  it('takes any text without throwing', () => {
    const parts = ['{', '}', '[', ']', ',', ':', '"id"', '"provisioningSteps"', '"value"', '"', '\\', '1', '\n', ' '];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 60 }), (some) => {
        const text = some.join('');
        const { events: found, inner } = outlineText(text);
        for (const { start, end } of [...found, ...inner, ...found.flatMap(({ steps }) => steps)]) {
          assert.ok(start < end && end <= text.length);
        }
      }),
    );
  });
});
