import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { graphFieldPaths } from '../../../src/core/formats/eventFields';
import { jsonFormat } from '../../../src/core/formats/jsonFormat';
import { inList } from '../../../src/core/formats/places';
import type { ScannedRecord } from '../../../src/core/scan/recordScanner';
import { utf8 } from '../../support/scanLog';

const embedded = ['provisioningsteps', 'provisioningstatusinfo', 'sourcesystem'];
const shape = { id: 'plain', title: 'plain', matches: () => true, container: inList.container };
const plain = jsonFormat(shape);
const withTexts = jsonFormat({ ...shape, embedded });

/** The fields of every record as texts, and what each record says. */
function read(format: typeof plain, text: string): { fields: string[][]; contents: unknown[] } {
  const fields: string[][] = [];
  const contents: unknown[] = [];
  const bytes = utf8(text);
  const reading = format.read(
    {
      record: (record) => {
        fields.push(fieldsOf(record));
        const raw = record.bytes.slice(record.start, record.end);
        contents.push(JSON.parse(new TextDecoder().decode(reading.contentOf(raw, record.byteOffset))));
      },
      fault: ({ code }) => fields.push([code]),
      member: () => undefined,
    },
    4096,
  );
  for (let at = 0; at < bytes.length;) {
    const room = reading.scanner.room();
    const part = bytes.subarray(at, at + room.length);
    room.set(part);
    reading.scanner.filled(part.length);
    at += part.length;
  }
  reading.scanner.finish();
  return { fields, contents };
}

function fieldsOf(record: ScannedRecord): string[] {
  return Array.from({ length: record.hitCount }, (_, hit) => {
    const value = record.hitBytes.slice(record.hitStarts[hit], record.hitEnds[hit]);
    return `${graphFieldPaths[record.hitFields[hit]!]!.path}=${new TextDecoder().decode(value)}`;
  });
}

const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const event = fc.record(
  {
    id: text,
    provisioningSteps: fc.array(fc.record({ name: text, status: text, details: fc.record({ SkipReason: text }) })),
    provisioningStatusInfo: fc.record({ status: text, errorInformation: fc.record({ errorCode: text }) }),
    sourceSystem: fc.record({ displayName: text }),
    jobId: text,
  },
  { requiredKeys: ['id'] },
);

describe('Texts that hold JSON', () => {
  it('are read as if the JSON stood there itself', () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 4 }), fc.constantFrom(undefined, 1), (events, indent) => {
        const asTexts = events.map((each) =>
          Object.fromEntries(
            Object.entries(each).map(([key, value]) => [
              key,
              embedded.includes(key.toLowerCase()) ? JSON.stringify(value, null, indent) : value,
            ]),
          ),
        );
        assert.deepEqual(read(withTexts, JSON.stringify(asTexts)), read(plain, JSON.stringify(events)));
        assert.deepEqual(read(withTexts, JSON.stringify(events)), read(plain, JSON.stringify(events)));
      }),
    );
  });

  it('stay texts when what they hold is no JSON', () => {
    for (const broken of ['[{"name":"a"}', '{"status":1}}', 'Workday', '', '{', '[1,,2]', '{"a":1} x']) {
      const record = {
        id: '1',
        provisioningSteps: broken,
        sourceSystem: broken,
        provisioningStatusInfo: '{"status":1}',
      };
      const { fields, contents } = read(withTexts, JSON.stringify([record]));
      assert.deepEqual(fields, [['id=1', 'provisioningstatusinfo.status=1']]);
      assert.deepEqual(contents, [{ ...record, provisioningStatusInfo: { status: 1 } }]);
    }
  });

  it('may stand in a list, and may be as long as they like', () => {
    const step = { name: 'x'.repeat(200_000), status: 'success', details: { SkipReason: 'a"b\\c' } };
    const steps = Array.from({ length: 3 }, () => JSON.stringify(step));
    const { fields, contents } = read(withTexts, JSON.stringify([{ id: '1', provisioningSteps: steps }]));
    assert.deepEqual(contents, [{ id: '1', provisioningSteps: [step, step, step] }]);
    assert.equal(fields[0]!.filter((field) => field.startsWith('provisioningsteps[].status')).length, 3);
  });
});
