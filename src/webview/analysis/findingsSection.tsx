import { certaintyTitles, type Finding } from '../../core/analysis/findings/finding';
import { plainLabel } from '../../core/text/escape';
import { formatCounted } from '../../core/text/formatValue';
import { Button } from '../widgets/button';
import { Icon } from '../widgets/icon';
import { useAnswer } from '../widgets/useAnswer';
import type { Section, SectionProps } from './section';

/** Longer sentences are cut: they quote the log. */
const LONGEST_SENTENCE = 1_000;

/** What is worth knowing about the log, each with its evidence, and what could not be known. */
export const findingsSection: Section = { id: 'findings', title: 'Findings', Content: Findings };

function Findings({ revision, host, ask, onQuery }: SectionProps) {
  const answer = useAnswer(String(revision), () => host.findings());
  const found = answer.value;
  if (found === undefined) {
    return (
      <p class="section-text" role="status">
        {answer.failure ?? 'Looking through the log…'}
      </p>
    );
  }
  return (
    <div class="section-scroll" role="region" aria-label="Findings" tabIndex={0}>
      <p class="quiet">Findings are about the whole log, whatever the filter shows.</p>
      {found.findings.length === 0 && <p>Nothing stands out in this log.</p>}
      <ol class="findings">
        {found.findings.map((finding, position) => (
          <FindingItem
            key={`${finding.id} ${finding.query}`}
            finding={finding}
            onEvidence={() => onQuery(finding.query)}
            onDocumentation={() => ask(host.openFindingDocumentation(position))}
          />
        ))}
      </ol>
      {found.notKnown.length > 0 && (
        <>
          <h3>What this log does not say</h3>
          <ul class="not-known">
            {found.notKnown.map(({ id, title, sentence }) => (
              <li key={id}>
                <Icon name="question" />
                <span>
                  <strong>{plainLabel(title)}</strong>: {plainLabel(sentence, LONGEST_SENTENCE)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {found.notFound.length > 0 && (
        <>
          <h3>Looked for and not found</h3>
          <p class="quiet">{found.notFound.map((title) => plainLabel(title)).join(' · ')}</p>
        </>
      )}
    </div>
  );
}

function FindingItem(props: { finding: Finding; onEvidence: () => void; onDocumentation: () => void }) {
  const { finding } = props;
  return (
    <li class="finding">
      <h3>
        <bdi>{plainLabel(finding.title, LONGEST_SENTENCE)}</bdi>
      </h3>
      <p class="log-text">{plainLabel(finding.sentence, LONGEST_SENTENCE)}</p>
      <p class="quiet">
        <span class="tag">{certaintyTitles[finding.certainty]}</span> {plainLabel(finding.why, LONGEST_SENTENCE)}
      </p>
      <p class="quiet">{`Not seen: ${plainLabel(finding.unseen, LONGEST_SENTENCE)}`}</p>
      <p class="buttons finding-buttons">
        <Button look="link" icon="filter" onPress={props.onEvidence}>
          {`Show ${formatCounted(finding.events, 'event')}`}
        </Button>
        {finding.documentation !== undefined && (
          <Button look="link" icon="book" onPress={props.onDocumentation}>
            Open the documentation
          </Button>
        )}
      </p>
    </li>
  );
}
