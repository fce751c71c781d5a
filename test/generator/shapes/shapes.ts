import { azureShapes } from './azureShapes';
import { csvShapes } from './csvShapes';
import { graphShapes } from './graphShapes';
import { logAnalyticsShapes } from './logAnalyticsShapes';
import { onDemandShapes } from './onDemandShape';
import { powerShellShapes } from './powerShellShapes';
import type { Shape } from './shape';

/** Every way in which a set of events can be written down; each is read back by a test and measured by the bench. */
export const shapes: readonly Shape[] = [
  ...graphShapes,
  ...azureShapes,
  ...logAnalyticsShapes,
  ...powerShellShapes,
  ...onDemandShapes,
  ...csvShapes,
];
