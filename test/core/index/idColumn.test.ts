import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { hashOfId, IdColumn } from '../../../src/core/index/idColumn';
import { wellFormed } from '../../support/wellFormed';

function columnOf(texts: readonly string[]): IdColumn {
  const column = new IdColumn();
  for (const text of texts) {
    const bytes = new TextEncoder().encode(`"${text}"`);
    column.push(bytes, 1, bytes.length - 1);
  }
  return column;
}

const id = fc.oneof(
  fc.uuid(),
  fc.uuid().map((guid) => guid.toUpperCase()),
  fc.uuid().map((guid) => guid.replace('-', '')),
  fc.constantFrom(
    '',
    '701984',
    'dbmid:AAAy',
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
  ),
  // Looks like the mark of a value that is no GUID.
  fc.constant('6e6f7420-6120-4755-4944-212100000001'),
  fc.string({ unit: 'grapheme', maxLength: 40 }).map(wellFormed),
);

describe('IdColumn', () => {
  it('gives every id back as it was spelled', () => {
    fc.assert(
      fc.property(fc.array(id), (texts) => {
        const column = columnOf(texts);
        column.trim();
        assert.deepEqual(
          texts.map((_, row) => column.text(row)),
          texts,
        );
        assert.deepEqual(
          texts.map((_, row) => column.isEmpty(row)),
          texts.map((text) => text === ''),
        );
      }),
    );
  });

  it('matches ignoring case', () => {
    fc.assert(
      fc.property(fc.array(id, { minLength: 1 }), fc.nat(), fc.boolean(), (texts, pick, isUpper) => {
        const column = columnOf(texts);
        const picked = texts[pick % texts.length]!;
        const sought = isUpper ? picked.toUpperCase() : picked;
        const matches = column.matcher(sought);
        assert.deepEqual(
          texts.map((_, row) => matches(row)),
          texts.map((text) => text.toLowerCase() === sought.toLowerCase()),
        );
      }),
    );
  });

  it('knows which ids may hold a part of one', () => {
    const part = fc.oneof(
      fc.tuple(fc.nat(), fc.nat({ max: 36 }), fc.nat({ max: 36 })),
      fc.string({ unit: fc.constantFrom('0', '1', 'a', 'f', '-', 'g'), maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(id, { minLength: 1 }), part, (texts, drawn) => {
        const column = columnOf(texts);
        const sought = (
          typeof drawn === 'string' ? drawn : texts[drawn[0] % texts.length]!.slice(drawn[1], drawn[1] + drawn[2])
        ).toLowerCase();
        const mayHold = column.partMatcher(sought);
        for (const [row, text] of texts.entries()) {
          const isHeld = text.toLowerCase().includes(sought);
          if (isHeld) assert.ok(mayHold(row), `${sought} in ${text}`);
          // Only texts that are no GUID have to be looked at.
          else if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) && !text.startsWith('6e6f'))
            assert.ok(!mayHold(row), `${sought} not in ${text}`);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('compares and hashes rows by their values', () => {
    fc.assert(
      fc.property(fc.array(id), (texts) => {
        const column = columnOf([...texts, ...texts]);
        for (const [row, text] of texts.entries()) {
          assert.ok(column.isEqual(row, row + texts.length));
          assert.equal(column.hashOf(row), hashOfId(text));
        }
      }),
    );
  });

  it('drops rows', () => {
    const column = columnOf(['a', 'b', 'c', 'd']);
    column.keep(Uint8Array.of(0, 1, 0, 1));
    assert.deepEqual([column.text(0), column.text(1)], ['b', 'd']);
  });

  it('keeps a GUID in 16 bytes', () => {
    const guids = fc.sample(fc.uuid(), 1_000);
    const column = columnOf(guids);
    column.trim();
    assert.ok(column.byteLength < 1_000 * 16 + 2_048);
  });
});
