import { graphPage } from './graphPage';
import type { LogFormat } from './logFormat';
import { portalJson } from './portalJson';

/** Every shape that can be read, most specific first: the first that matches is taken. */
export const formats: readonly LogFormat[] = [graphPage, portalJson];
