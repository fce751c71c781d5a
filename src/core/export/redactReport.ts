import { changeJobId } from '../redact/eventTexts';
import type { Redactor } from '../redact/redactor';
import { type ClusterChange, redactQuery } from './redactQuery';
import type { Report } from './report';

/** Said of a finding whose filter cannot be written with pseudonyms. */
const withoutFilter =
  'The filter of the evidence is left out: no filter finds the same events in a log with pseudonyms.';

/**
 * The report with pseudonyms. The filter and the files' names are left out: they are the user's own words, in which
 * anything may stand.
 */
export function redactReport(report: Report, redactor: Redactor, clusters: ClusterChange): Report {
  const { failing, jobs, findings } = report;
  const said = <T extends { readonly sentence: string }>(part: T): T => ({
    ...part,
    sentence: redactor.sentence(part.sentence),
  });
  return {
    ...report,
    files: report.files.map((_, index) => `log ${index + 1}`),
    query: report.query === '' ? '' : '(a filter, left out)',
    notices: report.notices.map(withoutFileNames),
    isRedacted: true,
    findings: {
      ...findings,
      notKnown: findings.notKnown.map(said),
      findings: findings.findings.map((finding) => {
        const query = redactQuery(finding.query, redactor, clusters);
        return {
          ...said(finding),
          title: redactor.sentence(finding.title),
          query: query ?? '',
          ...(query === undefined && { unseen: `${finding.unseen} ${withoutFilter}` }),
        };
      }),
    },
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

/** What notices quote are names of files, apart from our own command. */
function withoutFileNames(notice: string): string {
  return notice.replace(/“(?!Prettify Provisioning Log”).*”/s, '“(a name, left out)”');
}
