import { formats } from '../../src/core/formats/formats';
import { shapes } from '../generator/shapes/shapes';
import type { Shape } from '../generator/shapes/shape';
import type { Row } from './row';
import { portalIndex, shapeIndex } from './sides/shapeIndex';

/** A row, and the shape it is measured on. */
export interface ShapeRow extends Row {
  readonly shape: Shape;
}

/** What each shape of JSON costs, byte for byte, against the portal's list of the same events. */
export const shapeRows: readonly ShapeRow[] = shapes
  .filter(({ format }) => formats.some(({ id, isTable }) => id === format && isTable !== true))
  .map((shape) => ({
    shape,
    id: `shape: ${shape.id}`,
    title: shape.id,
    unit: 'times' as const,
    ours: shapeIndex(shape),
    theirs: portalIndex(shape),
    inputs: ['shape'],
    floor: () => 1.5,
    aim: () => 1,
  }));
