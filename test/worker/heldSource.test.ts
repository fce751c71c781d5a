import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { heldTemporary } from '../../src/worker/heldSource';

const MB = 1_000_000;
const pattern = Uint8Array.from({ length: 4 * MB }, (_, at) => at % 251);

describe('bytes that are unpacked into memory', () => {
  it('are the bytes that were written, wherever one reads', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(700_000), { maxLength: 5 }),
        fc.nat(3 * MB),
        fc.nat(1_200_000),
        async (lengths, offset, length) => {
          const whole = pattern.subarray(
            0,
            lengths.reduce((sum, each) => sum + each, 0),
          );
          const temporary = heldTemporary({
            askBytes: 9 * MB,
            refuseBytes: 9 * MB,
            confirm: () => Promise.resolve(false),
          });
          let at = 0;
          for (const each of lengths) await temporary.write(whole.subarray(at, (at += each)));
          const source = await temporary.open();
          assert.equal(source.size, whole.length);
          const target = new Uint8Array(length);
          const count = await source.readInto(target, offset);
          assert.ok(Buffer.from(whole.subarray(offset, offset + length)).equals(target.subarray(0, count)));
        },
      ),
      { numRuns: 20 },
    );
  });

  it('are asked for once when they are many, and refused when they are too many', async () => {
    const asked: number[] = [];
    const confirm = (answer: boolean) => (byteLength: number) => {
      asked.push(byteLength);
      return Promise.resolve(answer);
    };
    const limits = { askBytes: 100, refuseBytes: 1_000 };
    const wanted = heldTemporary({ ...limits, confirm: confirm(true) });
    for (let at = 0; at < 9; at++) await wanted.write(new Uint8Array(60));
    assert.deepEqual(asked, [120]);
    await assert.rejects(wanted.write(new Uint8Array(600)), /more than 1\.0 kB.*on the desktop/);
    const left = heldTemporary({ ...limits, confirm: confirm(false) });
    await assert.rejects(left.write(new Uint8Array(100)), /The log was not opened/);
  });
});
