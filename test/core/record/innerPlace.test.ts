import * as assert from 'node:assert/strict';
import { placesAt } from '../../../src/core/record/innerPlace';

function at(record: unknown, word: string, shift = 0) {
  const text = JSON.stringify(record);
  const offset = text.indexOf(word) + shift;
  assert.ok(offset >= 0, text);
  return placesAt(text, offset).map((place) => ({
    path: place.path.join('.'),
    text: place.text,
    part: place.part,
    covers: text.slice(place.start, place.end),
  }));
}

describe('placesAt', () => {
  const status = JSON.stringify({ Status: 'failure', error: { errorCode: 'EntryConflict', reason: 'Zoë "taken" 😀' } });

  it('names the place alone where no text holds JSON', () => {
    assert.deepEqual(at({ a: ['x'] }, 'x'), [{ path: 'a.0', text: 'x', part: 'value', covers: '"x"' }]);
    assert.deepEqual(placesAt('{"a":1}', 0), []);
  });

  it('names the value inside of a text that holds JSON, and then the text', () => {
    const [inner, outer] = at({ Info: status }, 'EntryConflict');
    assert.deepEqual(inner, {
      path: 'Info.error.errorCode',
      text: 'EntryConflict',
      part: 'value',
      covers: String.raw`\"EntryConflict\"`,
    });
    assert.equal(outer?.path, 'Info');
  });

  it('finds it at every unit of a text with escapes', () => {
    const reason = 'Zoë "taken" 😀';
    const covers = JSON.stringify(JSON.stringify(reason)).slice(1, -1);
    for (let shift = 0; shift < covers.length; shift++) {
      const [inner] = at({ Info: status }, covers, shift);
      assert.deepEqual([inner?.path, inner?.text, inner?.covers], ['Info.error.reason', reason, covers], `${shift}`);
    }
  });

  it('finds it in texts within texts', () => {
    const twice = JSON.stringify({ value: status });
    const places = at({ properties: twice }, 'EntryConflict');
    assert.deepEqual(
      places.map(({ path }) => path),
      ['properties.value.error.errorCode', 'properties.value', 'properties'],
    );
  });

  it('says that a key inside of a text is one, and of signs between that they belong to the text', () => {
    assert.equal(at({ Info: status }, 'errorCode')[0]?.part, 'key');
    assert.deepEqual(
      at({ Info: status }, String.raw`:{\"errorCode`).map(({ path }) => path),
      ['Info'],
    );
  });

  it('reads what PowerShell left of objects', () => {
    const left = '@{errorCode=BoxEntryConflict; reason=one; two = 3; errorCategory=} @{name=last}';
    assert.deepEqual(at({ errorInformation: left }, 'BoxEntry')[0], {
      path: 'errorInformation.errorCode',
      text: 'BoxEntryConflict',
      part: 'value',
      covers: 'BoxEntryConflict',
    });
    assert.equal(at({ e: left }, 'two')[0]?.text, 'one; two = 3');
    assert.equal(at({ e: left }, 'last')[0]?.path, 'e.name');
    assert.equal(at({ e: left }, 'reason')[0]?.part, 'key');
    assert.equal(at({ e: left }, '@{err')[0]?.path, 'e');
  });

  it('takes any text', () => {
    for (const text of ['{"a":"{\\"b', '{"a":"[\\u00', '{"a":"{\\', '"{"', '{"a":"@{b="}']) {
      for (let offset = 0; offset <= text.length; offset++) assert.doesNotThrow(() => placesAt(text, offset));
    }
  });
});
