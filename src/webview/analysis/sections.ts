import { durationsSection } from './durationsSection';
import { findingsSection } from './findingsSection';
import { errorsSection } from './errorsSection';
import { eventsSection } from './eventsSection';
import { jobsSection } from './jobsSection';
import type { Section } from './section';

/** The tabs of the page in their order. */
export const sections: readonly Section[] = [
  eventsSection,
  findingsSection,
  errorsSection,
  jobsSection,
  durationsSection,
];
