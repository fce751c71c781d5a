import * as fc from 'fast-check';

const part = fc.oneof(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 31 }));
const two = (value: number): string => String(value).padStart(2, '0');

/** Texts that look like ISO 8601: times that exist and times that do not, with every number of decimals and some zones. */
export const spelledTime = fc
  .tuple(
    fc.integer({ min: 1960, max: 2100 }),
    part,
    part,
    part,
    part,
    part,
    fc.stringMatching(/^(\.\d{0,9})?$/),
    fc.constantFrom('Z', 'z', '', '+02:00'),
  )
  .map(
    ([year, month, day, hour, minute, second, decimals, zone]) =>
      `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${decimals}${zone}`,
  );
