import { changeJobId } from '../redact/eventTexts';
import type { Redactor } from '../redact/redactor';
import type { Report } from './report';

/**
 * The report with pseudonyms. The filter and the files' names are left out: they are the user's own words, in which
 * anything may stand.
 */
export function redactReport(report: Report, redactor: Redactor): Report {
  const { failing, jobs } = report;
  return {
    ...report,
    files: report.files.map((_, index) => `log ${index + 1}`),
    query: report.query === '' ? '' : '(a filter, left out)',
    isRedacted: true,
    failing: {
      ...failing,
      objects: failing.objects.map((object) => ({
        ...object,
        identity: redactor.name(object.identity),
        job: redactor.system(object.job),
      })),
    },
    jobs: {
      ...jobs,
      groups: jobs.groups.map((group) => ({
        ...group,
        key: changeJobId(group.key, (kind, text) => redactor[kind](text)),
        job: redactor.system(group.job),
      })),
    },
  };
}
