import * as assert from 'node:assert/strict';
import { fuzzArchives } from '../../fuzz/fuzzArchives';
import { fuzzedArchives } from '../../fuzz/fuzzedArchives';
import { fuzzedLogs } from '../../fuzz/fuzzedLogs';
import { fuzzLogs } from '../../fuzz/fuzzLogs';
import { lostPlaces } from '../../fuzz/lostPlaces';
import { readDamaged } from '../../fuzz/readDamaged';
import { utf8 } from '../../support/scanLog';

describe('Damaged logs of every shape', () => {
  it('are read without a throw, and no whole record is missing (a longer run: npm run fuzz)', async function () {
    this.timeout(120_000);
    const logs = fuzzedLogs();
    const { runs, recognised } = await fuzzLogs(logs, 1, 8 * logs.length);
    assert.equal(runs, 8 * logs.length);
    assert.ok(recognised > runs / 2, `only ${recognised} of ${runs} were recognised`);
  });
});

describe('What is missing of a damaged table', () => {
  const events = 'Change ID,Job ID,Action\nc1,j,create\nc2,j,create\n';
  const first = 'c1,A,success,"x ""1"""';
  const steps = `Change ID,Step Name,Step Status,Description\n${first}\nc2,B,success,"y"\nc2,C,success,z\n`;

  it('are the rows that neither an event nor a problem shows', async () => {
    const files = [utf8(events), utf8(steps)];
    const original = await readDamaged(files);
    const start = steps.indexOf('C,');
    const bytes = utf8(steps.replace('C,', 'D,'));
    const damage = { file: 1, original: files[1]!, bytes, start, end: start + 1, what: 'a byte' };
    const found = await readDamaged([files[0]!, bytes]);
    assert.deepEqual(lostPlaces(original, found, damage), []);
    const [lost] = original.joined;
    const without = { ...found, joined: found.joined.filter(({ text }) => text !== lost!.text) };
    assert.deepEqual(lostPlaces(original, without, damage), [lost!.start]);
  });

  it('are no rows of a change that stand in two groups since the row before took one of them along', async () => {
    const files = [utf8(events), utf8(steps)];
    const original = await readDamaged(files);
    const start = steps.indexOf(first) + first.length;
    const bytes = utf8(`${steps.slice(0, start)}{${steps.slice(start)}`);
    const found = await readDamaged([files[0]!, bytes]);
    assert.deepEqual(
      found.joined.map(({ text }) => text),
      [`${first}{\nc2,B,success,"y"`, 'c2,C,success,z'],
    );
    const damage = { file: 1, original: files[1]!, bytes, start, end: start, what: 'a word' };
    assert.deepEqual(lostPlaces(original, found, damage), []);
  });

  it('are no rows that become part of the header, wherever that was hit', async () => {
    const header = 'Change ID,Job ID,"Action\nc1,j,"cre"ate",x';
    const table = `${header}\nc2,j,create,y\nc3,j,"a ""b"" c",z\n`;
    const file = utf8(table);
    const original = await readDamaged([file]);
    assert.equal(original.records.length, 2);
    const start = table.indexOf('ate",x') + 3;
    const bytes = utf8(table.replace('ate",x', 'ate,x'));
    const found = await readDamaged([bytes]);
    assert.equal(found.records.length, 0);
    const damage = { file: 0, original: file, bytes, start, end: start + 1, what: 'a short gap' };
    assert.deepEqual(lostPlaces(original, found, damage), []);
  });
});

describe('Damaged archives of logs of every shape', () => {
  it('are unpacked without a throw and within the limits, and no file that is whole is missing', async function () {
    this.timeout(120_000);
    const archives = fuzzedArchives(fuzzedLogs());
    const zips = archives.filter(({ isZip }) => isZip);
    const { runs, unpacked } = await fuzzArchives(archives, 1, 3 * archives.length);
    assert.ok(unpacked > runs / 2, `only ${unpacked} of ${runs} were unpacked`);
    assert.ok((await fuzzArchives(zips, 1, 20 * zips.length)).contents > 0);
  });
});
