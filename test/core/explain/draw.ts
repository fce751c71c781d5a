import type { ModifiedProperty, Status, Step, StepType } from '../../../src/core/model';

/** A step for tests: succeeds, has no type and says nothing unless told otherwise. */
export function step(
  name: string,
  parts: { type?: StepType; status?: Status; description?: string; details?: Record<string, string | null> } = {},
): Step {
  const { type = 'unknown', status = 'success', description = '', details = {} } = parts;
  return {
    name,
    type,
    status,
    description,
    details: Object.entries(details).map(([key, value]) => ({ name: key, value })),
  };
}

/** A modified property for tests. */
export function property(
  name: string,
  oldValue: string | null,
  newValue: string | null,
  recovered = false,
): ModifiedProperty {
  return { name, oldValue, newValue, recovered };
}
