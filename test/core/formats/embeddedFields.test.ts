import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { graphFieldPaths } from '../../../src/core/formats/eventFields';
import { jsonFormat } from '../../../src/core/formats/jsonFormat';
import { inList } from '../../../src/core/formats/places';
import { readRecords } from '../../support/readRecords';

const embedded = ['provisioningsteps', 'provisioningstatusinfo', 'sourcesystem'];
const shape = { id: 'plain', title: 'plain', matches: () => true, container: inList.container };
const plain = jsonFormat(shape);
const withTexts = jsonFormat({ ...shape, embedded });

/** The values of every record with their paths, and what each record says. */
function read(format: typeof plain, text: string): { fields: string[][]; contents: unknown[] } {
  const { records } = readRecords(format, text);
  return {
    fields: records.map(({ hits }) => hits.map(({ field, value }) => `${graphFieldPaths[field]!.path}=${value}`)),
    contents: records.map(({ content }) => JSON.parse(content) as unknown),
  };
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

  it('give the same hits with every engine, however they are damaged', function () {
    this.timeout(60_000);
    const damage = fc.tuple(fc.nat(), fc.constantFrom('', '\\', '"', '}', ']', '\n', '\u0000', '\\ud800', '[', '{}'));
    fc.assert(
      fc.property(fc.array(event, { maxLength: 3 }), fc.array(damage, { maxLength: 3 }), (events, damages) => {
        const damaged = damages.reduce((json, [place, by]) => {
          const at = place % (json.length + 1);
          return json.slice(0, at) + by + json.slice(at + 1);
        }, JSON.stringify(events));
        const records = embedded.map((name) => ({ id: '1', [name]: damaged }));
        assert.equal(readRecords(withTexts, JSON.stringify(records)).records.length, embedded.length);
      }),
    );
  });

  it('may stand in a list, and may be as long as they like', () => {
    const step = { name: 'x'.repeat(200_000), status: 'success', details: { SkipReason: 'a"b\\c' } };
    const steps = Array.from({ length: 3 }, () => JSON.stringify(step));
    const { fields, contents } = read(withTexts, JSON.stringify([{ id: '1', provisioningSteps: steps }]));
    assert.deepEqual(contents, [{ id: '1', provisioningSteps: [step, step, step] }]);
    assert.equal(fields[0]!.filter((field) => field.startsWith('provisioningsteps[].status')).length, 3);
  });

  it('may hold more values, and more levels, than fast engines have room for', () => {
    const steps = Array.from({ length: 20_000 }, () => ({ status: 'x' }));
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    for (const json of [JSON.stringify(steps), `[{"status":"x","other":${deep}}]`]) {
      const { fields } = read(
        withTexts,
        JSON.stringify([{ id: '1', provisioningSteps: json, sourceSystem: '{"name":"s"}' }]),
      );
      assert.equal(fields[0]!.length, json.split('"x"').length + 1);
      assert.deepEqual([fields[0]![0], fields[0]!.at(-1)], ['id=1', 'sourcesystem.name=s']);
    }
    const many = read(
      withTexts,
      JSON.stringify([{ id: '1', provisioningSteps: steps.map((step) => JSON.stringify(step)) }]),
    );
    assert.equal(many.fields[0]!.length, steps.length + 1);
  });
});
